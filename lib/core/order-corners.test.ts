import { describe, expect, test } from 'vitest'
import {
  type AttemptId,
  instant,
  type OrderId,
  parcelId,
  paymentId,
  type RefundId,
  refundId,
} from './ids'
import { krw } from './money'
import {
  decide,
  evolve,
  type Fact,
  isWanted,
  mayCancel,
  mayClaim,
  mayPay,
  newOrder,
  type Order,
  type OrderEvent,
  refundable,
  statusOf,
} from './order'
import type { Outcome } from './outcome'
import type { Refund } from './refund'
import { newWish, ownWish } from './wish'

/* Rare histories, told to the end. */

const noon = instant(Date.UTC(2026, 10, 23, 3))
const price = krw(15_000)
const [first, second] = ['first', 'second'] as [AttemptId, AttemptId]
const psp = paymentId('NC6HT9CRT65ZGN82')
const otherPsp = paymentId('V4HZ4RBFJGXXGN82')

const decided = (order: Order, fact: Fact, stock: 'there' | 'gone' = 'there') =>
  decide(order, fact, { now: noon, stock })
const tell = (order: Order, ...facts: Fact[]) =>
  facts.reduce((before, fact) => decided(before, fact).reduce(evolve, before), order)
const tellSoldOut = (order: Order, fact: Fact) => decided(order, fact, 'gone').reduce(evolve, order)
const types = (events: readonly OrderEvent[]) => events.map(({ type }) => type)

const starts = (attempt: AttemptId, number: number): Fact => ({
  kind: 'attempt_started',
  attempt,
  number,
  expiresAt: noon,
  holdUntil: noon,
})
const returns = (attempt: AttemptId, outcome: Outcome | null): Fact => ({
  kind: 'returned',
  attempt,
  outcome,
  expiresAt: noon,
})
const paid = (attempt: AttemptId, payment = psp): Fact => ({
  kind: 'payment_authorised',
  attempt,
  payment,
  amount: price,
})
const failed = (attempt: AttemptId, payment = psp): Fact => ({
  kind: 'payment_failed',
  attempt,
  payment,
})
const closed = (attempt: AttemptId): Fact => ({ kind: 'offer_closed', attempt })
const refundNews = (refund: RefundId, rung: Refund['rung']): Fact => ({
  kind: 'refund_news',
  refund,
  rung,
})
const cancel: Fact = { kind: 'cancelled_by', who: 'shopper' }

const untouched = newOrder('order' as OrderId, price)
const one = tell(untouched, starts(first, 1))
const two = tell(one, starts(second, 2))
const paidOnce = tell(one, paid(first))
const paidTwice = tell(two, paid(first), paid(second, otherPsp))
const refundOf = (payment = psp, rung: Refund['rung'] = 'done', number = 1): Refund => {
  const id = refundId(payment, number)
  return {
    id,
    payment,
    amount: price,
    why: 'surplus',
    wish: ownWish(payment, 'surplus'),
    reason: null,
    rung,
  }
}

describe('two attempts of one order', () => {
  test('an order without any attempt waits for its first', () => {
    expect(statusOf(untouched)).toEqual({ status: 'awaiting_payment', why: null })
  })
  test('one that is open keeps the order open, whatever became of the newer', () => {
    expect(statusOf(tell(two, failed(second))).status).toBe('awaiting_payment')
  })
  test('one that may have been paid keeps the order from being asked for again', () => {
    const unsure = tell(two, returns(first, 'left'), returns(second, null))
    expect(statusOf(unsure).status).toBe('confirming')
    expect(mayPay(unsure)).toBe(false)
  })
  test('one that nobody came back from does not keep the shopper from paying', () => {
    const declined = tell(two, returns(second, null), returns(second, 'left'))
    expect(statusOf(declined).status).toBe('confirming')
    expect(mayPay(declined)).toBe(true)
  })
  test('what became of one says nothing about the other', () => {
    const rungs = tell(two, returns(first, 'left')).attempts.map(({ rung }) => rung)
    expect(rungs).toEqual(['declined', 'open'])
  })
  test('a refusal of money that we hold is no news for another attempt', () => {
    expect(decided(tell(two, paid(first)), failed(second))).toEqual([])
  })
})

