type Props = {
  /** The product's slug, or a banner's name: its pictures are named after it. */
  readonly of: string
  /** How wide it is shown, as the `sizes` of an image. */
  readonly sizes: string
  readonly className?: string
  /** For the picture that a page is about: asked for before the rest. */
  readonly first?: true
  /** Wide, instead of square. */
  readonly banner?: true
}

const square = { widths: [400, 800, 1200], usual: 800, height: 800 }
const wide = { widths: [640, 1080, 1600], usual: 1080, height: 675 }

/** A picture beside the name of what it shows, which is why it says nothing itself. */
export function Picture({ of, sizes, className, first, banner }: Props) {
  const { widths, usual, height } = banner ? wide : square
  return (
    // The source would be a thing of its own in a grid around it.
    <picture className="contents [&>source]:hidden">
      <source
        type="image/avif"
        srcSet={widths.map((width) => `/products/${of}-${width}.avif ${width}w`).join(', ')}
        sizes={sizes}
      />
      <img
        src={`/products/${of}-${usual}.webp`}
        alt=""
        width={usual}
        height={height}
        loading={first ? 'eager' : 'lazy'}
        fetchPriority={first ? 'high' : 'auto'}
        decoding="async"
        className={className}
      />
    </picture>
  )
}
