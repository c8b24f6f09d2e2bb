import { expect, test } from 'vitest'
import {
  type AttemptId,
  HOUR,
  instant,
  laterBy,
  MINUTE,
  type OrderId,
  paymentId,
  refundId,
  SECOND,
} from './ids'
import { krw } from './money'
import { newOrder, type OrderEvent, type Owed, owed, type RefundRung, stillTrue } from './order'

/* What each event makes us do, and when: nothing else is ever done. */

const at = instant(Date.UTC(2026, 10, 23, 3))
const attempt = 'first' as AttemptId
const expiresAt = laterBy(at, 70 * MINUTE)
const payment = paymentId('NC6HT9CRT65ZGN82')
const refund = refundId(payment, 1)
const amount = krw(15_000)
const mail = (letter: Extract<Owed, { job: 'mail' }>['letter'], due = at): Owed[] => [
  { job: 'mail', letter, event: at, due },
]

test('a shopper who was sent to pay is owed an end, and a look whether Adyen ever answered', () => {
  const started = { type: 'attempt_started', attempt, number: 1, expiresAt, at } as const
  expect(owed({ ...started, holdUntil: null })).toEqual([
    { job: 'expire_attempt', attempt, due: expiresAt },
    { job: 'resume_payment', attempt, due: laterBy(at, 30 * SECOND) },
  ])
  expect(owed({ type: 'returned', attempt, outcome: 'left', expiresAt, at })).toEqual([
    { job: 'expire_attempt', attempt, due: expiresAt },
  ])
})

test('goods that are put aside are owed an end of that', () => {
  const holdUntil = laterBy(at, 15 * MINUTE)
  const started = { type: 'attempt_started', attempt, number: 1, expiresAt, at } as const
  expect(owed({ ...started, holdUntil })).toContainEqual({ job: 'end_stock_hold', due: holdUntil })
})

test('who paid for what is gone is told so once, however often the money has to be asked back', () => {
  const asked = { type: 'refund_requested', payment, amount, why: 'sold_out', at } as const
  expect(owed({ ...asked, refund })).toEqual([
    { job: 'ask_refund', refund, due: at },
    ...mail('sold_out'),
  ])
  const again = refundId(payment, 2)
  expect(owed({ ...asked, refund: again })).toEqual([{ job: 'ask_refund', refund: again, due: at }])
})

test('money that has to go back is asked for at once', () => {
  const asked: OrderEvent = {
    type: 'refund_requested',
    refund,
    payment,
    amount,
    why: 'surplus',
    at,
  }
  expect(owed(asked)).toEqual([{ job: 'ask_refund', refund, due: at }])
})

test.each<[RefundRung, number, Owed[]]>([
  ['requested', 1, []],
  ['received', 1, []],
  ['done', 1, mail('refunded')],
  ['failed', 1, [{ job: 'refund_again', refund, due: laterBy(at, 1 * HOUR) }]],
  ['reversed', 2, [{ job: 'refund_again', refund, due: laterBy(at, 6 * HOUR) }]],
  ['failed', 5, []],
])('a refund that is %s, try number %i', (to, tries, jobs) => {
  expect(owed({ type: 'refund_climbed', refund, to, tries, at })).toEqual(jobs)
})

test.each([
  ['sent', mail('sent')],
  ['delivered', []],
  ['claimed', mail('claim_opened')],
] as const)('a parcel that is %s', (to, jobs) => {
  expect(owed({ type: 'parcel_climbed', to, at })).toEqual(jobs)
})

type Became = Extract<OrderEvent, { type: 'became' }>
const soon = laterBy(at, 10 * MINUTE)
test.each<[Became['was'], Pick<Became, 'status' | 'why'>, Owed[]]>([
  ['awaiting_payment', { status: 'paid', why: null }, mail('paid')],
  ['cancelled', { status: 'paid', why: null }, mail('paid')],
  ['refunded', { status: 'paid', why: null }, []],
  ['confirming', { status: 'cancelled', why: 'payment_failed' }, mail('payment_failed', soon)],
  ['awaiting_payment', { status: 'cancelled', why: 'timed_out' }, mail('timed_out', soon)],
  ['cancelled', { status: 'cancelled', why: 'payment_failed' }, []],
  ['paid', { status: 'cancelled', why: 'by_shopper' }, []],
  ['paid', { status: 'refunded', why: null }, []],
  ['awaiting_payment', { status: 'confirming', why: null }, []],
])('an order that was %s and is %j', (was, became, jobs) => {
  expect(owed({ type: 'became', was, ...became, at } as Became)).toEqual(jobs)
})

test('everything else is just remembered', () => {
  const events: OrderEvent[] = [
    { type: 'climbed', attempt, to: 'closed', at },
    { type: 'charged', attempt, payment, amount, at },
    { type: 'kept', payment, at },
    { type: 'cancelled_by', who: 'shopper', at },
    { type: 'stock_taken', at },
    { type: 'stock_returned', at },
    { type: 'stock_hold_over', at },
  ]
  expect(events.flatMap(owed)).toEqual([])
})

test('good news is always sent, bad news only while it is true', () => {
  const open = newOrder('order' as OrderId, amount)
  const letters = [
    'paid',
    'refunded',
    'sold_out',
    'sent',
    'claim_opened',
    'payment_failed',
    'timed_out',
  ] as const
  expect(letters.map((letter) => stillTrue(letter, open))).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
    false,
  ])
})
