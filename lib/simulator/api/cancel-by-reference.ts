import { z } from 'zod'
import { type Answer, invalid, malformed } from '@/lib/simulator/answer'
import type { Database, SimulatorConfig } from '@/lib/simulator/config'
import { bookModification } from '@/lib/simulator/money/book-modification'
import { findPayment } from '@/lib/simulator/payment/payment'
import { queueWebhooks } from '@/lib/simulator/webhooks/webhook-queue'

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
  const { paymentReference, reference } = parsed.data
  if (!paymentReference) return invalid('158', "Required field 'paymentReference' is not provided.")

  const payment = await findPayment(db, 'reference', paymentReference, 'for update')
  if (payment === null) return invalid('167', 'Original pspReference required for this operation')

  const { made, webhooks } = await bookModification(
    db,
    payment,
    {
      kind: 'cancels',
      eventCode: 'TECHNICAL_CANCEL',
      askedBy: 'shop',
      reference: reference ?? null,
      merchantReference: payment.reference,
      amount: payment.amount,
      tellsAmount: true,
      ruling: null,
      action: null,
      afterMs: 0,
    },
    now,
  )
  await queueWebhooks(db, config, payment, webhooks, now)
  const { merchantAccount } = config
  return {
    status: 201,
    body: {
      merchantAccount,
      pspReference: made.pspReference,
      status: 'received',
      ...parsed.data,
    },
  }
}
