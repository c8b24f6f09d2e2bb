import { z } from 'zod'
import type { Answer } from '@/lib/simulator/answer'
import type { Database } from '@/lib/simulator/config'
import { findPayment, type Payment } from '@/lib/simulator/payment/payment'

/** Which payment is meant: by its pspReference, or by a merchant reference or the number of its order. */
export const paymentNamed = z.object({
  payment: z.string().optional(),
  reference: z.string().optional(),
})
export type PaymentNamed = z.infer<typeof paymentNamed>

/** Of several with one name the newest that was authorised. Locked. */
export async function findPaymentMeant(
  db: Database,
  { payment, reference }: PaymentNamed,
): Promise<Payment | null> {
  if (payment !== undefined) return findPayment(db, 'psp_reference', payment, 'for update')
  const { rows } = await db.query<{ psp_reference: string }>(
    `select psp_reference from simulator.payments where reference = $1 or order_reference = $1
     order by authorised_at is null, id desc limit 1`,
    [reference ?? null],
  )
  const found = rows[0]?.psp_reference
  return found === undefined ? null : findPayment(db, 'psp_reference', found, 'for update')
}

export const unknownPayment = ({ payment, reference }: PaymentNamed): Answer => ({
  status: 404,
  body: { error: `There is no payment ${payment ?? reference ?? 'without a name'}.` },
})

/** What a webhook about a modification calls it by. Adyen sends what was typed with it, or the payment's. */
export const calledBy = z.object({
  calledBy: z.enum(['payment', 'modification', 'nothing']).default('payment'),
  /** The modification's own; absent: one is made up. */
  modificationReference: z.string().max(80).optional(),
})

export function merchantReferenceOf(
  asked: z.infer<typeof calledBy>,
  { reference }: Payment,
  own: string,
): string {
  switch (asked.calledBy) {
    case 'payment':
      return reference
    case 'modification':
      return asked.modificationReference ?? own
    case 'nothing':
      return ''
  }
}

/** An amount in minor units, or half of the payment; absent: all that is left of it. */
export const wantedValue = z
  .union([z.literal('half'), z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER)])
  .optional()

export function wonOf(
  wanted: z.infer<typeof wantedValue>,
  { amount }: Payment,
  left: number,
): number {
  if (wanted === 'half') return Math.max(1, Math.floor(amount.value / 2))
  return wanted ?? (left > 0 ? left : amount.value)
}