describe('coming back more than once', () => {
  test('the most hopeful word is remembered', () => {
    const outcomeAfter = (...words: (Outcome | null)[]) =>
      tell(one, ...words.map((word) => returns(first, word))).attempts[0]?.outcome
    expect(outcomeAfter('waiting', 'approved')).toBe('approved')
    expect(outcomeAfter('approved', 'waiting')).toBe('approved')
    expect(outcomeAfter('broken', 'waiting')).toBe('waiting')
    expect(outcomeAfter('waiting', 'left')).toBe('waiting')
  })
  test('the same word twice is no news', () => {
    expect(decided(tell(one, returns(first, 'waiting')), returns(first, 'waiting'))).toEqual([])
  })
  test('a shopper who was asked about in vain, and then said no, may pay again', () => {
    const declined = tell(one, returns(first, null), returns(first, 'left'))
    expect(statusOf(declined).status).toBe('confirming')
    expect(mayPay(declined)).toBe(true)
  })
})

describe('what is said to have happened', () => {
  const at = noon
  test('an order whose reason changes is said to have changed', () => {
    expect(decided(tell(one, closed(first)), failed(first))).toEqual([
      { type: 'climbed', attempt: first, to: 'failed', at },
      { type: 'became', status: 'cancelled', why: 'payment_failed', was: 'cancelled', at },
    ])
  })
  test('an order whose status changes is said to have changed', () => {
    expect(decided(one, returns(first, null))).toEqual([
      { type: 'climbed', attempt: first, to: 'waiting', at },
      { type: 'became', status: 'confirming', why: null, was: 'awaiting_payment', at },
    ])
  })
  test('an order that ends gives its stock back, once', () => {
    const [ends, again] = [
      decided(one, closed(first)),
      decided(tell(one, closed(first)), failed(first)),
    ]
    expect([...ends, ...again].filter(({ type }) => type === 'stock_returned')).toHaveLength(1)
  })
})

describe('stock', () => {
  test('money for an order that has its stock takes no more of it', () => {
    expect(types(decided(one, paid(first)))).toEqual(['charged', 'kept', 'became'])
    expect(types(decided(one, paid(first), 'gone'))).toEqual(['charged', 'kept', 'became'])
  })
  test('what is sold out is not put aside, and a repeat does not do so later', () => {
    const unsure = tellSoldOut(tell(one, closed(first)), returns(first, 'approved'))
    expect(statusOf(unsure).status).toBe('confirming')
    expect(unsure.stockHeld).toBe(false)
    expect(decided(unsure, returns(first, 'approved'))).toEqual([])
  })
})

describe('refunds of two payments', () => {
  test('each is counted for itself', () => {
    const ended = tell(paidTwice, cancel)
    expect(ended.refunds).toMatchObject([
      { id: `${otherPsp}-1`, why: 'surplus', rung: 'requested' },
      { id: `${psp}-1`, why: 'order_cancelled', rung: 'requested' },
    ])
    const fails = decided(ended, refundNews(refundId(psp, 1), 'failed'))
    expect(fails[0]).toMatchObject({ type: 'refund_climbed', tries: 1 })
  })
  test('news of one changes nothing about the other', () => {
    const told = tell(paidTwice, cancel, refundNews(refundId(psp, 1), 'done'))
    expect(told.refunds.map(({ rung }) => rung)).toEqual(['requested', 'done'])
  })
  test('the one that failed is asked for again, also when the other is on its way', () => {
    const id = refundId(otherPsp, 1)
    const told = tell(paidTwice, cancel, refundNews(id, 'failed'))
    expect(decided(told, { kind: 'refund_due_again', refund: id })).toMatchObject([
      { type: 'refund_requested', refund: `${otherPsp}-2`, payment: otherPsp, amount: price },
    ])
  })
  test('the same news of a refund twice is no news', () => {
    const told = tell(paidTwice, refundNews(refundId(otherPsp, 1), 'received'))
    expect(decided(told, refundNews(refundId(otherPsp, 1), 'received'))).toEqual([])
  })
})

