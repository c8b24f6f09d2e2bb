import type { Person } from '../asker'
import type { WishId } from '../ids'
import type { Money } from '../money'
import { type Goods, isOut } from './goods'
import { type Pieces, problemOfPieces } from './lines'
import { type GoodsProblem, least, type Means, paidForPieces } from './means'
import { keepsNothing, unsentPieces } from './places'

/* Pieces that are not to be sent any more: what was paid for them goes back, by the wish that names it. */

export type LinesFact = {
  kind: 'lines_cancelled'
  wish: WishId
  who: Person
  pieces: Pieces
  /** What the shopper reads about why; null when it was the shopper. */
  reason: string | null
}

export type LinesEvent = {
  type: 'lines_cancelled'
  wish: WishId
  who: Person
  pieces: Pieces
  reason: string | null
  amount: Money
}

export function judgeCancellation(
  goods: Goods,
  { wish, who, pieces, reason }: LinesFact,
  { unsent, left }: Means,
): GoodsProblem | LinesEvent {
  if (goods.cancellations.some(({ id }) => id === wish)) return 'known'
  if (unsent !== 'to_be_sent') return 'not_paid'
  const problem = problemOfPieces(pieces, unsentPieces(goods))
  if (problem) return problem
  const hasLeft = goods.parcels.some((parcel) => isOut(parcel) || parcel.state === 'lost')
  if (!hasLeft && keepsNothing(goods, pieces)) return 'all_of_it'
  const amount = least(paidForPieces(goods, pieces), left)
  return { type: 'lines_cancelled', wish, who, pieces, reason, amount }
}
