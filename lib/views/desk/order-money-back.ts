import { parseItem } from '@/lib/adyen/notification'
import type { RefundId, WishId } from '@/lib/core/ids'
import type { Money } from '@/lib/core/money'
import type { Order } from '@/lib/core/order'
import { isDead, type OwnReason, type Refund } from '@/lib/core/refund'
import { isStuck, openOf, triesOf, type Wish } from '@/lib/core/wish'
import type { OrderInFull, RefundFact } from '@/lib/db/desk/order-in-full'
import { isGivenUp } from '@/lib/db/refunds'

/** Where money stands that is to go back. `stuck`: nothing happens any more by itself. */
type WishState =
  | 'open'
  | 'asked'
  | 'received'
  | 'back'
  | 'made_elsewhere'
  | 'by_hand'
  | 'again'
  | 'stuck'

export type WishView = {
  readonly id: WishId
  readonly amount: Money
  readonly why: OwnReason
  readonly reason: string | null
  readonly state: WishState
  /** When Adyen is asked next; null: it is not. */
  readonly nextAt: number | null
  readonly tries: readonly {
    readonly id: RefundId
    readonly rung: Refund['rung']
    readonly amount: Money
    readonly askedAt: number | null
    readonly pspReference: string | null
    /** What went wrong, as it is kept, or in Adyen's own words. */
    readonly problem: string | null
  }[]
}

/** Money that is to go back, wish by wish, with every try. */
export const wishViews = (whole: OrderInFull): readonly WishView[] =>
  whole.order.wishes.map((wish) => wishView(whole, wish))

function wishView(whole: OrderInFull, wish: Wish): WishView {
  const { order, refunds, due } = whole
  const tries = triesOf(order, wish.id)
  const last = tries.at(-1)
  const asked = refunds.find(({ id }) => id === last?.id)
  const next = due.find(({ refund }) => refund === last?.id)
  const isLate = last !== undefined && (isDead(last) || (asked?.problem ?? null) !== null)
  return {
    id: wish.id,
    amount: wish.amount,
    why: wish.why,
    reason: wish.reason,
    state: stateOf(order, wish, last, asked),
    nextAt: isLate && next ? Date.parse(next.at) : null,
    tries: tries.map((refund) => tryView(whole, refund)),
  }
}

function stateOf(
  order: Order,
  wish: Wish,
  last: Refund | undefined,
  asked: RefundFact | undefined,
): WishState {
  if (last?.rung === 'done') return last.why === 'elsewhere' ? 'made_elsewhere' : 'back'
  const byHand = order.handbacks.some((handback) => handback.wish === wish.id)
  if (byHand && openOf(order, wish) === 0) return 'by_hand'
  if (last === undefined) return 'open'
  if (isStuck(order, wish) || isGivenUp(asked?.problem ?? null)) return 'stuck'
  if (isDead(last)) return wish.isScheduled ? 'again' : 'open'
  return last.rung === 'received' ? 'received' : 'asked'
}

function tryView({ refunds, news }: OrderInFull, refund: Refund): WishView['tries'][number] {
  const { id, rung, amount } = refund
  const asked = refunds.find((each) => each.id === id)
  const pspReference = asked?.pspReference ?? null
  const told = news.flatMap(({ item }) => parseItem(item) ?? [])
  const last = told.findLast((item) => item.pspReference === pspReference && item.reason)
  const isOver = rung === 'received' || rung === 'done'
  return {
    id,
    rung,
    amount,
    askedAt: asked ? Date.parse(asked.createdAt) : null,
    pspReference,
    problem: isOver ? null : ((isDead(refund) ? last?.reason : null) ?? asked?.problem ?? null),
  }
}