describe('cancelling', () => {
  test('gives back the money that was kept, and not what went back before', () => {
    const soldOut = tellSoldOut(tell(two, closed(first), closed(second)), paid(first))
    const bought = tell(soldOut, paid(second, otherPsp))
    expect(bought.paidBy).toBe(otherPsp)
    expect(tell(bought, cancel).refunds.at(-1)).toMatchObject({
      id: `${otherPsp}-1`,
      why: 'order_cancelled',
    })
  })
  test('asks for nothing when all of it is on its way back', () => {
    const onItsWay = { ...paidOnce, refunds: [refundOf(psp, 'requested')] }
    expect(types(decided(onItsWay, cancel))).toEqual(['cancelled_by', 'became', 'stock_returned'])
  })
  test('asks under a new name when an earlier refund failed', () => {
    const once = { ...paidOnce, refunds: [refundOf(psp, 'failed')] }
    expect(tell(once, cancel).refunds.at(-1)).toMatchObject({ id: `${psp}-2`, rung: 'requested' })
  })
  test('is over when everything was given back', () => {
    const back = { ...paidOnce, refunds: [refundOf()] }
    expect([mayCancel(paidOnce), mayCancel(back)]).toEqual([true, false])
  })
})

describe('parcels', () => {
  const parcel = parcelId('parcel')
  const sent = tell(paidOnce, { kind: 'parcel_sent', parcel, pieces: null, despite: null })
  const delivered = tell(sent, { kind: 'parcel_moved', parcel, to: 'delivered' })
  test('what was given back in full is not returned once more', () => {
    const asked = { now: noon, daysOff: [] }
    expect(mayClaim(delivered, 'changed_mind', asked)).toBe(true)
    const back = { ...delivered, refunds: [refundOf()] }
    expect(mayClaim(back, 'changed_mind', asked)).toBe(false)
  })
})

describe('what cannot be is a bug, and says which', () => {
  const nobody = 'nobody' as AttemptId
  test.each([returns(nobody, null), closed(nobody), paid(nobody)])('%j', (fact) => {
    expect(() => decided(one, fact)).toThrow('order order has no attempt nobody')
  })
  test('a refund that nobody asked for', () => {
    const fact = refundNews(refundId(psp, 9), 'done')
    expect(() => decided(one, fact)).toThrow(`order order has no refund ${psp}-9`)
  })
  test('a refund of money that never came', () => {
    const wish = newWish(one, psp, price, 'surplus')
    const odd = {
      ...one,
      refunds: [refundOf(psp, 'failed')],
      wishes: [{ ...wish, isScheduled: true, since: 0 }],
    }
    const fact: Fact = { kind: 'refund_due_again', refund: refundId(psp, 1) }
    expect(() => decided(odd, fact)).toThrow(`order order has no payment ${psp}`)
  })
  test('money on its way back counts as gone, and money that bounced does not', () => {
    const left = (rung: Refund['rung']) =>
      refundable({ ...paidOnce, refunds: [refundOf(psp, rung)] }).minor
    expect((['requested', 'received', 'done', 'failed', 'reversed'] as const).map(left)).toEqual([
      0, 0, 0, 15_000, 15_000,
    ])
  })
})

describe('a shopper is sent to the wallet, or a saved one charged', () => {
  const begun = tell(newOrder('order' as OrderId, price), starts(first, 1))
  test.each<[boolean, string, readonly Fact[]]>([
    [true, 'as long as nothing is known', []],
    [false, 'not after they came back', [returns(first, 'left')]],
    [false, 'not after the end', [{ kind: 'cancelled_by', who: 'shopper' }]],
    [false, 'not when it is paid', [paid(first)]],
  ])('%s: %s', (wanted, _, facts) => {
    expect(isWanted(tell(begun, ...facts), first)).toBe(wanted)
  })
  test('not for an older attempt once a newer one has paid', () => {
    const both = tell(begun, returns(first, 'left'), starts(second, 2))
    expect(isWanted(both, second)).toBe(true)
    expect(isWanted(tell(both, paid(first)), second)).toBe(false)
  })
})
