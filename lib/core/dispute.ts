import type { DisputeId, Instant, PaymentId } from './ids'
import type { Money } from './money'

/*
 * Somebody contests a payment. What was told about it is kept as a set, so that the order of arrival cannot matter:
 * where it stands, and whether it holds the money, is read off it.
 */

/** Lowest first. */
export const disputeLadder = [
  'fraud_reported', // somebody's bank warns; nothing is asked yet
  'information_asked', // the shopper does not know what it was
  'announced', // it will be charged back
  'taken', // charged back: the money is gone
  'undefended', // the time to defend it is over
  'unanswered', // the other side did not answer our defence
  'returned', // defended: the money is ours again, though not for good
  'taken_again', // charged back once more
  'arbitration', // somebody else decides
  'arbitration_won',
  'arbitration_lost',
] as const
export type DisputeStep = (typeof disputeLadder)[number]

/** Only these say that money moved. What the others mean for it comes as one of these, or in the settlement. */
const movesMoney = { taken: true, returned: true, taken_again: true } as const
export const isMoneyStep = (step: DisputeStep): step is keyof typeof movesMoney =>
  step in movesMoney

/** It took the money, the first time or once more. */
export const isTaking = (step: DisputeStep) => step === 'taken' || step === 'taken_again'

export type Dispute = {
  readonly id: DisputeId
  /** As the newest step has it: what names none is taken to be about the only one there is. */
  readonly payment: PaymentId
  readonly steps: readonly DisputeStep[]
  /** What it took or gave back, once it did; until then what it is about, if that was said. */
  readonly amount: Money | null
  /** Until when it can be defended, as far as anybody said. */
  readonly deadline: Instant | null
}

export type DisputeEvent = {
  type: 'dispute_told'
  dispute: DisputeId
  payment: PaymentId
  step: DisputeStep
  amount: Money | null
  deadline: Instant | null
}

type Told = Omit<DisputeEvent, 'type'>

/** A step that was told before is no news; one that moves another amount than before has to be looked at, and is none. */
export const decideDispute = (disputes: readonly Dispute[], told: Told): DisputeEvent[] =>
  disputes.some(({ id, steps }) => id === told.dispute && steps.includes(told.step)) ||
  isOtherAmount(disputes, told)
    ? []
    : [{ type: 'dispute_told', ...told }]

/** Does it move another amount than it moved before? */
export const isOtherAmount = (disputes: readonly Dispute[], told: Told): boolean => {
  const known = disputes.find(({ id }) => id === told.dispute)
  if (!known?.steps.some(isMoneyStep) || !isMoneyStep(told.step)) return false
  return known.amount?.minor !== told.amount?.minor
}

export function evolveDisputes(
  disputes: readonly Dispute[],
  { dispute: id, payment, step, amount, deadline }: DisputeEvent,
): readonly Dispute[] {
  const known = disputes.find((each) => each.id === id)
  if (!known) return [...disputes, { id, payment, steps: [step], amount, deadline }]
  const isFirstMoney = isMoneyStep(step) && !known.steps.some(isMoneyStep)
  const changed: Dispute = {
    ...known,
    payment,
    steps: [...known.steps, step],
    amount: isFirstMoney ? (amount ?? known.amount) : (known.amount ?? amount),
    deadline: later(known.deadline, deadline),
  }
  return disputes.map((each) => (each.id === id ? changed : each))
}

const later = (one: Instant | null, other: Instant | null) =>
  (other ?? 0) > (one ?? 0) ? other : one

const takings = ['taken', 'returned', 'taken_again'] as const

/** The last word about its money; null while none was moved. */
const takingOf = ({ steps }: Dispute) => takings.findLast((step) => steps.includes(step)) ?? null

/**
 * What disputes hold of one payment, in won. The provider may tell of one dispute under several names: those of one
 * amount are counted together, and what was taken again came back before, and what came back was taken.
 */
export function takenFrom(disputes: readonly Dispute[], payment: PaymentId): number {
  const all = disputes.filter((each) => each.payment === payment)
  if (all.length === 0) return 0
  const sums = new Set(all.map(({ amount }) => amount?.minor ?? 0))
  let held = 0
  for (const won of sums) {
    const alike = all.filter(({ amount }) => (amount?.minor ?? 0) === won)
    const told = (step: DisputeStep) => alike.filter(({ steps }) => steps.includes(step)).length
    const again = told('taken_again')
    const back = Math.max(told('returned'), again)
    held += won * (Math.max(told('taken'), back) - back + again)
  }
  return held
}

/** How it ended; null while it is open. */
export function endOfDispute(dispute: Dispute): 'won' | 'lost' | null {
  const heard = (step: DisputeStep) => dispute.steps.includes(step)
  if (heard('arbitration_lost')) return 'lost'
  if (heard('arbitration_won')) return 'won'
  if (heard('arbitration')) return null
  const taking = takingOf(dispute)
  if (taking === 'taken_again') return 'lost'
  if (taking === 'returned' || heard('unanswered')) return 'won'
  return heard('undefended') ? 'lost' : null
}

/** Its money may still go: it is open, or lost before anything was taken. */
const isUnsettled = (dispute: Dispute): boolean => {
  const end = endOfDispute(dispute)
  return end === null || (end === 'lost' && takingOf(dispute) === null)
}

/** Is a payment disputed, with the end open? What came back under another name has settled it under all. */
export function isDisputed(disputes: readonly Dispute[], payment: PaymentId): boolean {
  const all = disputes.filter((each) => each.payment === payment)
  return all.filter(isUnsettled).some(({ amount }) => {
    const alike = all.filter((each) => each.amount?.minor === amount?.minor)
    const cameBack = alike.some(({ steps }) => steps.includes('returned'))
    return !cameBack || takenFrom(alike, payment) > 0
  })
}
