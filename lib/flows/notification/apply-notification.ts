import { type Meaning, meaningOf, parseItem } from '@/lib/adyen/notification'
import { TOKEN_EVENTS } from '@/lib/adyen/token-notification'
import type { Instant, OrderId } from '@/lib/core/ids'
import { krw, sameMoney } from '@/lib/core/money'
import type { Fact } from '@/lib/core/order'
import { type AttemptRow, findAttemptByReference } from '@/lib/db/attempts'
import type { Tx } from '@/lib/db/connection'
import { findNotification, type InboxRow, markApplied, park } from '@/lib/db/inbox'
import { lockOrder } from '@/lib/db/orders'
import { listRefundsOf } from '@/lib/db/refunds'
import { isUnreadable } from '@/lib/db/unreadable'
import type { Deps } from '../deps'
import { recordIn } from '../record'
import { applyContract, applyTokenLife, type TokenParkedWhy } from './apply-token'

/** Why a notification waits for a person. It never paid an order. */
type ParkedWhy =
  | 'unknown_reference'
  | 'unknown_refund'
  | 'wrong_amount'
  | 'wrong_merchant_account'
  | 'wrong_environment'
  | 'not_understood'
  | TokenParkedWhy

/**
 * Brings a stored notification into its order, once. One that does not fit is parked with the reason;
 * calling this again, when the cause is gone, applies it. One whose order cannot be read is parked, to be seen, and
 * throws, to be tried again.
 */
export async function applyNotification(deps: Deps, id: number): Promise<void> {
  try {
    await applyOnce(deps, id)
  } catch (error) {
    if (isUnreadable(error)) await park(deps.db, id, 'unreadable_event')
    throw error
  }
}

async function applyOnce(deps: Deps, id: number): Promise<void> {
  const now = await deps.clock.now()
  await deps.db.transaction().execute(async (tx) => {
    const row = await findNotification(tx, id)
    if (!row || row.appliedAt) return
    const why = await apply(tx, deps, row, now)
    if (why !== null) {
      deps.log('A notification is parked', { notification: id, event: row.eventCode, why })
      return park(tx, id, why)
    }
    await markApplied(tx, id, new Date(now))
  })
}

/** Null when it was applied, or has no consequence. */
async function apply(tx: Tx, deps: Deps, row: InboxRow, now: Instant): Promise<ParkedWhy | null> {
  if (row.eventCode.startsWith(TOKEN_EVENTS)) return applyTokenLife(tx, deps, row.item, now)
  const item = parseItem(row.item)
  if (item === null) return 'not_understood'
  const meaning = meaningOf(item)
  if (meaning.kind === 'no_consequence') return null
  if (row.live !== String(deps.shop.live)) return 'wrong_environment'
  if (item.merchantAccountCode !== deps.shop.merchantAccount) return 'wrong_merchant_account'
  if (meaning.kind === 'token') return applyContract(tx, deps, meaning, now)
  const target = await findTarget(tx, meaning)
  if (typeof target === 'string') return target
  await recordIn(tx, deps, target.order, target.fact, now)
  return null
}

type Target = { readonly order: OrderId; readonly fact: Fact }

type RefundNews = Extract<Meaning, { kind: 'refund' }>

/** Which order it is about and what it says there. */
async function findTarget(tx: Tx, meaning: PaymentNews | RefundNews): Promise<Target | ParkedWhy> {
  if (meaning.kind === 'refund') return findRefundTarget(tx, meaning)

  const attempt = await findAttemptByReference(tx, meaning.reference)
  if (!attempt) return 'unknown_reference'
  if (!fits(attempt, meaning)) return 'wrong_amount'
  return { order: attempt.orderId, fact: factOf(attempt, meaning) }
}

type PaymentNews = Extract<Meaning, { kind: 'authorised' | 'failed' | 'offer_closed' }>

/** Money has to name its amount; bad news may come without one. */
function fits(attempt: AttemptRow, { kind, amount }: PaymentNews): boolean {
  if (amount === null) return kind !== 'authorised'
  return sameMoney(krw(attempt.amount), amount)
}

function factOf({ id: attempt, amount }: AttemptRow, news: PaymentNews): Fact {
  switch (news.kind) {
    case 'authorised':
      return { kind: 'payment_authorised', attempt, payment: news.payment, amount: krw(amount) }
    case 'failed':
      return { kind: 'payment_failed', attempt, payment: news.payment }
    case 'offer_closed':
      return { kind: 'offer_closed', attempt }
  }
}

/**
 * A refund is found by the reference that Adyen gave it, which its notification may overtake. A reversal
 * can come under a reference of its own: then the payment has to tell, and only if it has one refund.
 */
async function findRefundTarget(tx: Tx, news: RefundNews): Promise<Target | ParkedWhy> {
  const [first] = await listRefundsOf(tx, news.payment)
  if (!first) return 'unknown_refund'
  // Whoever stores Adyen's reference holds the order, and afterwards looks for news that was parked without it.
  await lockOrder(tx, first.orderId)
  const ofPayment = await listRefundsOf(tx, news.payment)
  const named = ofPayment.find((refund) => refund.pspReference === news.refundPsp)
  const refund = named ?? (news.rung === 'reversed' && ofPayment.length === 1 ? ofPayment[0] : null)
  if (!refund) return 'unknown_refund'
  if (news.amount && !sameMoney(krw(refund.amount), news.amount)) return 'wrong_amount'
  return {
    order: refund.orderId,
    fact: { kind: 'refund_news', refund: refund.id, rung: news.rung },
  }
}
