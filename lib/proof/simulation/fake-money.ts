import type { DisputeStep } from '@/lib/core/dispute'
import type { PaymentId } from '@/lib/core/ids'
import {
  cancelEventCodes,
  type FakeAdyen,
  nextPsp,
  notify,
  type ProviderDispute,
  type ProviderPayment,
  type ProviderRefund,
  type UndoingEventCode,
} from './fake-adyen'

/* Money that leaves the simulated Adyen, by whatever road, and comes back to it. */

/** What is with the shopper again or on its way there. */
const refundedTo = (adyen: FakeAdyen, payment: PaymentId): number =>
  sum(
    adyen.refunds.filter(
      (each) => each.payment === payment && (each.state === 'pending' || each.state === 'done'),
    ),
  )

const sum = (amounts: readonly { readonly amount: number }[]) =>
  amounts.reduce((total, { amount }) => total + amount, 0)

/** What disputes hold: each took, gave back and took again in that order. */
export const takenFromPayment = ({ disputes }: FakeAdyen, payment: PaymentId): number =>
  sum(
    disputes.filter(
      ({ payment: of, steps }) => of === payment && holdsMoney(steps.findLast(isOfMoney)),
    ),
  )

const isOfMoney = (step: DisputeStep) =>
  step === 'taken' || step === 'returned' || step === 'taken_again'
const holdsMoney = (step: DisputeStep | undefined) => step === 'taken' || step === 'taken_again'

/** Less than nothing when a dispute took what had gone back already. Nothing is left of what was called off. */
export function leftOf(adyen: FakeAdyen, { psp, amount, undone }: ProviderPayment): number {
  const left = amount - refundedTo(adyen, psp) - takenFromPayment(adyen, psp)
  return undone === null ? left : Math.min(0, left)
}

/** What was given back, or never came, by calling it off. */
export function undoneOf(adyen: FakeAdyen, { psp, amount, undone }: ProviderPayment): number {
  const left = amount - refundedTo(adyen, psp) - takenFromPayment(adyen, psp)
  return undone === null ? 0 : Math.max(0, left)
}

/** POST /payments/…/refunds. Adyen gives back no more than it has. */
export function refundAt(
  adyen: FakeAdyen,
  ask: { key: string; payment: PaymentId; amount: number },
): ProviderRefund | 'refused' {
  const known = adyen.refundAnswers.get(ask.key)
  if (known) return known
  const { payment, amount } = ask
  const answer = openRefund(adyen, payment, amount, 'shop') ?? 'refused'
  const ours = adyen.refunds.filter(
    ({ askedBy, state }) => askedBy === 'shop' && (state === 'pending' || state === 'done'),
  )
  const asked = sum(ours.filter((each) => each.payment === payment))
  const paid = adyen.payments.find(({ psp }) => psp === payment)?.amount ?? 0
  if (answer === 'refused' && asked + amount > paid) adyen.overRefunded.push(payment)
  adyen.refundAnswers.set(ask.key, answer)
  return answer
}

function openRefund(
  adyen: FakeAdyen,
  payment: PaymentId,
  amount: number,
  askedBy: ProviderRefund['askedBy'],
): ProviderRefund | null {
  const paid = adyen.payments.find(({ psp }) => psp === payment)
  if (!paid || amount > leftOf(adyen, paid)) return null
  const refund: ProviderRefund = { psp: nextPsp(adyen), payment, amount, askedBy, state: 'pending' }
  adyen.refunds.push(refund)
  return refund
}

/** Somebody gives back a part in the Customer Area. Now and then it is told of before it is done. */
export function refundInCustomerArea(
  adyen: FakeAdyen,
  { psp, amount: paid }: ProviderPayment,
  won: number,
  announced: boolean,
): boolean {
  const refund = openRefund(adyen, psp, Math.min(won, paid), 'customer_area')
  if (refund && announced) tellRefund(adyen, refund, 'POSTPONED_REFUND', true)
  return refund !== null
}

const tellRefund = (
  adyen: FakeAdyen,
  { psp, payment, amount }: ProviderRefund,
  event: 'POSTPONED_REFUND' | 'REFUND' | 'REFUND_FAILED' | 'REFUNDED_REVERSED',
  success: boolean,
) => notify(adyen, { event, success, reference: '', psp, meant: payment, amount })

