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
const sent: Fact = { kind: 'sent', despite: null }
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

test(`every order of up to ${roads.all} of all that can happen to money`, () => {
  expect(checkEveryRoad(paid, all, roads.all)).toBeGreaterThan(3000)
}, 300_000)
