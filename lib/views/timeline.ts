import { type DisputeStep, isTaking } from '../core/dispute'
import { type Line, type Pieces, samePieces } from '../core/goods/lines'
import { formatMoney, type Money } from '../core/money'
import type { Order, OrderEvent } from '../core/order'
import { isDecline } from '../core/outcome'
import { isTriedAgain } from '../core/owed'
import { isDead } from '../core/refund'

/** What a person can read about an order's life, oldest first; the sentence for each is in the messages. */
type TimelineEntry = {
  readonly at: number
  readonly what: TimelineWord
  /** How much, of money that goes back or is contested; else null. */
  readonly amount: string | null
  /** Of which goods, where it is not all that was ordered; else null. */
  readonly pieces: string | null
}
type TimelineWord =
  | 'payment_started'
  | 'payment_started_again'
  | 'returned_approved'
  | 'returned_waiting'
  | 'returned_left'
  | 'returned_refused'
  | 'returned_broken'
  | 'returned_unknown'
  | 'payment_failed'
  | 'payment_timed_out'
  | 'payment_left'
  | 'paid'
  | 'surplus_payment'
  | 'refund_requested'
  | 'refund_done'
  | 'refund_failed'
  | 'refund_stuck'
  | 'refund_again'
  | 'handed_back'
  | 'payment_never_came'
  | 'dispute_opened'
  | 'dispute_took'
  | 'dispute_gave_back'
  | 'cancelled_by_shopper'
  | 'cancelled_by_merchant'
  | 'parcel_sent'
  | 'part_sent'
  | 'rest_sent'
  | 'parcel_delivered'
  | 'part_delivered'
  | 'exchange_delivered'
  | 'parcel_unsent'
  | 'parcel_came_back'
  | 'parcel_lost'
  | 'exchange_sent'
  | 'lines_cancelled'
  | 'lines_cancelled_less'
  | 'parcel_claimed'
  | 'exchange_asked'
  | 'claimed_for_shopper'
  | 'claim_refused'
  | 'claim_withdrawn'
  | 'claim_arrived'
  | 'claim_settled'

// Whoever has the link loads them, and reads no more.
const MOST_ENTRIES = 100

export type TimelineView = {
  readonly entries: readonly TimelineEntry[]
  /** There are older ones, which are not shown. */
  readonly hasOlder: boolean
}

/** The newest of it. */
export function timelineOf(
  order: Order,
  events: readonly OrderEvent[],
  named: (pieces: Pieces) => string,
): TimelineView {
  const newest: TimelineEntry[] = []
  for (const event of events.toReversed()) {
    const what = wordFor(event, events)
    if (what === null) continue
    if (newest.length === MOST_ENTRIES) return { entries: newest.toReversed(), hasOlder: true }
    newest.push(entryOf(order, event, what, named))
  }
  return { entries: newest.toReversed(), hasOlder: false }
}

function entryOf(
  order: Order,
  event: OrderEvent,
  what: TimelineWord,
  named: (pieces: Pieces) => string,
): TimelineEntry {
  const amount = amountOf(event, order)
  const pieces = piecesOf(event, order)
  const isAll = pieces === null || samePieces(pieces, order.goods.lines.map(asPieces))
  return {
    at: event.at,
    what,
    amount: amount && formatMoney(amount),
    pieces: isAll ? null : named(pieces),
  }
}

const asPieces = ({ id: line, quantity }: Line) => ({ line, quantity })

function wordFor(event: OrderEvent, all: readonly OrderEvent[]): TimelineWord | null {
  switch (event.type) {
    case 'attempt_started':
      return event.number === 1 ? 'payment_started' : 'payment_started_again'
    case 'returned':
      return `returned_${event.outcome ?? 'unknown'}`
    case 'climbed':
      return event.to === 'failed' || event.to === 'closed' || event.to === 'expired'
        ? endOf(event, all)
        : null
    case 'kept':
      return 'paid'
    case 'refund_requested':
      if (event.number > 1) return 'refund_again'
      return event.why === 'surplus' ? 'surplus_payment' : 'refund_requested'
    case 'refund_found':
      return event.rung === 'done' ? 'refund_done' : null
    case 'refund_climbed':
      return refundWord(event)
    case 'payment_undone':
      if (event.how === 'never_came') return 'payment_never_came'
      return event.amount.minor > 0 ? 'refund_done' : null
    case 'handed_back':
      return 'handed_back'
    case 'dispute_told':
      return disputeWord(event, all)
    case 'cancelled_by':
      return `cancelled_by_${event.who}`
    case 'parcel_sent':
      return sentWord(event, all)
    case 'parcel_moved':
      return event.to === 'delivered' ? deliveredWord(event, all) : `parcel_${event.to}`
    case 'claim_opened':
      if (event.by === 'merchant') return 'claimed_for_shopper'
      return event.remedy === 'same_goods' ? 'exchange_asked' : 'parcel_claimed'
    case 'lines_cancelled':
      return event.wayThere.minor > 0 ? 'lines_cancelled_less' : 'lines_cancelled'
    case 'parcel_lost':
    case 'claim_refused':
    case 'claim_withdrawn':
    case 'claim_arrived':
    case 'claim_settled':
      return event.type
    case 'charged':
    case 'refund_let_be':
    case 'refund_adopted':
    case 'became':
    case 'stock_taken':
    case 'stock_returned':
    case 'stock_hold_over':
      return null
  }
}

