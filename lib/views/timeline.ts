import type { DisputeStep } from '../core/dispute'
import type { OrderEvent } from '../core/order'
import { isDecline } from '../core/outcome'

/** What a person can read about an order's life, oldest first; the sentence for each is in the messages. */
export type TimelineEntry = { readonly at: number; readonly what: TimelineWord }
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
  | 'refund_again'
  | 'handed_back'
  | 'payment_never_came'
  | 'dispute_opened'
  | 'dispute_took'
  | 'dispute_gave_back'
  | 'cancelled_by_shopper'
  | 'cancelled_by_merchant'
  | 'parcel_sent'
  | 'parcel_delivered'
  | 'parcel_claimed'

export const timelineOf = (events: readonly OrderEvent[]): TimelineEntry[] =>
  events.flatMap((event) => {
    const what = wordFor(event, events)
    return what === null ? [] : [{ at: event.at, what }]
  })

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
      if (event.to === 'done') return 'refund_done'
      return event.to === 'failed' || event.to === 'reversed' ? 'refund_failed' : null
    case 'payment_undone':
      return event.how === 'cancelled' ? 'refund_done' : 'payment_never_came'
    case 'handed_back':
      return 'handed_back'
    case 'dispute_told':
      return disputeWord(event.step)
    case 'cancelled_by':
      return `cancelled_by_${event.who}`
    case 'parcel_climbed':
      return `parcel_${event.to}`
    case 'charged':
    case 'became':
    case 'stock_taken':
    case 'stock_returned':
    case 'stock_hold_over':
      return null
  }
}

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

/** What a shopper would know of it; the rest is between the shop and the provider. */
function disputeWord(step: DisputeStep): TimelineWord | null {
  if (step === 'announced') return 'dispute_opened'
  if (step === 'taken' || step === 'taken_again') return 'dispute_took'
  return step === 'returned' ? 'dispute_gave_back' : null
}
