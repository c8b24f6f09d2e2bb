import { describe, expect, test } from 'vitest'
import { entriesBetween } from './books'
import {
  type AttemptId,
  disputeId,
  instant,
  noteId,
  type OrderId,
  parcelId,
  paymentId,
  type RefundId,
  refundId,
  storedRefundId,
  wishId,
} from './ids'
import { krw } from './money'
import { decide, evolve, type Fact, maySend, newOrder, type Order } from './order'
import { isTriedAgain, owed, stillTrue } from './owed'
import type { Refund } from './refund'
import { shownOutcomeOf } from './shown-outcome'
import {
  adoption,
  isStuck,
  newWish,
  ownWish,
  servedByHand,
  type Wish,
  type Wishes,
  waitAfter,
} from './wish'

/* What is told apart when there are several: payments, wishes, tries, notes. */

const noon = instant(Date.UTC(2026, 10, 23, 3))
const price = krw(15_000)
const [first, second] = ['first', 'second'] as [AttemptId, AttemptId]
const payment = paymentId('NC6HT9CRT65ZGN82')
const other = paymentId('V4HZ4RBFJGXXGN82')

const decided = (order: Order, fact: Fact) => decide(order, fact, { now: noon, stock: 'there' })
const tell = (order: Order, ...facts: Fact[]) =>
  facts.reduce((before, fact) => decided(before, fact).reduce(evolve, before), order)
const starts = (attempt: AttemptId, number: number): Fact => ({
  kind: 'attempt_started',
  attempt,
  number,
  expiresAt: noon,
  holdUntil: null,
})
const paysWith = (of: typeof payment, attempt = first): Fact => ({
  kind: 'payment_authorised',
  attempt,
  payment: of,
  amount: price,
})
const paid = tell(newOrder('order' as OrderId, price), starts(first, 1), paysWith(payment))
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
const elsewhere = (of: typeof payment, won: number): Fact => ({
  kind: 'refund_elsewhere',
  refund: storedRefundId('ELSEWHERE'),
  payment: of,
  amount: krw(won),
  rung: 'done',
})
const again = (refund: RefundId): Fact => ({ kind: 'refund_due_again', refund })
const asked = (order: Order, fact: Fact) =>
  decided(order, fact).flatMap((event) =>
    event.type === 'refund_requested' ? [[event.wish, event.amount.minor]] : [],
  )

test('an order begins with nothing', () => {
  expect(newOrder('order' as OrderId, price)).toMatchObject({
    attempts: [],
    payments: [],
    paidBy: null,
    wishes: [],
    refunds: [],
    handbacks: [],
    disputes: [],
  })
})

const wish: Wish = {
  id: wishId('one'),
  payment,
  amount: krw(5000),
  why: 'asked',
  reason: null,
  isScheduled: false,
  since: 0,
}
const tried = (number: number, about: Partial<Refund> = {}): Refund => ({
  id: refundId(payment, number),
  payment,
  amount: krw(5000),
  why: 'asked',
  wish: wish.id,
  reason: null,
  rung: 'failed',
  ...about,
})
const tries = (count: number) => Array.from({ length: count }, (_, index) => tried(index + 1))
const having = (about: Partial<Wishes>): Wishes => ({
  wishes: [wish],
  refunds: [],
  handbacks: [],
  ...about,
})

describe('a wish is stuck', () => {
  test('after its last try in vain, and not before', () => {
    expect(isStuck(having({}), wish)).toBe(false)
    expect(isStuck(having({ refunds: tries(4) }), wish)).toBe(false)
    expect(isStuck(having({ refunds: tries(5) }), wish)).toBe(true)
    expect([1, 2, 3, 4, 5].map(isTriedAgain)).toEqual([true, true, true, true, false])
    expect(waitAfter(0)).toBeNull()
  })
  test('by what came to nothing alone', () => {
    const one = tried(5, { rung: 'requested', amount: krw(1000) })
    expect(isStuck(having({ refunds: [...tries(4), one] }), wish)).toBe(false)
  })
  test('not when nothing of it is open, or its next try has a time', () => {
    const byHand = { id: noteId('n'), payment, amount: krw(5000), reason: '', wish: wish.id }
    expect(isStuck(having({ refunds: tries(5), handbacks: [byHand] }), wish)).toBe(false)
    expect(isStuck(having({ refunds: tries(5) }), { ...wish, isScheduled: true })).toBe(false)
  })
})

test('what an order asks back by itself is counted by payment and by reason', () => {
  const named = (wishes: Wish[]) => newWish(having({ wishes }), payment, price, 'surplus').id
  expect(named([])).toBe(ownWish(payment, 'surplus', 1))
  expect(named([wish])).toBe(ownWish(payment, 'surplus', 1))
  expect(named([{ ...wish, payment: other, why: 'surplus' }])).toBe(ownWish(payment, 'surplus', 1))
  expect(named([{ ...wish, why: 'surplus' }])).toBe(ownWish(payment, 'surplus', 2))
})

test('a refund made elsewhere serves a wish of its own payment alone', () => {
  const found = tried(2, { why: 'elsewhere', wish: null, rung: 'done' })
  const adopted = [{ type: 'refund_adopted', refund: found.id, wish: wish.id }]
  expect(adoption(having({ refunds: [tried(1), found] }))).toEqual(adopted)
  const ofOther = { ...found, payment: other }
  expect(adoption(having({ refunds: [tried(1), ofOther] }))).toEqual([])
})

