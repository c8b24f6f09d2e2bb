import { expect, test } from 'vitest'
import {
  type AttemptId,
  claimId,
  disputeId,
  HOUR,
  instant,
  laterBy,
  MINUTE,
  noteId,
  type OrderId,
  parcelId,
  paymentId,
  refundId,
  SECOND,
  wishId,
} from './ids'
import { krw, noMoney } from './money'
import { newOrder, type OrderEvent } from './order'
import { type Owed, owed, stillTrue } from './owed'
import type { RefundRung } from './refund'
import { ownWish } from './wish'

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

test.each([
  ['all', 'sent'],
  ['part', 'partly_sent'],
  ['exchange', 'exchange_sent'],
] as const)('a parcel that brings %s has the letter of it', (brings, letter) => {
  const sent = { parcel: parcelId('one'), pieces: null, brings, despite: null, at }
  expect(owed({ type: 'parcel_sent', ...sent })).toEqual(mail(letter))
})

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
  const wish = ownWish(payment, 'sold_out')
  const wanted = { wish, payment, amount, why: 'sold_out', reason: null } as const
  const asked = { type: 'refund_requested', ...wanted, at } as const
  expect(owed({ ...asked, refund, number: 1 })).toEqual([
    { job: 'ask_refund', refund, due: at },
    ...mail('sold_out'),
  ])
  const again = refundId(payment, 2)
  expect(owed({ ...asked, refund: again, number: 2 })).toEqual([
    { job: 'ask_refund', refund: again, due: at },
  ])
})

test('money that has to go back is asked for at once, and the shopper hears that it is on its way', () => {
  const wanted = { wish: ownWish(payment, 'surplus'), payment, amount, reason: null } as const
  const asked = { type: 'refund_requested', ...wanted, why: 'surplus', refund, at } as const
  const ask = { job: 'ask_refund', refund, due: at }
  expect(owed({ ...asked, number: 1 })).toEqual([ask, ...mail('refund_requested')])
  expect(owed({ ...asked, number: 2 })).toEqual([ask])
})

const again = (hours: number): Owed[] => [
  { job: 'refund_again', refund, due: laterBy(at, hours * HOUR) },
]
test.each<[RefundRung, RefundRung, number, Owed[]]>([
  ['requested', 'received', 1, []],
  ['received', 'done', 1, mail('refunded')],
  ['received', 'failed', 1, again(1)],
  ['requested', 'failed', 2, again(6)],
  ['done', 'reversed', 2, again(6)],
  ['received', 'failed', 3, again(24)],
  ['received', 'failed', 4, again(72)],
  // Then a person has to look, and the shopper hears who does.
  ['received', 'failed', 5, mail('refund_stuck')],
  // Whoever heard that it failed is waiting for the next try already.
  ['failed', 'reversed', 1, []],
  // Made elsewhere: nobody tries again, and only who heard that it was done hears that it was not.
  ['done', 'reversed', 0, mail('refund_stuck')],
  ['received', 'failed', 0, []],
])('a refund that was %s and is %s, try number %i', (was, to, tries, jobs) => {
  expect(owed({ type: 'refund_climbed', refund, was, to, tries, at })).toEqual(jobs)
})

test('money that somebody gave back at the provider is told when it is back', () => {
  const found = { type: 'refund_found', refund, payment, amount, at } as const
  expect(owed({ ...found, rung: 'done' })).toEqual(mail('refunded'))
  expect(owed({ ...found, rung: 'failed' })).toEqual([])
  const undone = { type: 'payment_undone', payment, at } as const
  expect(owed({ ...undone, how: 'cancelled', amount })).toEqual(mail('refunded'))
  expect(owed({ ...undone, how: 'cancelled', amount: krw(0) })).toEqual([])
  expect(owed({ ...undone, how: 'never_came', amount })).toEqual([])
})

test('money that a person gave back by another road is told once', () => {
  const note = noteId('note')
  const handed = {
    type: 'handed_back',
    note,
    payment,
    amount,
    reason: 'Bank transfer',
    wish: null,
    at,
  } as const
  expect(owed(handed)).toEqual(mail('handed_back'))
})

const parcel = parcelId('parcel')
test.each([
  ['all that was ordered', 'all', 'sent'],
  ['a part of it', 'part', 'partly_sent'],
  ['an exchange', 'exchange', 'exchange_sent'],
] as const)('a parcel with %s is told once', (_, brings, letter) => {
  const sent = { type: 'parcel_sent', parcel, pieces: null, despite: null, at } as const
  expect(owed({ ...sent, brings })).toEqual(mail(letter))
})

const claim = claimId('claim')
const wish = wishId('wish')
const opened = { by: 'shopper', pieces: null, ground: 'faulty', remedy: 'money' } as const
const settlement = {
  remedy: 'money',
  goods: amount,
  delivery: noMoney,
  wayBack: noMoney,
  wayThere: noMoney,
  notOurs: noMoney,
  amount,
} as const
test('what becomes of goods that come back is told, with its sum once and not twice', () => {
  expect(owed({ type: 'claim_opened', claim, ...opened, at })).toEqual(mail('claim_opened'))
  expect(owed({ type: 'claim_refused', claim, reason: 'Worn', at })).toEqual(mail('claim_refused'))
  expect(owed({ type: 'claim_settled', claim, wish, settlement, at })).toEqual(
    mail('claim_settled'),
  )
  const asked = { type: 'refund_requested', refund, wish, number: 1, payment, amount } as const
  const jobs = owed({ ...asked, why: 'claim_settled', reason: null, at })
  expect(jobs.map(({ job }) => job)).toEqual(['ask_refund'])
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
    { type: 'refund_let_be', refund, at },
    { type: 'refund_adopted', refund, wish, at },
    {
      type: 'dispute_told',
      dispute: disputeId('one'),
      payment,
      step: 'announced',
      amount,
      deadline: null,
      at,
    },
    { type: 'cancelled_by', who: 'shopper', at },
    { type: 'stock_taken', at },
    { type: 'stock_returned', at },
    { type: 'stock_hold_over', at },
    { type: 'parcel_moved', parcel, to: 'delivered', at },
    { type: 'parcel_lost', parcel, remedy: 'money', wish, amount, at },
    { type: 'claim_withdrawn', claim, at },
    { type: 'claim_arrived', claim, sellable: [], damaged: [], at },
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
