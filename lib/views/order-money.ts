import { booksOf, type ReceivedPayment } from '../core/books'
import { isTaking } from '../core/dispute'
import type { Instant } from '../core/ids'
import { formatMoney, krw, type Money } from '../core/money'
import { isContested, neverCame, type Order, type OrderEvent } from '../core/order'
import { isDone, isOnItsWay, type OwnReason, type Refund } from '../core/refund'
import { isStuck, openOf, triesOf, type Wish } from '../core/wish'

/** One movement of an order's money, as the shopper reads it. */
type MoneyLine = {
  readonly what:
    | 'paid'
    | 'paid_again'
    | 'never_came'
    | 'given_back'
    | 'given_back_otherwise'
    | 'on_its_way'
    | 'stuck'
    | 'taken'
  readonly at: Instant
  readonly amount: string
  /** Why it goes back: in our words, or in those of who asked. Null: nothing is said. */
  readonly why: Exclude<OwnReason, 'asked'> | null
  readonly reason: string | null
  /** What there is to know about it besides. */
  readonly note: Noted | null
}

const noted = ['never_came', 'on_its_way', 'stuck', 'taken'] as const
type Noted = (typeof noted)[number]

export type OrderMoneyView = {
  /** Oldest first. */
  readonly lines: readonly MoneyLine[]
  /** Somebody contests a payment, and it is neither settled nor taken yet. */
  readonly contested: boolean
}

type Line = Pick<MoneyLine, 'what' | 'at'> & {
  readonly amount: Money
  readonly why?: MoneyLine['why']
  readonly reason?: string | null
}

/**
 * Money as it came and went. Null while there is nothing to say: nothing came, or it was simply paid. `own`: the reader
 * may see what was written to whoever ordered.
 */
export function orderMoneyView(
  order: Order,
  events: readonly OrderEvent[],
  { own }: { readonly own: boolean },
): OrderMoneyView | null {
  const lines = order.payments
    .flatMap((received) => linesOf(order, events, received))
    .filter(({ amount }) => amount.minor > 0)
    .toSorted((one, other) => one.at - other.at)
  const contested = isContested(order) && lines.every(({ what }) => what !== 'taken')
  if (!contested && lines.every(({ what }) => what === 'paid')) return null
  const shown = lines.map(({ amount, why = null, reason = null, ...line }) => ({
    ...line,
    amount: formatMoney(amount),
    why,
    reason: own ? reason : null,
    note: noted.find((what) => what === line.what) ?? null,
  }))
  return { lines: shown, contested }
}

function linesOf(order: Order, events: readonly OrderEvent[], received: ReceivedPayment): Line[] {
  const { payment, amount } = received
  const refunds = order.refunds.filter((refund) => refund.payment === payment)
  const handbacks = order.handbacks.filter((handback) => handback.payment === payment)
  const books = booksOf(order, received)
  const apart = [...refunds.filter(isDone), ...handbacks]
  const asOne = books.givenBack.minor - apart.reduce((won, each) => won + each.amount.minor, 0)
  const at = (isIt: (event: OrderEvent) => boolean) => momentOf(events, isIt)
  return [
    {
      what: wordOfPayment(received, refunds),
      at: at((event) => event.type === 'charged' && event.payment === payment),
      amount,
    },
    ...refunds.flatMap((refund) => lineOfRefund(events, refund)),
    ...order.wishes
      .filter((wish) => wish.payment === payment)
      .map((wish) => lineOfWish(order, events, wish, books.kept)),
    ...handbacks.map(({ id, amount: back, reason }) => ({
      what: 'given_back_otherwise' as const,
      at: at((event) => event.type === 'handed_back' && event.note === id),
      amount: back,
      reason,
    })),
    {
      what: 'given_back',
      at: at((event) => event.type === 'payment_undone' && event.payment === payment),
      amount: krw(asOne),
    },
    {
      what: 'taken',
      at: at((e) => e.type === 'dispute_told' && e.payment === payment && isTaking(e.step)),
      amount: books.taken,
    },
  ]
}

function wordOfPayment(received: ReceivedPayment, refunds: readonly Refund[]): MoneyLine['what'] {
  if (neverCame(received)) return 'never_came'
  return refunds.some(({ why }) => why === 'surplus') ? 'paid_again' : 'paid'
}

/** The newest such event; of what is not there nobody asks. */
const momentOf = (events: readonly OrderEvent[], isIt: (event: OrderEvent) => boolean): Instant =>
  events.findLast(isIt)?.at ?? (0 as Instant)

const reasonFor = ({ why, reason }: Pick<Refund, 'why' | 'reason'>) => ({
  why: why === 'asked' || why === 'elsewhere' ? null : why,
  reason,
})

function lineOfRefund(events: readonly OrderEvent[], refund: Refund): Line[] {
  const { id, wish, amount } = refund
  const line = { amount, ...reasonFor(refund) }
  const asked = momentOf(
    events,
    (event) =>
      (event.type === 'refund_requested' && event.wish === wish && event.number === 1) ||
      (event.type === 'refund_found' && event.refund === id),
  )
  const climbed = events.findLast(
    (event) => event.type === 'refund_climbed' && event.refund === id && event.to === refund.rung,
  )
  if (isDone(refund)) return [{ ...line, what: 'given_back', at: climbed?.at ?? asked }]
  if (isOnItsWay(refund)) return [{ ...line, what: 'on_its_way', at: asked }]
  // What a wish tried in vain is said with the wish; of what was made elsewhere, if it had been done.
  if (wish !== null || climbed?.type !== 'refund_climbed' || climbed.was !== 'done') return []
  return isMadeUpFor(events, refund, climbed.at) ? [] : [{ ...line, what: 'stuck', at: climbed.at }]
}

/** What is tried again in its own time is on its way; what is not is with a person. */
function lineOfWish(order: Order, events: readonly OrderEvent[], wish: Wish, kept: Money): Line {
  const tries = triesOf(order, wish.id).map(({ id }) => id)
  const stuck = isStuck(order, wish)
  return {
    what: stuck ? 'stuck' : 'on_its_way',
    at: momentOf(events, (event) =>
      stuck
        ? event.type === 'refund_climbed' && tries.includes(event.refund)
        : event.type === 'refund_requested' && event.wish === wish.id && event.number === 1,
    ),
    amount: krw(Math.min(openOf(order, wish), kept.minor)),
    ...reasonFor(wish),
  }
}

/** The same amount went back by another road afterwards, or is on its way. */
const isMadeUpFor = (
  events: readonly OrderEvent[],
  { payment, amount, wish }: Refund,
  since: Instant,
): boolean =>
  events.some(
    (event) =>
      (event.type === 'handed_back' ||
        event.type === 'refund_found' ||
        (event.type === 'refund_requested' && event.wish !== wish)) &&
      event.at >= since &&
      event.payment === payment &&
      event.amount.minor === amount.minor,
  )
