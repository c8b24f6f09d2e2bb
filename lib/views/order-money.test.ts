import { expect, test } from 'vitest'
import {
  type AttemptId,
  disputeId,
  HOUR,
  instant,
  laterBy,
  noteId,
  type OrderId,
  paymentId,
  refundId,
  storedRefundId,
  wishId,
} from '@/lib/core/ids'
import { krw } from '@/lib/core/money'
import { decide, evolve, type Fact, newOrder, type OrderEvent } from '@/lib/core/order'
import { orderMoneyView } from './order-money'
import { timelineOf } from './timeline'

/* What a shopper reads of the money of an order, and nothing else of it. */

const noon = instant(Date.UTC(2026, 10, 23, 3))
const price = krw(15_000)
const attempt = 'first' as AttemptId
const payment = paymentId('NC6HT9CRT65ZGN82')
const second = paymentId('FP3TB7DN9KSVXX82')
const placed = newOrder('order' as OrderId, price)

/** One fact each hour, from noon on. */
function after(...facts: Fact[]) {
  let order = placed
  const events: OrderEvent[] = []
  for (const [hours, fact] of facts.entries()) {
    const happened = decide(order, fact, { now: laterBy(noon, hours * HOUR), stock: 'there' })
    order = happened.reduce(evolve, order)
    events.push(...happened)
  }
  return { order, events }
}
const started: Fact = {
  kind: 'attempt_started',
  attempt,
  number: 1,
  expiresAt: noon,
  holdUntil: null,
}
const came: Fact = { kind: 'payment_authorised', attempt, payment, amount: price }
const paid = [started, came]
const wish = (won: number): Fact => ({
  kind: 'refund_wished',
  wish: wishId('wish'),
  amount: krw(won),
  reason: 'A jar came broken',
})
const news = (number: number, rung: Extract<Fact, { kind: 'refund_news' }>['rung']): Fact => ({
  kind: 'refund_news',
  refund: refundId(payment, number),
  rung,
})
const again = (number: number): Fact => ({
  kind: 'refund_due_again',
  refund: refundId(payment, number),
})
const elsewhere = (rung: 'done' | 'failed', won = 4000): Fact => ({
  kind: 'refund_elsewhere',
  refund: storedRefundId('ELSEWHERE'),
  payment,
  amount: krw(won),
  rung,
})
const handed = (won: number): Fact => ({
  kind: 'handed_back',
  note: noteId('note'),
  amount: krw(won),
  reason: 'To your bank account',
})
const disputed = (step: Extract<Fact, { kind: 'dispute_news' }>['step']): Fact => ({
  kind: 'dispute_news',
  dispute: disputeId('DISPUTE'),
  payment,
  step,
  amount: price,
  deadline: null,
})
/** Five tries, all of them in vain. */
const inVain = [1, 2, 3, 4, 5].flatMap((number) =>
  number === 1 ? [news(1, 'failed')] : [again(number - 1), news(number, 'failed')],
)

const seen = (...facts: Fact[]) => {
  const { order, events } = after(...facts)
  return orderMoneyView(order, events, { own: true })
}
/** What is said, and of how much. */
const said = (...facts: Fact[]) =>
  seen(...facts)?.lines.map(({ what, amount }) => `${what} ${amount}`)

test('of an order that is not paid, or simply paid, there is nothing to say', () => {
  expect(seen(started)).toBeNull()
  expect(seen(...paid)).toBeNull()
})

test('money on its way back says how much, when it was asked for, and why', () => {
  expect(seen(...paid, wish(3000))?.lines).toEqual([
    {
      what: 'paid',
      at: laterBy(noon, HOUR),
      amount: '₩15,000',
      why: null,
      reason: null,
      note: null,
    },
    {
      what: 'on_its_way',
      at: laterBy(noon, 2 * HOUR),
      amount: '₩3,000',
      why: null,
      reason: 'A jar came broken',
      note: 'on_its_way',
    },
  ])
})