type Sending = Extract<OrderEvent, { type: 'parcel_sent' }>

function sentWord({ brings, parcel }: Sending, all: readonly OrderEvent[]) {
  if (brings === 'exchange') return 'exchange_sent'
  if (brings === 'part') return 'part_sent'
  return isInParts(parcel, all) ? 'rest_sent' : 'parcel_sent'
}

function deliveredWord(
  { parcel }: Extract<OrderEvent, { type: 'parcel_moved' }>,
  all: readonly OrderEvent[],
) {
  const sent = all.find((event) => event.type === 'parcel_sent' && event.parcel === parcel)
  if (sent?.type === 'parcel_sent' && sent.brings === 'exchange') return 'exchange_delivered'
  return isInParts(parcel, all) ? 'part_delivered' : 'parcel_delivered'
}

/** What was ordered together is sent in more than this parcel, or was when it left. */
const isInParts = (parcel: Sending['parcel'], all: readonly OrderEvent[]): boolean =>
  all.some(
    (event) =>
      event.type === 'parcel_sent' &&
      event.brings === 'part' &&
      (event.parcel === parcel || !wasUnsent(event.parcel, all)),
  )

const wasUnsent = (parcel: Sending['parcel'], all: readonly OrderEvent[]): boolean =>
  all.some(
    (event) => event.type === 'parcel_moved' && event.parcel === parcel && event.to === 'unsent',
  )

/** Who ended a payment: whoever pressed Cancel in the wallet does not read that the time ran out. */
function endOf(
  { attempt, to }: Extract<OrderEvent, { type: 'climbed' }>,
  all: readonly OrderEvent[],
): TimelineWord {
  const returned = all.filter((event) => event.type === 'returned' && event.attempt === attempt)
  const last = returned.at(-1)
  const outcome = last?.type === 'returned' ? last.outcome : null
  if (outcome === 'left') return 'payment_left'
  return to === 'failed' || isDecline(outcome) ? 'payment_failed' : 'payment_timed_out'
}

/** That nothing more is tried is said once, and of what was made elsewhere only if it had been said to be back. */
function refundWord({
  was,
  to,
  tries,
}: Extract<OrderEvent, { type: 'refund_climbed' }>): TimelineWord | null {
  if (to === 'done') return 'refund_done'
  if (!isDead({ rung: to }) || isDead({ rung: was })) return null
  if (isTriedAgain(tries)) return 'refund_failed'
  return tries > 0 || was === 'done' ? 'refund_stuck' : null
}

/** What a shopper would know of it; the rest is between the shop and the provider. */
function disputeWord(
  { dispute, step, at }: Extract<OrderEvent, { type: 'dispute_told' }>,
  all: readonly OrderEvent[],
): TimelineWord | null {
  if (isTaking(step)) return 'dispute_took'
  if (step === 'returned') return 'dispute_gave_back'
  const isQuestion = (told: DisputeStep) => told === 'announced' || told === 'information_asked'
  const isFirst = all.every(
    (other) =>
      other.type !== 'dispute_told' ||
      other.dispute !== dispute ||
      !isQuestion(other.step) ||
      other.at >= at,
  )
  return isQuestion(step) && isFirst ? 'dispute_opened' : null
}

/** Which goods an event is about; null for money, and for all that was ordered. */
function piecesOf(event: OrderEvent, { goods }: Order): Pieces | null {
  switch (event.type) {
    case 'lines_cancelled':
    case 'parcel_sent':
    case 'claim_opened':
      return event.pieces
    case 'parcel_moved':
    case 'parcel_lost':
      return goods.parcels.find(({ id }) => id === event.parcel)?.pieces ?? null
    case 'claim_refused':
    case 'claim_withdrawn':
    case 'claim_arrived':
    case 'claim_settled':
      return goods.claims.find(({ id }) => id === event.claim)?.pieces ?? null
    default:
      return null
  }
}

function amountOf(event: OrderEvent, { refunds }: Order): Money | null {
  switch (event.type) {
    case 'refund_climbed':
      return refunds.find(({ id }) => id === event.refund)?.amount ?? null
    case 'refund_requested':
    case 'refund_found':
    case 'handed_back':
    case 'payment_undone':
    case 'dispute_told':
    case 'lines_cancelled':
      return event.amount
    default:
      return null
  }
}
