import type { Person } from '../asker'
import type { WishId } from '../ids'
import { type Money, minus, noMoney, plus } from '../money'
import { type Goods, isOut } from './goods'
import { fewerPieces, type Pieces, problemOfPieces } from './lines'
import { type GoodsProblem, least, type Means, paidForPieces } from './means'
import { exchangePieces, keepsNothing, unsentPieces } from './places'
import { hadTheWay, paidForWay, wayThereOf } from './way-there'

/* Pieces that are not to be sent any more: what was paid for them goes back, by the wish that names it. */

export type LinesFact = {
  kind: 'lines_cancelled'
  wish: WishId
  who: Person
  pieces: Pieces
  /** What the shopper reads about why; null when it was the shopper. */
  reason: string | null
  /** The most that is withheld for the way there, as the shopper has read; null where nobody had to. */
  agreed: Money | null
}

export type LinesEvent = {
  type: 'lines_cancelled'
  wish: WishId
  who: Person
  pieces: Pieces
  reason: string | null
  /** Withheld for the way there, which was free only because more was ordered. */
  wayThere: Money
  amount: Money
}

/** What a shopper can cancel without all the rest. The last piece of an order is the order. */
export function cancellablePieces(goods: Goods, { unsent }: Pick<Means, 'unsent'>): Pieces {
  if (unsent !== 'to_be_sent') return []
  return cancellableBy('shopper', goods).filter(
    ({ line }) => hasLeft(goods) || !keepsNothing(goods, [{ line, quantity: 1 }]),
  )
}

export function judgeCancellation(
  goods: Goods,
  { wish, who, pieces, reason, agreed }: LinesFact,
  { unsent, left }: Means,
): GoodsProblem | LinesEvent {
  if (goods.cancellations.some(({ id }) => id === wish)) return 'known'
  if (unsent !== 'to_be_sent') return 'not_paid'
  const problem = problemOfPieces(pieces, cancellableBy(who, goods))
  if (problem) return problem
  if (!hasLeft(goods) && keepsNothing(goods, pieces)) return 'all_of_it'
  const paid = paidForPieces(goods, pieces)
  const { wayThere, delivery } = wayOf(goods, pieces, who)
  const withheld = least(wayThere, paid)
  if (agreed !== null && withheld.minor > agreed.minor) return 'way_unread'
  const amount = least(minus(plus(paid, delivery), withheld), left)
  return { type: 'lines_cancelled', wish, who, pieces, reason, wayThere: withheld, amount }
}

/** Nobody pays for the way of goods that they were not brought, nor because the shop cannot send. */
function wayOf(goods: Goods, pieces: Pieces, who: Person) {
  if (keepsNothing(goods, pieces) && !hadTheWay(goods))
    return { wayThere: noMoney, delivery: paidForWay(goods) }
  const wayThere = who === 'shopper' ? wayThereOf(goods, pieces) : null
  return { wayThere: wayThere ?? noMoney, delivery: noMoney }
}

/** What was promised for goods that came back is settled: only the shop makes money of it, where it cannot be had. */
const cancellableBy = (who: Person, goods: Goods): Pieces =>
  who === 'merchant'
    ? unsentPieces(goods)
    : fewerPieces(goods.lines, unsentPieces(goods), exchangePieces(goods))

const hasLeft = ({ parcels }: Goods): boolean =>
  parcels.some((parcel) => isOut(parcel) || parcel.state === 'lost')
