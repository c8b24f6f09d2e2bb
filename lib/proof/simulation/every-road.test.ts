import { expect, test } from 'vitest'
import {
  type AttemptId,
  disputeId,
  noteId,
  type OrderId,
  paymentId,
  refundId,
  storedRefundId,
  wishId,
} from '@/lib/core/ids'
import { krw } from '@/lib/core/money'
import { decide, evolve, type Fact, newOrder } from '@/lib/core/order'
import { roads } from '@/lib/proof/run/run-sizes'
import { checkEveryRoad } from './every-road'
import {
  arrives,
  cancels,
  claims,
  cloth,
  jars,
  loses,
  moves,
  paidGoods,
  paidWithFreeDelivery,
  refuses,
  sends,
  settles,
  withdraws,
} from './goods/told-goods'
import { NOON } from './memory-shop'

const price = krw(15_000)
const payment = paymentId('PAYMENT')
const attempt = 'attempt' as AttemptId
const started: Fact = {
  kind: 'attempt_started',
  attempt,
  number: 1,
  expiresAt: NOON,
  holdUntil: null,
}
const authorised = (name = payment): Fact => ({
  kind: 'payment_authorised',
  attempt,
  payment: name,
  amount: price,
})
const paid = [started, authorised()].reduce(
  (order, fact) => decide(order, fact, { now: NOON, stock: 'there' }).reduce(evolve, order),
  newOrder('order' as OrderId, price),
)

const wish: Fact = { kind: 'refund_wished', wish: wishId('one'), amount: krw(5000), reason: '' }
const ours = (rung: 'done' | 'failed'): Fact => ({
  kind: 'refund_news',
  refund: refundId(payment, 1),
  rung,
})
const again: Fact = { kind: 'refund_due_again', refund: refundId(payment, 1) }
const there = (rung: 'done' | 'failed'): Fact => ({
  kind: 'refund_elsewhere',
  refund: storedRefundId('THERE'),
  payment,
  amount: krw(5000),
  rung,
})
const undone = (how: 'cancelled' | 'never_came'): Fact => ({ kind: 'payment_undone', payment, how })
const cancelled: Fact = { kind: 'cancelled_by', who: 'merchant' }
const handed: Fact = { kind: 'handed_back', note: noteId('note'), amount: krw(4000), reason: '' }
const sent: Fact = sends('one', null)
const disputed = (
  step: Extract<Fact, { kind: 'dispute_news' }>['step'],
  won = price.minor,
  name = 'D1',
): Fact => ({
  kind: 'dispute_news',
  dispute: disputeId(name),
  payment,
  step,
  amount: krw(won),
  deadline: null,
})

const refundFamily = [
  wish,
  ours('done'),
  ours('failed'),
  again,
  there('done'),
  there('failed'),
  undone('cancelled'),
  cancelled,
]
const disputeFamily = [
  disputed('information_asked'),
  disputed('taken'),
  disputed('returned'),
  disputed('taken_again'),
  disputed('taken', 5000, 'D2'),
  disputed('returned', price.minor, 'D3'),
  wish,
  sent,
]
const all = [
  ...new Set([...refundFamily, ...disputeFamily]),
  undone('never_came'),
  handed,
  authorised(paymentId('OTHER')),
]

test(`every order of up to ${roads.family} pieces of news and acts about refunds`, () => {
  expect(checkEveryRoad(paid, refundFamily, roads.family)).toBeGreaterThan(1500)
}, 300_000)

test(`every order of up to ${roads.family} about disputes`, () => {
  expect(checkEveryRoad(paid, disputeFamily, roads.family)).toBe((8 ** (roads.family + 1) - 1) / 7)
}, 300_000)

/** Of two jars and a cloth: what leaves, what comes back, and what is cancelled, each more than once. */
const goodsFamily = [
  sends('one', null),
  sends('two', cloth),
  moves('one', 'delivered'),
  cancels('c', jars(1)),
  claims('c', jars(1), { ground: 'faulty', remedy: 'same_goods' }),
  arrives('c', jars(1)),
  settles('c', 'same_goods'),
  settles('c', 'money'),
]
const troubleFamily = [
  sends('one', jars(2)),
  moves('one', 'came_back'),
  loses('one', 'same_goods'),
  loses('one', 'money'),
  claims('c', null),
  refuses('c'),
  cancels('c', cloth),
  cancelled,
]
/** Of the same, brought for nothing: what is wanted no more, by whose fault, and whether it was brought. */
const freeFamily = [
  cancels('c', jars(1)),
  cancels('d', jars(1), 'shopper'),
  cancels('e', cloth, 'shopper'),
  sends('one', null),
  loses('one', 'money'),
  claims('c', jars(1)),
  arrives('c', jars(1)),
  settles('c', 'money', [1000, 2500]),
]
const everythingOfGoods = [
  ...new Set([...goodsFamily, ...troubleFamily]),
  moves('one', 'unsent'),
  withdraws('c'),
  wish,
  undone('never_came'),
  disputed('taken', 17_000),
  disputed('returned', 17_000),
]

test(`every order of up to ${roads.family} of what happens to goods that leave and come back`, () => {
  expect(checkEveryRoad(paidGoods, goodsFamily, roads.family)).toBe(
    (8 ** (roads.family + 1) - 1) / 7,
  )
}, 300_000)

test(`every order of up to ${roads.family} of goods that never arrive, or are not to leave`, () => {
  expect(checkEveryRoad(paidGoods, troubleFamily, roads.family)).toBe(
    (8 ** (roads.family + 1) - 1) / 7,
  )
}, 300_000)

test(`every order of up to ${roads.family} of goods whose delivery was free because of all of them`, () => {
  expect(checkEveryRoad(paidWithFreeDelivery, freeFamily, roads.family)).toBe(
    (8 ** (roads.family + 1) - 1) / 7,
  )
}, 300_000)

test(`every order of up to ${roads.all} of all that can happen to goods and their money`, () => {
  expect(checkEveryRoad(paidGoods, everythingOfGoods, roads.all)).toBeGreaterThan(3000)
}, 300_000)

test(`every order of up to ${roads.all} of all that can happen to money`, () => {
  expect(checkEveryRoad(paid, all, roads.all)).toBeGreaterThan(3000)
}, 300_000)
