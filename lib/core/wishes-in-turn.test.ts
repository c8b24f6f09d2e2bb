import { expect, test } from 'vitest'
import {
  type AttemptId,
  disputeId,
  instant,
  type OrderId,
  paymentId,
  type RefundId,
  refundId,
  storedRefundId,
  wishId,
} from './ids'
import { krw } from './money'
import { decide, evolve, type Fact, newOrder, type Order, refundable } from './order'
import type { Refund } from './refund'

/* Money that is to go back, of several payments and in several tries: each has its own turn. */

const price = krw(15_000)
const attempt = 'first' as AttemptId
const payment = paymentId('NC6HT9CRT65ZGN82')
const surplus = paymentId('V4HZ4RBFJGXXGN82')
const [first, second] = [refundId(payment, 1), refundId(payment, 2)]

const decided = (order: Order, fact: Fact) =>
  decide(order, fact, { now: instant(Date.UTC(2026, 10, 23, 3)), stock: 'there' })
const tell = (order: Order, ...facts: Fact[]) =>
  facts.reduce((before, fact) => decided(before, fact).reduce(evolve, before), order)

const pays = (of: typeof payment): Fact => ({
  kind: 'payment_authorised',
  attempt,
  payment: of,
  amount: price,
})
const wished = (id: string, won: number): Fact => ({
  kind: 'refund_wished',
  wish: wishId(id),
  amount: krw(won),
  reason: 'A scratch',
})
const news = (refund: RefundId, rung: Refund['rung']): Fact => ({
  kind: 'refund_news',
  refund,
  rung,
})
const again = (refund: RefundId): Fact => ({ kind: 'refund_due_again', refund })
const disputed = (of: typeof payment, step: 'taken' | 'returned', won = price.minor): Fact => ({
  kind: 'dispute_news',
  dispute: disputeId(`D-${of}`),
  payment: of,
  step,
  amount: krw(won),
  deadline: null,
})
const asked = (order: Order, fact: Fact) =>
  decided(order, fact).flatMap((event) =>
    event.type === 'refund_requested' ? [[event.payment, event.amount.minor, event.number]] : [],
  )
const inVain = (order: Order, fact: Fact) =>
  decided(order, fact).flatMap((event) => (event.type === 'refund_climbed' ? [event.tries] : []))

const begun = () =>
  tell(newOrder('order' as OrderId, price), {
    kind: 'attempt_started',
    attempt,
    number: 1,
    expiresAt: instant(Date.UTC(2026, 10, 23, 4)),
    holdUntil: null,
  })
const paid = () => tell(begun(), pays(payment))

test('nobody has anything given back of an order that nobody paid, not even nothing', () => {
  expect(decided(begun(), wished('one', 0))).toEqual([])
})

test('money for an order that was cancelled goes straight back, and takes nothing from the shelf', () => {
  const cancelled = tell(begun(), { kind: 'cancelled_by', who: 'shopper' })
  expect(decided(cancelled, pays(payment)).map(({ type }) => type)).toEqual([
    'charged',
    'refund_requested',
  ])
})

test('who wants money back says why, and the shopper reads it', () => {
  expect(tell(paid(), wished('one', 3000)).wishes).toMatchObject([
    { why: 'asked', reason: 'A scratch' },
  ])
})

test('each try of a wish has the next number', () => {
  const wish = wished('one', 3000)
  expect(asked(paid(), wish)).toEqual([[payment, 3000, 1]])
  const failed = tell(paid(), wish, news(first, 'failed'))
  expect(asked(failed, again(first))).toEqual([[payment, 3000, 2]])
})

test('nothing happens when a try is due again that is on its way', () => {
  expect(decided(tell(paid(), wished('one', 3000)), again(first))).toEqual([])
})

test('tries in vain are counted for each wish, and each try once', () => {
  const both = tell(paid(), wished('one', 3000), wished('two', 5000))
  expect(inVain(both, news(first, 'failed'))).toEqual([1])
  const failed = tell(both, news(first, 'failed'))
  expect(inVain(failed, news(second, 'failed'))).toEqual([1])
  expect(inVain(failed, news(first, 'reversed'))).toEqual([1])
  expect(inVain(tell(failed, again(first)), news(refundId(payment, 3), 'failed'))).toEqual([2])
})

test('what was given back at the provider and bounced was nobody’s try', () => {
  const refund = storedRefundId('ELSEWHERE')
  const made = { kind: 'refund_elsewhere', refund, payment, amount: krw(3000) } as const
  expect(inVain(tell(paid(), { ...made, rung: 'done' }), { ...made, rung: 'reversed' })).toEqual([
    0,
  ])
})

test('what is wanted back of a surplus payment leaves the one that pays alone', () => {
  const failed = tell(paid(), pays(surplus), news(refundId(surplus, 1), 'failed'))
  expect(refundable(failed)).toEqual(price)
})

test('a wish whose money is there has its turn while another still waits', () => {
  const ofSurplus = refundId(surplus, 1)
  const waiting = tell(
    paid(),
    ...[pays(surplus), news(ofSurplus, 'failed'), disputed(surplus, 'taken'), again(ofSurplus)],
    ...[wished('one', 3000), news(first, 'failed'), disputed(payment, 'taken'), again(first)],
  )
  expect(asked(waiting, disputed(payment, 'returned'))).toEqual([[payment, 3000, 2]])
  expect(asked(waiting, disputed(surplus, 'returned'))).toEqual([[surplus, 15_000, 2]])
})

test('a wish that waits for its money does so still when an older try bounces once more', () => {
  const waiting = tell(
    paid(),
    wished('one', 3000),
    news(first, 'failed'),
    disputed(payment, 'taken'),
    again(first),
    news(first, 'reversed'),
  )
  expect(asked(waiting, disputed(payment, 'returned'))).toEqual([[payment, 3000, 2]])
})

test('the rest of a wish has its turn while a part of it is under way', () => {
  const half = tell(
    paid(),
    wished('one', 10_000),
    news(first, 'failed'),
    disputed(payment, 'taken', 10_000),
    again(first),
    news(second, 'received'),
  )
  expect(asked(half, disputed(payment, 'returned', 10_000))).toEqual([[payment, 5000, 3]])
})
