import { expect, test } from 'vitest'
import { type AttemptId, instant } from './ids'
import { krw } from './money'
import type { Attempt, Rung } from './order'
import { isDecline, type Outcome } from './outcome'
import { advice, type ShownOutcome, shownOutcomeOf } from './shown-outcome'

const outcomes: readonly (Outcome | null)[] = [
  null,
  'left',
  'refused',
  'broken',
  'waiting',
  'approved',
]
const said = (rung: Rung) =>
  outcomes.map((outcome) => {
    const id = 'first' as AttemptId
    const attempt: Attempt = {
      id,
      number: 1,
      amount: krw(1),
      rung,
      outcome,
      expiresAt: instant(0),
    }
    return shownOutcomeOf(attempt)
  })

// One column for each thing that a shopper can have come back with, nothing first.
test.each<[Rung, ShownOutcome[]]>([
  ['open', ['unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown']],
  ['declined', ['unknown', 'left', 'refused', 'broken', 'waiting', 'approved']],
  ['expired', ['timed_out', 'left', 'refused', 'broken', 'timed_out', 'timed_out']],
  ['waiting', ['unknown', 'left', 'refused', 'broken', 'waiting', 'approved']],
  ['closed', ['timed_out', 'left', 'refused', 'broken', 'timed_out', 'timed_out']],
  ['said_authorised', ['approved', 'approved', 'approved', 'approved', 'approved', 'approved']],
  ['failed', ['refused', 'left', 'refused', 'broken', 'refused', 'refused']],
  ['authorised', ['approved', 'approved', 'approved', 'approved', 'approved', 'approved']],
])('the shopper of an attempt that is "%s" is told what is true', (rung, verdicts) => {
  expect(said(rung)).toEqual(verdicts)
})

test('three ways of coming back are a no, and nothing else is', () => {
  expect(outcomes.map(isDecline)).toEqual([false, true, true, true, false, false])
})

test('what the shopper is offered, first the likeliest', () => {
  const wait = { tone: 'wait', next: ['view_order', 'continue_shopping'] }
  const again = { tone: 'bad', next: ['try_again', 'other_method', 'cancel_order'] }
  expect(advice).toEqual({
    approved: { tone: 'good', next: ['view_order', 'continue_shopping'] },
    waiting: wait,
    unknown: wait,
    left: again,
    refused: { tone: 'bad', next: ['other_method', 'try_again', 'cancel_order'] },
    broken: again,
    timed_out: { tone: 'bad', next: ['try_again', 'other_method', 'continue_shopping'] },
  })
})
