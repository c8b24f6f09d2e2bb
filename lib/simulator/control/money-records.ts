import type { Database } from '@/lib/simulator/config'
import {
  bookedDisputeState,
  listBookedDisputes,
  takenByDispute,
} from '@/lib/simulator/money/booked-disputes'
import { listModifications, modificationState } from '@/lib/simulator/money/booked-modifications'
import { addSums, noSums, type PaymentSums, paymentSums } from '@/lib/simulator/money/sums'
import type { Payment } from '@/lib/simulator/payment/payment'

const iso = (ms: number) => new Date(ms).toISOString()

/** Where the money of these payments is: one sum for all, one for each, and what it is made of. */
export async function readMoney(db: Database, payments: readonly Payment[], now: number) {
  const about = payments.map(({ pspReference }) => pspReference)
  const modifications = await listModifications(db, about)
  const disputes = await listBookedDisputes(db, about)
  const moneyOfPayments = payments.map((payment) => {
    const { pspReference, reference } = payment
    const sums = paymentSums(payment, modifications, disputes, now)
    return { pspReference, reference, captured: sums.came > sums.captureFailed, ...sums }
  })
  return {
    money: moneyOfPayments.reduce<PaymentSums>(addSums, noSums),
    moneyOfPayments,
    modifications: modifications.map((one) => ({
      ...one,
      state: modificationState(one, now),
      settlesAt: iso(one.settlesAt),
      undoneAt: one.undoneAt === null ? null : iso(one.undoneAt),
      createdAt: iso(one.createdAt),
    })),
    disputes: disputes.map((one) => ({
      pspReference: one.pspReference,
      paymentPspReference: one.paymentPspReference,
      ...bookedDisputeState(one, now),
      taken: takenByDispute(one, now),
      openedAt: iso(one.openedAt),
      steps: one.steps.map((step) => ({ ...step, at: iso(step.at), reached: step.at <= now })),
    })),
  }
}