test('the reason is for whoever ordered, not for whoever holds the link', () => {
  const { order, events } = after(...paid, wish(3000))
  const lines = orderMoneyView(order, events, { own: false })?.lines
  expect(lines).toMatchObject([{ reason: null }, { reason: null, amount: '₩3,000' }])
})

test.each<[string, Fact[], string[]]>([
  ['back', [wish(3000), news(1, 'done')], ['given_back ₩3,000']],
  ['on its way while it is tried again', [wish(3000), news(1, 'failed')], ['on_its_way ₩3,000']],
  ['with a person after the fifth try', [wish(3000), ...inVain], ['stuck ₩3,000']],
  [
    'back by another way after all',
    [wish(3000), ...inVain, handed(3000)],
    ['given_back_otherwise ₩3,000'],
  ],
  ['back, given in the Customer Area', [elsewhere('done')], ['given_back ₩4,000']],
  ['what failed elsewhere, and nobody heard of', [elsewhere('failed')], []],
  [
    'with a person when what was said to be back bounced',
    [elsewhere('done'), elsewhere('failed')],
    ['stuck ₩4,000'],
  ],
  [
    'back as a whole, by a cancellation elsewhere after a part',
    [wish(3000), news(1, 'done'), { kind: 'payment_undone', payment, how: 'cancelled' }],
    ['given_back ₩3,000', 'given_back ₩12,000'],
  ],
  [
    'on its way, for it was cancelled',
    [{ kind: 'cancelled_by', who: 'shopper' }],
    ['on_its_way ₩15,000'],
  ],
  ['taken by a dispute', [disputed('taken')], ['taken ₩15,000']],
])('money is seen where it is: %s', (_, facts, lines) => {
  expect(said(...paid, ...facts) ?? ['paid ₩15,000']).toEqual(['paid ₩15,000', ...lines])
})

test('a second payment is called so, and goes back', () => {
  const twice: Fact = { ...came, payment: second }
  const lines = seen(...paid, twice)?.lines
  expect(lines).toMatchObject([
    { what: 'paid' },
    { what: 'paid_again', amount: '₩15,000' },
    { what: 'on_its_way', amount: '₩15,000', why: 'surplus' },
  ])
})

test('money that never came is not called paid', () => {
  expect(said(...paid, { kind: 'payment_undone', payment, how: 'never_came' })).toEqual([
    'never_came ₩15,000',
  ])
})

test('a payment that is contested says so, until it is settled', () => {
  expect(seen(...paid, disputed('announced'))).toMatchObject({ contested: true })
  expect(seen(...paid, disputed('taken'), disputed('returned'))).toBeNull()
})

const life = (...facts: Fact[]) => {
  const { order, events } = after(...paid, ...facts)
  return timelineOf(order, events, () => '')
    .entries.slice(2)
    .map(({ what, amount }) => `${what} ${amount ?? ''}`.trim())
}

test('the history does not say that we try again when nobody does', () => {
  expect(life(wish(3000), ...inVain).at(-1)).toBe('refund_stuck ₩3,000')
  expect(life(elsewhere('done'), elsewhere('failed'))).toEqual([
    'refund_done ₩4,000',
    'refund_stuck ₩4,000',
  ])
  expect(life(elsewhere('failed'))).toEqual([])
})

test('the history tells each movement with its amount', () => {
  expect(life(wish(3000), news(1, 'failed'), again(1), news(2, 'done'), handed(2000))).toEqual([
    'refund_requested ₩3,000',
    'refund_failed ₩3,000',
    'refund_again ₩3,000',
    'refund_done ₩3,000',
    'handed_back ₩2,000',
  ])
})

test('of a dispute the history tells that it began once, and what it moved', () => {
  const steps = ['fraud_reported', 'information_asked', 'announced', 'taken', 'returned'] as const
  expect(life(...steps.map(disputed))).toEqual([
    'dispute_opened ₩15,000',
    'dispute_took ₩15,000',
    'dispute_gave_back ₩15,000',
  ])
})
