type Props = { readonly children: string }

/**
 * Text that changes. A browser that translates takes the text away and puts elements of its own in its place: React would
 * change what nobody sees any more, or fail. So it has an element of its own, and both are replaced together.
 */
export const OwnText = ({ children }: Props) => <span key={children}>{children}</span>
