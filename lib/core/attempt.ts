import type { AttemptId, Instant } from './ids'
import type { Money } from './money'
import { isDecline, type Outcome } from './outcome'

/* One try to pay: where it stands, and what news of it changes. It only climbs. */

/** Lowest first. An attempt's state is the highest rung that any news about it has reached. */
export const rungs = [
  'open', // stored, perhaps sent
  'declined', // the shopper came back without having paid
  'expired', // our own time limit
  'waiting', // came back, and the result is not known
  'closed', // the provider gave up waiting for the shopper
  'said_authorised', // the shopper's browser brought a success: for the screen only
  'failed', // the provider says that this payment failed
  'authorised', // the provider says that the money is ours
] as const
export type Rung = (typeof rungs)[number]

export type Attempt = {
  readonly id: AttemptId
  readonly number: number
  readonly amount: Money
  readonly rung: Rung
  /** The most hopeful thing that the shopper came back with, for the screen only. */
  readonly outcome: Outcome | null
  /** Our own time limit; counted anew from a decline. */
  readonly expiresAt: Instant
}

export type AttemptEvent =
  | { type: 'climbed'; attempt: AttemptId; to: Exclude<Rung, 'open' | 'authorised'> }
  | { type: 'returned'; attempt: AttemptId; outcome: Outcome | null; expiresAt: Instant }

/** An answer to a question of ours. Outcome null: we asked and do not know. */
export type Return = { readonly outcome: Outcome | null; readonly expiresAt: Instant }

export function climb(
  { id, rung }: Attempt,
  to: Exclude<Rung, 'open' | 'authorised'>,
): AttemptEvent[] {
  return rungs.indexOf(to) > rungs.indexOf(rung) ? [{ type: 'climbed', attempt: id, to }] : []
}

/** Least hopeful first, so that two returns of one attempt are remembered alike in either order. */
const outcomes: readonly (Outcome | null)[] = [
  null,
  'left',
  'refused',
  'broken',
  'waiting',
  'approved',
]

const rungOf = (outcome: Outcome | null) =>
  outcome === 'approved' ? 'said_authorised' : isDecline(outcome) ? 'declined' : 'waiting'

export function decideReturn(attempt: Attempt, came: Return): AttemptEvent[] {
  const { id, outcome, expiresAt } = attempt
  const to = rungOf(came.outcome)
  const climbed = climb(attempt, to)
  const recounted = climbed.length > 0 && to === 'declined'
  if (!recounted && outcomes.indexOf(came.outcome) <= outcomes.indexOf(outcome)) return climbed
  const returned = {
    type: 'returned',
    attempt: id,
    outcome: came.outcome,
    expiresAt: recounted ? came.expiresAt : expiresAt,
  } as const
  return [...climbed, returned]
}
