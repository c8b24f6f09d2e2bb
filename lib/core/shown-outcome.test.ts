import { expect, test } from 'vitest'
import type { Attempt, Rung } from './attempt'
import type { ReceivedPayment } from './books'
import { type AttemptId, instant, type OrderId, paymentId } from './ids'
import { krw } from './money'
import { newOrder } from './order'
import { isDecline, type Outcome } from './outcome'
import {
  advice,
  type OrderEnd,
  orderEndOf,
  type ShownOutcome,
  shownOutcomeOf,
} from './shown-outcome'

const outcomes: readonly (Outcome | null)[] = [
  null,
  'left',
  'refused',
  'broken',
  'waiting',
  'approved',
]
const attemptThat = (rung: Rung, outcome: Outcome | null): Attempt => ({
  id: 'first' as AttemptId,
  number: 1,
  amount: krw(1),
  rung,
  outcome,
  expiresAt: instant(0),
})
const said = (rung: Rung) =>
  outcomes.map((outcome) => shownOutcomeOf(attemptThat(rung, outcome), { payments: [] }))

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
    never_came: { tone: 'bad', next: ['other_method', 'try_again', 'cancel_order'] },
  })
})

const endingAfter = (attempts: readonly Attempt[]) =>
  orderEndOf({ ...newOrder('order' as OrderId, krw(1)), attempts })
const failed = attemptThat('failed', 'refused')
const late = attemptThat('expired', null)

test.each<[string, readonly Attempt[], OrderEnd | null]>([
  ['nothing was tried', [], null],
  ['a payment is open', [attemptThat('open', null)], null],
  ['the shopper pressed Cancel and may still go on', [attemptThat('declined', 'left')], null],
  ['the shopper pressed Cancel and the offer was closed', [attemptThat('closed', 'left')], 'left'],
  ['the shopper pressed Cancel and did nothing else', [attemptThat('expired', 'left')], 'left'],
  ['a Cancel that Adyen calls a failure', [attemptThat('failed', 'left')], 'left'],
  [
    'the wallet refused and the offer was closed',
    [attemptThat('closed', 'refused')],
    'payment_failed',
  ],
  ['an error and nothing after it', [attemptThat('expired', 'broken')], 'payment_failed'],
  ['a failure', [failed], 'payment_failed'],
  ['nobody came back', [late], 'timed_out'],
  ['a failure, and then nobody came back', [failed, late], 'timed_out'],
  ['nobody came back, and then a failure', [late, failed], 'payment_failed'],
  ['money that goes back, after nobody came back', [attemptThat('authorised', null)], 'timed_out'],
])('who ended the order: %s', (_, attempts, ending) => {
  expect(endingAfter(attempts)).toBe(ending)
})

test('a person who cancels an order has ended it, whatever its payments came to', () => {
  const order = { ...newOrder('order' as OrderId, krw(1)), attempts: [failed] }
  expect(orderEndOf({ ...order, cancelledBy: 'merchant' })).toBe('by_merchant')
})

const received = (undone: ReceivedPayment['undone'], id = 'NC6HT9CRT65ZGN82'): ReceivedPayment => ({
  payment: paymentId(id),
  attempt: 'first' as AttemptId,
  amount: krw(1),
  undone,
})

test('nobody reads "approved" of money that never came, unless other money came in its place', () => {
  const attempt = attemptThat('authorised', 'approved')
  const shown = (...payments: ReceivedPayment[]) => shownOutcomeOf(attempt, { payments })
  expect(shown(received('never_came'))).toBe('never_came')
  expect(shown(received('never_came'), received(null, 'FP3TB7DN9KSVXX82'))).toBe('approved')
  expect(shown(received('cancelled'))).toBe('approved')

  const order = { ...newOrder('order' as OrderId, krw(1)), attempts: [attempt] }
  expect(orderEndOf({ ...order, payments: [received('never_came')] })).toBe('never_came')
})
