type Props = {
  /** The product's slug: its pictures are named after it. */
  readonly of: string
  /** How wide it is shown, as the `sizes` of an image. */
  readonly sizes: string
  readonly className: string
  /** For the picture that a page is about: asked for before the rest. */
  readonly first?: true
}

const widths = [400, 800, 1200]

/** A square picture beside its product's name, which is why it says nothing itself. */
export const Picture = ({ of, sizes, className, first }: Props) => (
  <picture className="contents">
    <source
      type="image/avif"
      srcSet={widths.map((width) => `/products/${of}-${width}.avif ${width}w`).join(', ')}
      sizes={sizes}
    />
    <img
      src={`/products/${of}-800.webp`}
      alt=""
      width={800}
      height={800}
      loading={first ? 'eager' : 'lazy'}
      fetchPriority={first ? 'high' : 'auto'}
      decoding="async"
      className={className}
    />
  </picture>
)
