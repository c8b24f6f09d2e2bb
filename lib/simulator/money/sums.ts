import type { Database } from '@/lib/simulator/config'
import {
  type BookedDispute,
  listBookedDisputes,
  takenByDispute,
} from '@/lib/simulator/money/booked-disputes'
import {
  type BookedModification,
  listModifications,
  modificationState,
} from '@/lib/simulator/money/booked-modifications'
import type { Payment } from '@/lib/simulator/payment/payment'

/**
 * The money of payments, in minor units: came = left + refunded + refundsUnderWay + cancelled + captureFailed
 * + takenByDisputes. `left` is below zero when a dispute takes what was given back already.
 */
export type PaymentSums = ReturnType<typeof paymentSums>

type About = Pick<Payment, 'pspReference' | 'amount' | 'authorisedAt'>

export function paymentSums(
  { pspReference, amount, authorisedAt }: About,
  modifications: readonly BookedModification[],
  disputes: readonly BookedDispute[],
  now: number,
) {
  const isThere = authorisedAt !== null && authorisedAt <= now
  const mine = modifications.filter((each) => each.paymentPspReference === pspReference)
  const total = (effect: BookedModification['effect'], ...states: readonly string[]) =>
    mine
      .filter((each) => each.effect === effect && states.includes(modificationState(each, now)))
      .reduce((sum, { takes }) => sum + takes, 0)
  const sums = {
    came: isThere ? amount.value : 0,
    refunded: total('refund', 'done'),
    refundsUnderWay: total('refund', 'under_way'),
    // What was cancelled before the money came counts when it comes all the same.
    cancelled: isThere ? total('cancel', 'done', 'under_way') : 0,
    // Adyen knows before it tells: what will fail cannot be given back meanwhile.
    captureFailed: isThere ? total('capture_failed', 'done', 'under_way') : 0,
    takenByDisputes: disputes
      .filter((each) => each.paymentPspReference === pspReference)
      .reduce((sum, each) => sum + takenByDispute(each, now), 0),
  }
  const { came, ...gone } = sums
  return { ...sums, left: came - Object.values(gone).reduce((sum, each) => sum + each, 0) }
}

export const noSums = paymentSums(
  { pspReference: '', amount: { currency: 'KRW', value: 0 }, authorisedAt: null },
  [],
  [],
  0,
)

export const addSums = (one: PaymentSums, other: PaymentSums): PaymentSums => ({
  came: one.came + other.came,
  refunded: one.refunded + other.refunded,
  refundsUnderWay: one.refundsUnderWay + other.refundsUnderWay,
  cancelled: one.cancelled + other.cancelled,
  captureFailed: one.captureFailed + other.captureFailed,
  takenByDisputes: one.takenByDisputes + other.takenByDisputes,
  left: one.left + other.left,
})

/** What can still be given back of one payment. */
export async function leftOfPayment(db: Database, payment: Payment, now: number): Promise<number> {
  const about = [payment.pspReference]
  const modifications = await listModifications(db, about)
  return paymentSums(payment, modifications, await listBookedDisputes(db, about), now).left
}
