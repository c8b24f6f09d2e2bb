import { z } from 'zod'
import { type Answer, alreadyProcessed, invalid, malformed } from '@/lib/simulator/answer'
import type { Database } from '@/lib/simulator/config'
import { findPayment, type Payment } from '@/lib/simulator/payment/payment'
import { refusalFields } from '@/lib/simulator/payment/refusal-reasons'
import { readSwitches, type Switches } from '@/lib/simulator/switches'

export const detailsRequest = z.object({
  details: z.object({ redirectResult: z.string().max(20_000).optional() }).optional(),
})

/** A redirectResult is worth one answer; after that only the same Idempotency-Key gives it again. */
export async function givePaymentDetails(
  db: Database,
  body: unknown,
  now: number,
): Promise<Answer> {
  const parsed = detailsRequest.safeParse(body)
  if (!parsed.success) return malformed(String(parsed.error.issues[0]?.path.join('.')))

  const redirectResult = parsed.data.details?.redirectResult
  if (!redirectResult) return invalid('14_002', "Required field 'paymentData' is not provided.")

  const payment = await findPayment(db, 'redirect_result', redirectResult, 'for update')
  if (payment === null) return invalid('14_018', 'Invalid payload provided')
  const set = await readSwitches(db, payment.reference)
  if (isStale(payment, set, now)) return invalid('14_018', 'Invalid payload provided')
  if (payment.detailsAskedAt !== null) return alreadyProcessed()

  await db.query('update simulator.payments set details_asked_at = $2 where id = $1', [
    payment.id,
    now,
  ])
  return {
    status: 200,
    body: {
      resultCode: payment.resultCode,
      pspReference: payment.pspReference,
      merchantReference: payment.reference,
      amount: payment.amount,
      ...(payment.resultCode === 'Authorised' ? { paymentMethod: { type: payment.method } } : {}),
      ...refusalFields(payment.refusalCode),
      ...(set.additionalData === 'everywhere' ? { additionalData: payment.additionalData } : {}),
    },
  }
}

function isStale({ endedAt }: Payment, set: Switches, now: number): boolean {
  const { redirectResultLifetimeMs: lifetime } = set
  return lifetime !== null && endedAt !== null && now - endedAt > lifetime
}
