import { z } from 'zod'
import { type Answer, invalid, malformed } from '@/lib/simulator/answer'
import type { Database, SimulatorConfig } from '@/lib/simulator/config'
import { bookModification, type ModificationKind } from '@/lib/simulator/money/book-modification'
import { findPayment } from '@/lib/simulator/payment/payment'
import { queueWebhooks } from '@/lib/simulator/webhooks/webhook-queue'

const request = z.object({
  amount: z.object({ currency: z.string(), value: z.number().int() }).optional(),
  reference: z.string().max(80).optional(),
  merchantRefundReason: z
    .enum(['FRAUD', 'CUSTOMER REQUEST', 'RETURN', 'DUPLICATE', 'OTHER'])
    .optional(),
})

const eventOf = {
  refunds: 'REFUND',
  captures: 'CAPTURE',
  cancels: 'CANCELLATION',
  reversals: 'CANCEL_OR_REFUND',
} as const satisfies Record<ModificationKind, string>

/** Always 201 `received`; what became of it is told by webhook only. */
export async function modifyPayment(
  db: Database,
  config: SimulatorConfig,
  kind: ModificationKind,
  paymentPspReference: string,
  body: unknown,
  now: number,
): Promise<Answer> {
  const parsed = request.safeParse(body)
  if (!parsed.success) return malformed(String(parsed.error.issues[0]?.path.join('.')))

  const payment = await findPayment(db, 'psp_reference', paymentPspReference, 'for update')
  if (payment === null) return invalid('167', 'Original pspReference required for this operation')

  const asked = parsed.data
  const hasAmount = kind === 'refunds' || kind === 'captures'
  if (hasAmount && asked.amount === undefined)
    return invalid('100', "Required object 'amount' is not provided.")
  const amount = (hasAmount ? asked.amount : undefined) ?? payment.amount
  if (amount.value <= 0 || amount.currency !== payment.amount.currency)
    return invalid('137', "Field 'amount' is not valid.")

  const { made, webhooks } = await bookModification(
    db,
    payment,
    {
      kind,
      eventCode: eventOf[kind],
      askedBy: 'shop',
      reference: asked.reference ?? null,
      merchantReference: asked.reference ?? payment.reference,
      amount,
      tellsAmount: true,
      ruling: null,
      action: null,
      afterMs: 0,
    },
    now,
  )
  await queueWebhooks(db, config, payment, webhooks, now)
  return {
    status: 201,
    body: {
      merchantAccount: config.merchantAccount,
      paymentPspReference,
      pspReference: made.pspReference,
      status: 'received',
      // Only what the specification lists for this kind of answer is repeated.
      reference: asked.reference,
      ...(hasAmount ? { amount } : {}),
      ...(kind === 'refunds' ? { merchantRefundReason: asked.merchantRefundReason } : {}),
    },
  }
}
