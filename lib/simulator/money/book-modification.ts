import type { Database } from '@/lib/simulator/config'
import {
  type BookedModification,
  insertModification,
} from '@/lib/simulator/money/booked-modifications'
import { leftOfPayment } from '@/lib/simulator/money/sums'
import type { Payment } from '@/lib/simulator/payment/payment'
import { newPspReference } from '@/lib/simulator/references'
import { readSwitches, type Switches } from '@/lib/simulator/switches'
import {
  FIRST_WEBHOOK_MS,
  type QueuedWebhook,
  toldAt,
  type UnsignedItem,
} from '@/lib/simulator/webhooks/webhook-queue'

export type ModificationKind = 'refunds' | 'captures' | 'cancels' | 'reversals'

type Ruling = Pick<BookedModification, 'outcome' | 'reason'>

export type AskedModification = {
  readonly kind: ModificationKind
  readonly eventCode: string
  readonly askedBy: BookedModification['askedBy']
  /** The modification's own, and what the webhook calls it by. */
  readonly reference: string | null
  readonly merchantReference: string
  readonly amount: Payment['amount']
  /** Some cancellations are told without one. */
  readonly tellsAmount: boolean
  /** What becomes of it, whatever the rules say; null: by the rules. */
  readonly ruling: Ruling | null
  /** For CANCEL_OR_REFUND; null: by what the payment needs. */
  readonly action: 'cancel' | 'refund' | null
  /** So long after it was asked for it is told. */
  readonly afterMs: number
}

/** Writes down what somebody asked of a payment, and gives the webhooks that tell of it. */
export async function bookModification(
  db: Database,
  payment: Payment,
  asked: AskedModification,
  now: number,
) {
  const set = await readSwitches(db, payment.reference)
  const left = await leftOfPayment(db, payment, now)
  const ruling = asked.ruling ?? rulingOf(asked.kind, payment, asked.amount.value, left, set, now)
  const isLate = ruling.outcome === 'failed_later' || ruling.outcome === 'reversed'
  const afterMs = FIRST_WEBHOOK_MS + asked.afterMs
  const laterMs = afterMs + set.refundFailsAfterMs
  const pspReference = newPspReference(set.pspReferences)
  const action = asked.action ?? (payment.authorisedAt === null ? 'cancel' : 'refund')
  const effect = effectOf(asked, action)
  const made = {
    pspReference,
    kind: asked.kind,
    eventCode: asked.eventCode,
    reference: asked.reference,
    amount: asked.amount,
    ...ruling,
    askedBy: asked.askedBy,
    effect,
    takes: takesOf(effect, payment, asked.amount.value, left, ruling, now),
    settlesAt: toldAt(now, afterMs, set),
    undoneAt: isLate ? toldAt(now, laterMs, set) : null,
  }
  await insertModification(db, payment, made, now)
  await closeIfOpen(db, payment, asked.kind, ruling, now)
  const item = toldOf(payment, asked, pspReference, ruling, action)
  const later = { REFUND_FAILED: 'Refund Failed', REFUNDED_REVERSED: 'Refund reversed' } as const
  const eventCode = ruling.outcome === 'reversed' ? 'REFUNDED_REVERSED' : 'REFUND_FAILED'
  const undone: UnsignedItem = { ...item, eventCode, success: 'true', reason: later[eventCode] }
  const webhooks: QueuedWebhook[] = [
    { afterMs, item },
    ...(isLate ? [{ afterMs: laterMs, item: undone }] : []),
  ]
  return { made, webhooks }
}

/** KakaoPay captures by itself: once paid there is nothing to cancel, only to give back. */
function rulingOf(
  kind: ModificationKind,
  payment: Payment,
  value: number,
  left: number,
  { refunds }: Switches,
  now: number,
): Ruling {
  const ok: Ruling = { outcome: 'ok', reason: '' }
  const refused = (reason: string): Ruling => ({ outcome: 'refused', reason })
  if ((kind === 'cancels' || kind === 'reversals') && payment.status === 'open') return ok
  if (payment.authorisedAt === null || payment.authorisedAt > now)
    return refused("Transaction hasn't been captured, refund not possible")
  if (kind === 'captures') return ok
  if (kind === 'cancels') return refused('Transaction has been captured, cancel not possible')
  if (value > left) return refused('Insufficient balance on payment')
  if (kind === 'reversals') return ok
  return { outcome: refunds, reason: refunds === 'refused' ? 'Refused' : '' }
}

function effectOf(
  { kind, eventCode }: AskedModification,
  action: 'cancel' | 'refund',
): BookedModification['effect'] {
  switch (kind) {
    case 'refunds':
      return 'refund'
    case 'cancels':
      return 'cancel'
    case 'reversals':
      return action
    case 'captures':
      return eventCode === 'CAPTURE_FAILED' ? 'capture_failed' : 'none'
  }
}

/** A cancellation takes what is there, however much it speaks of, and all of what has yet to come. */
function takesOf(
  effect: BookedModification['effect'],
  { amount, authorisedAt }: Payment,
  value: number,
  left: number,
  { outcome }: Ruling,
  now: number,
): number {
  if (outcome === 'refused' || effect === 'none') return 0
  if (effect === 'refund') return value
  const isThere = authorisedAt !== null && authorisedAt <= now
  return Math.max(0, Math.min(value, isThere ? left : amount.value))
}

/** A cancelled payment that nobody has paid yet can no longer be paid. */
async function closeIfOpen(
  db: Database,
  payment: Payment,
  kind: ModificationKind,
  { outcome }: Ruling,
  now: number,
): Promise<void> {
  const cancels = kind === 'cancels' || kind === 'reversals'
  if (payment.status !== 'open' || outcome !== 'ok' || !cancels) return
  await db.query(
    `update simulator.payments set status = 'ended', result_code = 'Cancelled', expires_at = null,
       ended_at = $2 where id = $1`,
    [payment.id, now],
  )
}

function toldOf(
  payment: Payment,
  { eventCode, merchantReference, amount, tellsAmount }: AskedModification,
  pspReference: string,
  { outcome, reason }: Ruling,
  action: 'cancel' | 'refund',
): UnsignedItem {
  return {
    pspReference,
    originalReference: payment.pspReference,
    merchantReference,
    eventCode,
    success: outcome === 'refused' ? 'false' : 'true',
    reason,
    paymentMethod: payment.method,
    ...(tellsAmount ? { amount } : {}),
    ...(eventCode === 'CANCEL_OR_REFUND'
      ? { additionalData: { 'modification.action': action } }
      : {}),
  }
}
