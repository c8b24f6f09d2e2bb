import type { Pieces } from '@/lib/core/goods/lines'
import { type LinePlaces, places } from '@/lib/core/goods/places'
import { goodsTerms } from '@/lib/i18n/desk/order/goods-terms'

/** `2 of line 1, 1 of line 3`. */
export const piecesText = (pieces: Pieces): string =>
  pieces.map(({ line, quantity }) => `${quantity} of line ${line}`).join(', ')

/** Where the pieces are: `line 1: 2 delivered; line 2: 1 coming back`. */
export const placesText = (lines: readonly LinePlaces[]): string =>
  lines
    .map(({ line, at }) => {
      const there = places.filter((place) => at[place] > 0)
      const counts = there.map((place) => `${at[place]} ${goodsTerms.en.place[place]}`)
      return `line ${line.id}: ${counts.join(', ')}`
    })
    .join('; ')