test('money given back by hand serves the wish of its amount, else one that it is a part of', () => {
  const larger = { ...wish, id: wishId('two'), amount: krw(8000) }
  const wishes = [larger, wish]
  const serves = (won: number) => servedByHand(having({ wishes }), wishes, krw(won))
  expect(serves(5000)).toBe(wish)
  expect(serves(8000)).toBe(larger)
  expect(serves(3000)).toBe(larger)
  expect(serves(7000)).toBe(larger)
  expect(serves(9000)).toBeNull()
  expect(servedByHand(having({ wishes }), [wish], krw(5001))).toBeNull()
})

describe('of two wishes', () => {
  const both = tell(paid, wished('one', 5000), wished('two', 3000))
  const [ofOne, ofTwo] = [refundId(payment, 1), refundId(payment, 2)]
  test('each is due again for itself', () => {
    const failed = tell(both, news(ofOne, 'failed'), news(ofTwo, 'failed'))
    expect(asked(failed, again(ofTwo))).toEqual([['two', 3000]])
    expect(asked(failed, again(ofOne))).toEqual([['one', 5000]])
  })
  test('a person has the one tried that they name', () => {
    const failed = tell(both, news(ofOne, 'failed'), news(ofTwo, 'failed'))
    expect(asked(failed, { kind: 'wish_tried_again', wish: wishId('two') })).toEqual([
      ['two', 3000],
    ])
    expect(asked(failed, { kind: 'wish_tried_again', wish: wishId('three') })).toEqual([])
  })
  test('the same id is none, also while its first try has come to nothing', () => {
    const failed = tell(both, news(ofOne, 'failed'))
    expect(decided(failed, wished('one', 5000))).toEqual([])
    expect(decided(failed, wished('one', 2000))).toEqual([])
  })
  test('what was made elsewhere is due to nobody', () => {
    expect(
      decided(tell(paid, elsewhere(payment, 1000)), again(storedRefundId('ELSEWHERE'))),
    ).toEqual([])
  })
})

describe('of two payments', () => {
  const both = tell(paid, paysWith(other))
  test('one that is called off leaves the other what it is, and is told once', () => {
    const fact: Fact = { kind: 'payment_undone', payment: other, how: 'cancelled' }
    const off = tell(both, fact)
    expect(off.payments.map(({ undone }) => undone)).toEqual([null, 'cancelled'])
    expect(decided(off, fact)).toEqual([])
    expect(decided(tell(off, { ...fact, how: 'never_came' }), fact)).toEqual([])
  })
  test('the ledger moves the money of the one that an event is about', () => {
    const after = tell(both, news(refundId(other, 1), 'done'))
    expect(entriesBetween(both, after)).toEqual([
      { payment: other, account: 'on_its_way', won: -15_000 },
      { payment: other, account: 'given_back', won: 15_000 },
    ])
  })
  test('of one attempt each, the shopper of one that never came is told so, and no other', () => {
    const two = tell(
      newOrder('order' as OrderId, price),
      starts(first, 1),
      { kind: 'offer_closed', attempt: first },
      starts(second, 2),
      paysWith(payment),
      paysWith(other, second),
      { kind: 'payment_undone', payment, how: 'never_came' },
    )
    const shown = two.attempts.map((attempt) => shownOutcomeOf(attempt, two))
    expect(shown).toEqual(['never_came', 'approved'])
  })
})

describe('money of a payment that nobody knows is a bug of who tells it', () => {
  test.each<[string, Fact]>([
    ['a refund made elsewhere', elsewhere(other, 1000)],
    ['a payment that is called off', { kind: 'payment_undone', payment: other, how: 'cancelled' }],
    [
      'a dispute',
      {
        kind: 'dispute_news',
        dispute: disputeId('one'),
        payment: other,
        step: 'announced',
        amount: null,
        deadline: null,
      },
    ],
  ])('%s', (_, fact) => {
    expect(() => decided(paid, fact)).toThrow(`order order has no payment ${other}`)
  })
})

const parcel = parcelId('parcel')
const sent: Fact = { kind: 'parcel_sent', parcel, pieces: null, despite: null }
test('what is on its way is not sent once more', () => {
  expect(maySend(paid, null)).toBe(true)
  expect(maySend(tell(paid, sent), null)).toBe(false)
  expect(maySend(newOrder('order' as OrderId, price), null)).toBe(false)
})

test('a refund that comes to nothing a second time owes no second try', () => {
  const refund = refundId(payment, 1)
  const climbed = { type: 'refund_climbed', refund, tries: 1, at: noon } as const
  expect(owed({ ...climbed, was: 'requested', to: 'failed' })).toHaveLength(1)
  expect(owed({ ...climbed, was: null, to: 'failed' })).toHaveLength(1)
  expect(owed({ ...climbed, was: 'failed', to: 'reversed' })).toEqual([])
  expect(owed({ ...climbed, was: 'requested', to: 'received' })).toEqual([])
})

test('that the payment failed is still to be said only while no money is there', () => {
  const begun = tell(newOrder('order' as OrderId, price), starts(first, 1))
  const timedOut = tell(begun, { kind: 'offer_closed', attempt: first })
  const failed = tell(begun, { kind: 'payment_failed', attempt: first, payment: other })
  for (const letter of ['payment_failed', 'timed_out'] as const) {
    expect(stillTrue(letter, timedOut)).toBe(true)
    expect(stillTrue(letter, failed)).toBe(true)
    expect(stillTrue(letter, begun)).toBe(false)
    expect(stillTrue(letter, paid)).toBe(false)
  }
  expect(stillTrue('paid', begun)).toBe(true)
})
