type Props = {
  readonly src: string
  readonly size: number
  readonly className: string
  /** For the picture that a page is about: asked for before the rest. */
  readonly first?: true
}

/**
 * A square drawing beside its name, which is why it says nothing itself. The drawings are SVG, which
 * an image optimiser cannot make smaller.
 */
export const Picture = ({ src, size, className, first }: Props) => (
  // biome-ignore lint/performance/noImgElement: see above.
  <img
    src={src}
    alt=""
    width={size}
    height={size}
    fetchPriority={first ? 'high' : 'auto'}
    className={className}
  />
)
