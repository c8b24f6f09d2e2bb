import type { Attempt } from './attempt'
import type { ReceivedPayment } from './books'
import { neverCame, type Order, type OrderStatus, statusOf } from './order'
import { isDecline, type Outcome } from './outcome'

/** What the result page says: an outcome, that we do not know yet, that time ran out, or that the money never came. */
export type ShownOutcome = Outcome | 'unknown' | 'timed_out' | 'never_came'

/**
 * What to tell the shopper about one attempt. It speaks of the attempt, not of the order, and never
 * says "failed" of money that we only have not heard of.
 */
export function shownOutcomeOf(
  attempt: Attempt,
  { payments }: { readonly payments: readonly ReceivedPayment[] },
): ShownOutcome {
  const own = payments.filter((received) => received.attempt === attempt.id)
  if (own.length > 0 && own.every(neverCame)) return 'never_came'
  switch (attempt.rung) {
    case 'authorised':
    case 'said_authorised':
      return 'approved'
    case 'failed':
      // A shopper who came back was told why; one who never did learns that it was refused.
      return attempt.outcome === 'left' || attempt.outcome === 'broken'
        ? attempt.outcome
        : 'refused'
    case 'waiting':
    case 'declined':
      return attempt.outcome ?? 'unknown'
    case 'expired':
    case 'closed':
      return isDecline(attempt.outcome) ? attempt.outcome : 'timed_out'
    case 'open':
      return 'unknown'
  }
}

/** Who or what ended a cancelled order, as those who ordered read it. */
export type OrderEnd = NonNullable<OrderStatus['why']> | 'left' | 'never_came'

/** The newest attempt tells: an order is not "late" whose shopper pressed Cancel, or whose wallet refused. Null: it goes on. */
export function orderEndOf(order: Order): OrderEnd | null {
  const { why } = statusOf(order)
  const newest = order.attempts.at(-1)
  if ((why !== 'payment_failed' && why !== 'timed_out') || !newest) return why
  const shown = shownOutcomeOf(newest, order)
  if (shown === 'left' || shown === 'timed_out' || shown === 'never_came') return shown
  return shown === 'refused' || shown === 'broken' ? 'payment_failed' : why
}

export type NextStep =
  | 'view_order'
  | 'try_again'
  | 'other_method'
  | 'cancel_order'
  | 'continue_shopping'

type Advice = { readonly tone: 'good' | 'wait' | 'bad'; readonly next: readonly NextStep[] }

/** "Action to take" of Adyen's page on KakaoPay, and what we add where it is silent. First step first. */
export const advice = {
  approved: { tone: 'good', next: ['view_order', 'continue_shopping'] },
  waiting: { tone: 'wait', next: ['view_order', 'continue_shopping'] },
  unknown: { tone: 'wait', next: ['view_order', 'continue_shopping'] },
  left: { tone: 'bad', next: ['try_again', 'other_method', 'cancel_order'] },
  refused: { tone: 'bad', next: ['other_method', 'try_again', 'cancel_order'] },
  broken: { tone: 'bad', next: ['try_again', 'other_method', 'cancel_order'] },
  timed_out: { tone: 'bad', next: ['try_again', 'other_method', 'continue_shopping'] },
  never_came: { tone: 'bad', next: ['other_method', 'try_again', 'cancel_order'] },
} as const satisfies Record<ShownOutcome, Advice>
