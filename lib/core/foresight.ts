import { allBooks, type Books, booksOf } from './books'
import { isOut } from './goods/goods'
import type { LinePlaces } from './goods/places'
import type { Instant } from './ids'
import { decide, evolve, type Fact, type Order, payingPayment, whereIs } from './order'
import { type Letter, owed } from './owed'
import type { Subscription } from './subscription'

/* What an act does to goods, money, subscription and mailbox, before it is done: the pure order says it. */

export type Foresight = {
  /** It does nothing: what was asked for is done already, or cannot be done. */
  readonly isNothing: boolean
  readonly after: Order
  readonly money: {
    readonly before: Books
    readonly afterwards: Books
    /** None came so far; if some does after all, it goes back. */
    readonly ifItComes: boolean
  }
  readonly goods: GoodsForesight
  /** In their order; the same one may be owed for several reasons. */
  readonly letters: readonly Letter[]
}

export type GoodsForesight =
  /** `has_left`: they are not called back. `out_of_stock`: not sent any more, and not put back. */
  | { readonly kind: 'back_in_stock' | 'has_left' | 'not_sent' | 'out_of_stock' | 'still_ordered' }
  | {
      readonly kind: 'moved'
      readonly before: readonly LinePlaces[]
      readonly afterwards: readonly LinePlaces[]
    }

export function foresee(order: Order, fact: Fact, now: Instant): Foresight {
  const events = decide(order, fact, { now, stock: 'there' })
  const after = events.reduce(evolve, order)
  return {
    isNothing: events.length === 0,
    after,
    money: {
      before: allBooks(order),
      afterwards: allBooks(after),
      ifItComes: fact.kind === 'cancelled_by' && !payingPayment(order),
    },
    goods: events.some(({ type }) => type === 'stock_returned')
      ? { kind: 'back_in_stock' }
      : goodsAfter(order, after, fact),
    letters: events.flatMap(owed).flatMap((debt) => (debt.job === 'mail' ? debt.letter : [])),
  }
}

function goodsAfter(order: Order, after: Order, fact: Fact): GoodsForesight {
  const [before, afterwards] = [whereIs(order), whereIs(after)]
  if (fact.kind.startsWith('claim') || JSON.stringify(before) !== JSON.stringify(afterwards))
    return { kind: 'moved', before, afterwards }
  if (after.goods.parcels.some(isOut)) return { kind: 'has_left' }
  if (after.cancelledBy !== null) return { kind: 'not_sent' }
  return { kind: isAllBack(after) ? 'out_of_stock' : 'still_ordered' }
}

/** All that paid it is with the shopper, or will be once what is on its way has arrived. */
function isAllBack(order: Order): boolean {
  const kept = payingPayment(order)
  if (!kept) return false
  const { onItsWay, givenBack } = booksOf(order, kept)
  return onItsWay.minor + givenBack.minor >= kept.amount.minor
}

/** `over_now`, `over_once_back`: it was the first delivery, which began it all. `skips`: only this delivery is left out. */
export type SubscriptionForesight =
  | 'over_already'
  | 'goes_on_in_part'
  | 'over_now'
  | 'over_once_back'
  | 'skips'
  | 'goes_on'

/** What becomes of the subscription that an order is a period of: a first delivery that is ended ends it all. */
export function foreseeSubscription(
  { over }: Subscription,
  period: number | null,
  after: Order,
): SubscriptionForesight {
  if (over !== null) return 'over_already'
  if (after.cancelledBy === null && !isAllBack(after)) return 'goes_on_in_part'
  // A refund can fail, so asking for it ends nothing yet; a delivery that falls due before is still charged.
  if (period === 1) return after.cancelledBy === null ? 'over_once_back' : 'over_now'
  return after.goods.parcels.some(isOut) ? 'goes_on' : 'skips'
}
