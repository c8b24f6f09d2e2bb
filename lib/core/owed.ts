import type { ParcelBrings } from './goods/parcel'
import { type AttemptId, type Instant, laterBy, MINUTE, type RefundId, SECOND } from './ids'
import { neverCame, type Order, type OrderEvent, statusOf } from './order'
import { isDead } from './refund'
import { waitAfter } from './wish'

/* What has to be done about what happened to an order: jobs and letters, as data. */

/** A thing to do, now or at `due`. It is stored in the transaction of the event that owes it. */
export type Owed = { readonly due: Instant } & (
  | { job: 'expire_attempt'; attempt: AttemptId }
  | { job: 'resume_payment'; attempt: AttemptId }
  | { job: 'end_stock_hold' }
  | { job: 'ask_refund'; refund: RefundId }
  | { job: 'refund_again'; refund: RefundId }
  /** `event` is when it happened: the same letter again is another one only for another event. */
  | { job: 'mail'; letter: Letter; event: Instant }
)
export type Letter =
  | 'paid'
  | 'payment_failed'
  | 'timed_out'
  | 'sold_out'
  | 'refund_requested'
  | 'refunded'
  | 'refund_stuck'
  | 'handed_back'
  | 'sent'
  | 'partly_sent'
  | 'exchange_sent'
  | 'claim_opened'
  | 'claim_refused'
  | 'claim_settled'

// Long enough for the shopper who cancelled by mistake to pay with a second attempt.
const BAD_NEWS_WAITS = 10 * MINUTE
// The request itself gives up after two calls of ten seconds.
const ANSWER_OVERDUE = 30 * SECOND

/** After so many tries of a wish that were in vain, is there another? Else a person has to look. */
export const isTriedAgain = (tries: number): boolean => waitAfter(tries) !== null

/** What an event makes us do. */
export function owed(event: OrderEvent): Owed[] {
  const { at } = event
  const mail = (letter: Letter): Owed[] => [{ job: 'mail', letter, event: at, due: at }]
  switch (event.type) {
    case 'attempt_started': {
      const { attempt, expiresAt, holdUntil } = event
      return [
        { job: 'expire_attempt', attempt, due: expiresAt },
        { job: 'resume_payment', attempt, due: laterBy(at, ANSWER_OVERDUE) },
        ...(holdUntil === null ? [] : [{ job: 'end_stock_hold', due: holdUntil } as const]),
      ]
    }
    case 'returned':
      return [{ job: 'expire_attempt', attempt: event.attempt, due: event.expiresAt }]
    case 'refund_requested': {
      const ask = { job: 'ask_refund', refund: event.refund, due: at } as const
      // Told once for each wish: what is asked for anew is no other news. A settled claim has a letter of its own.
      if (event.number > 1 || event.why === 'claim_settled') return [ask]
      return [ask, ...mail(event.why === 'sold_out' ? 'sold_out' : 'refund_requested')]
    }
    case 'refund_found':
      return event.rung === 'done' ? mail('refunded') : []
    case 'refund_climbed':
      return owedForRefund(event)
    case 'payment_undone':
      return event.how === 'cancelled' && event.amount.minor > 0 ? mail('refunded') : []
    case 'handed_back':
      return mail('handed_back')
    case 'became':
      return lettersFor(event)
    case 'parcel_sent':
      return mail(parcelLetters[event.brings])
    case 'claim_opened':
    case 'claim_refused':
    case 'claim_settled':
      return mail(event.type)
    case 'climbed':
    case 'charged':
    case 'kept':
    case 'refund_let_be':
    case 'refund_adopted':
    case 'dispute_told':
    case 'cancelled_by':
    case 'lines_cancelled':
    case 'parcel_moved':
    case 'parcel_lost':
    case 'claim_withdrawn':
    case 'claim_arrived':
    case 'stock_taken':
    case 'stock_returned':
    case 'stock_hold_over':
      return []
  }
}

const parcelLetters = {
  all: 'sent',
  part: 'partly_sent',
  exchange: 'exchange_sent',
} as const satisfies Record<ParcelBrings, Letter>

/** Waiting times, tries and giving up belong to the wish. What was made elsewhere is nobody's to try again. */
function owedForRefund(event: Extract<OrderEvent, { type: 'refund_climbed' }>): Owed[] {
  const { refund, was, to, tries, at } = event
  if (to === 'done') return [{ job: 'mail', letter: 'refunded', event: at, due: at }]
  if (!isDead({ rung: to }) || isDead({ rung: was })) return []
  const wait = waitAfter(tries)
  if (wait !== null) return [{ job: 'refund_again', refund, due: laterBy(at, wait) }]
  // Of a refund made elsewhere the shopper has heard only if it was done.
  const isKnown = tries > 0 || was === 'done'
  return isKnown ? [{ job: 'mail', letter: 'refund_stuck', event: at, due: at }] : []
}

function lettersFor({ status, why, was, at }: Extract<OrderEvent, { type: 'became' }>): Owed[] {
  // Back from `refunded` means that a refund bounced: no news for the shopper.
  if (status === 'paid' && was !== 'refunded')
    return [{ job: 'mail', letter: 'paid', event: at, due: at }]
  if (was !== 'cancelled' && (why === 'payment_failed' || why === 'timed_out'))
    return [{ job: 'mail', letter: why, event: at, due: laterBy(at, BAD_NEWS_WAITS) }]
  return []
}

/**
 * Is a letter still to be sent when its time has come? Bad news is dropped when the shopper has begun to
 * pay again or has paid. It says that nothing was charged, so also when money came: that has letters of its own.
 */
export function stillTrue(letter: Letter, order: Order): boolean {
  if (letter !== 'payment_failed' && letter !== 'timed_out') return true
  const { why } = statusOf(order)
  return (why === 'payment_failed' || why === 'timed_out') && order.payments.every(neverCame)
}
