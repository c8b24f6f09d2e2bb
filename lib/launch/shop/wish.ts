import { parseWishId, type WishId, wishId } from '@/lib/core/ids'
import type { Till, Typed } from './command'

/** The id that makes an act once-only: drawn anew, or that of a line that is typed again. Null: it is none, and it is said. */
export function typedWish(till: Till, { options }: Typed): WishId | null {
  if (options.wish === undefined) return wishId(till.shop.newId())
  const wish = parseWishId(options.wish)
  if (wish === null)
    till.complain(`"${options.wish}" is no wish: copy the 22 letters and digits behind --wish.`)
  return wish
}
