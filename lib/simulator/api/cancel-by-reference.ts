import { z } from 'zod'
import { type Answer, invalid, malformed } from '@/lib/simulator/answer'
import {
  closeIfOpen,
  decideModification,
  insertModification,
} from '@/lib/simulator/api/modifications'
import type { Database, SimulatorConfig } from '@/lib/simulator/config'
import { findPayment } from '@/lib/simulator/payment/payment'
import { newPspReference } from '@/lib/simulator/references'
import { readSwitches } from '@/lib/simulator/switches'
import { FIRST_WEBHOOK_MS, queueWebhooks } from '@/lib/simulator/webhooks/webhook-queue'

const request = z.object({
  paymentReference: z.string().optional(),
  reference: z.string().max(80).optional(),
})

/** POST /cancels, for a merchant who never learnt the pspReference. Told by TECHNICAL_CANCEL. */
export async function cancelByReference(
  db: Database,
  config: SimulatorConfig,
  body: unknown,
  now: number,
): Promise<Answer> {
  const parsed = request.safeParse(body)
  if (!parsed.success) return malformed(String(parsed.error.issues[0]?.path.join('.')))
  const { paymentReference } = parsed.data
  if (!paymentReference) return invalid('158', "Required field 'paymentReference' is not provided.")

  const payment = await findPayment(db, 'reference', paymentReference, 'for update')
  if (payment === null) return invalid('167', 'Original pspReference required for this operation')

  const set = await readSwitches(db, payment.reference)
  const pspReference = newPspReference(set.pspReferences)
  const { amount } = payment
  const result = await decideModification(db, 'cancels', payment, amount.value, now)
  await closeIfOpen(db, payment, result, now)
  await insertModification(db, {
    pspReference,
    paymentPspReference: payment.pspReference,
    kind: 'cancels',
    asked: parsed.data,
    amount,
    result,
    now,
  })
  const item = {
    eventCode: 'TECHNICAL_CANCEL',
    success: result.outcome === 'refused' ? 'false' : 'true',
    pspReference,
    originalReference: payment.pspReference,
    merchantReference: payment.reference,
    amount,
    paymentMethod: payment.method,
    reason: result.reason,
  } as const
  await queueWebhooks(db, config, payment, [{ afterMs: FIRST_WEBHOOK_MS, item }], now)
  const { merchantAccount } = config
  return {
    status: 201,
    body: { merchantAccount, pspReference, status: 'received', ...parsed.data },
  }
}