export type RefundFate = 'done' | 'refused' | 'failed_later' | 'bounced' | 'bounced_elsewhere'

/** What becomes of a refund. Only what is pending can be done or refused, only what is done can bounce. */
export function settleRefund(adyen: FakeAdyen, refund: ProviderRefund, fate: RefundFate): boolean {
  const wanted = fate === 'done' || fate === 'refused' ? 'pending' : 'done'
  if (refund.state !== wanted || refund.askedBy === 'cancellation') return false
  refund.state = fate === 'done' ? 'done' : fate === 'refused' ? 'failed' : 'bounced'
  const event =
    wanted === 'pending'
      ? 'REFUND'
      : fate === 'failed_later'
        ? 'REFUND_FAILED'
        : 'REFUNDED_REVERSED'
  // A reversal may come under a name of its own; then only the payment tells which refund it was.
  const psp = fate === 'bounced_elsewhere' ? nextPsp(adyen) : refund.psp
  tellRefund(adyen, { ...refund, psp }, event, fate !== 'refused')
  return true
}

/** `part`: only so much of it is cancelled; null: all that is left, told with or without an amount. */
export type CallingOff = {
  readonly event: UndoingEventCode
  readonly part: number | null
  readonly namesAmount: boolean
}

/** Somebody at Adyen, or a bank, calls a payment off. */
export function callOff(
  adyen: FakeAdyen,
  paid: ProviderPayment,
  { event, part, namesAmount }: CallingOff,
): boolean {
  const { psp: payment, reference } = paid
  const isLost = !cancelEventCodes.some((each) => each === event)
  if (paid.undone !== null || leftOf(adyen, paid) <= 0) return false
  const psp = event === 'EXPIRE' ? payment : nextPsp(adyen)
  const told = { event, success: true, reference, psp, meant: payment }
  if (part !== null && part < paid.amount && !isLost) {
    if (part > leftOf(adyen, paid)) return false
    adyen.refunds.push({ psp, payment, amount: part, askedBy: 'cancellation', state: 'done' })
    notify(adyen, { ...told, amount: part })
    return true
  }
  paid.undone = isLost ? 'never_came' : 'cancelled'
  notify(adyen, { ...told, amount: namesAmount ? paid.amount : null })
  return true
}

/** By which name the shop is told which payment and dispute a step is about. */
export const disputeNames = ['payment', 'reference', 'payment_as_dispute'] as const
export type DisputeName = (typeof disputeNames)[number]

export function openDispute(adyen: FakeAdyen, payment: PaymentId, amount: number): ProviderDispute {
  const dispute = { psp: nextPsp(adyen), payment, amount, steps: [], calledAsPayment: false }
  adyen.disputes.push(dispute)
  return dispute
}

const comesAfter: Partial<Record<DisputeStep, DisputeStep>> = {
  returned: 'taken',
  taken_again: 'returned',
}

/** One step of a dispute, if it can come now. */
export function goOnDisputing(
  adyen: FakeAdyen,
  dispute: ProviderDispute,
  step: DisputeStep,
  name: DisputeName,
): boolean {
  const { payment, amount, steps } = dispute
  const before = comesAfter[step]
  if (steps.includes(step) || (before !== undefined && !steps.includes(before))) return false
  if (step === 'taken' && steps.some(isOfMoney)) return false
  const reference = adyen.payments.find(({ psp }) => psp === payment)?.reference ?? ''
  const psp = name === 'payment_as_dispute' ? payment : dispute.psp
  const news = { event: 'DISPUTE', step, success: true, reference, psp, amount } as const
  if (name === 'payment_as_dispute') {
    // Two disputes that are called alike cannot be told apart by anybody.
    const others = adyen.disputes.filter((each) => each !== dispute && each.payment === payment)
    if (others.some(({ calledAsPayment }) => calledAsPayment)) return false
    dispute.calledAsPayment = true
  }
  steps.push(step)
  notify(adyen, { ...news, meant: payment, payment: name === 'payment' ? payment : null })
  return true
}
