import type { Database } from '@/lib/simulator/config'
import { listModifications } from '@/lib/simulator/money/booked-modifications'
import type { Payment } from '@/lib/simulator/payment/payment'
import { readSwitches } from '@/lib/simulator/switches'
import {
  FIRST_WEBHOOK_MS,
  type QueuedWebhook,
  toldAt,
} from '@/lib/simulator/webhooks/webhook-queue'

/** Adyen captures again what failed, within days: the money is there after all. Null: nothing has failed. */
export async function captureAgain(
  db: Database,
  payment: Payment,
  { delayMs, reason = 'Transaction Recaptured' }: { delayMs: number; reason?: string | undefined },
  now: number,
) {
  const all = await listModifications(db, [payment.pspReference])
  const failed = all.find(
    ({ effect, undoneAt }) => effect === 'capture_failed' && undoneAt === null,
  )
  if (failed === undefined) return null
  const afterMs = FIRST_WEBHOOK_MS + delayMs
  const set = await readSwitches(db, payment.reference)
  const { pspReference, amount } = failed
  await db.query('update simulator.modifications set undone_at = $2 where psp_reference = $1', [
    pspReference,
    toldAt(now, afterMs, set),
  ])
  const item = {
    eventCode: 'CAPTURE',
    success: 'true',
    pspReference,
    originalReference: payment.pspReference,
    merchantReference: payment.reference,
    amount,
    paymentMethod: payment.method,
    reason,
  } as const
  const webhooks: QueuedWebhook[] = [{ afterMs, item }]
  const { value } = amount
  return {
    eventCode: item.eventCode,
    pspReference,
    value,
    takes: 0,
    outcome: 'ok',
    reason,
    webhooks,
  }
}
