import { describe, expect, test } from 'vitest'
import { type AttemptId, instant, laterBy, MINUTE, type OrderId, paymentId } from './ids'
import { krw } from './money'
import {
  decide,
  evolve,
  type Fact,
  mayPay,
  newOrder,
  type Order,
  type OrderEvent,
  statusOf,
} from './order'
import type { Outcome } from './outcome'

/* Goods are put aside for less time than a payment may take. Then whoever pays first has them. */

const noon = instant(Date.UTC(2026, 10, 23, 3))
const price = krw(15_000)
const [first, second] = ['first', 'second'] as [AttemptId, AttemptId]
const psp = paymentId('NC6HT9CRT65ZGN82')
const holdUntil = laterBy(noon, 15 * MINUTE)
const expiresAt = laterBy(noon, 70 * MINUTE)

const judged = (order: Order, fact: Fact, stock: 'there' | 'gone' = 'there') =>
  decide(order, fact, { now: noon, stock })
const tell = (order: Order, ...facts: Fact[]) =>
  facts.reduce((before, fact) => judged(before, fact).reduce(evolve, before), order)
const types = (events: readonly OrderEvent[]) => events.map(({ type }) => type)

const starts = (attempt: AttemptId, number: number): Fact => ({
  kind: 'attempt_started',
  attempt,
  number,
  expiresAt,
  holdUntil,
})
const returns = (outcome: Outcome): Fact => ({
  kind: 'returned',
  attempt: first,
  outcome,
  expiresAt,
})
const paid: Fact = { kind: 'payment_authorised', attempt: first, payment: psp, amount: price }
const over: Fact = { kind: 'stock_hold_over' }
const cancel: Fact = { kind: 'cancelled_by', who: 'shopper' }

const placed = newOrder('order' as OrderId, price)
const waiting = tell(placed, starts(first, 1))

describe('goods are put aside', () => {
  test('from the first attempt on, and later ones do not begin the time anew', () => {
    const [, started] = judged(placed, starts(first, 1))
    expect(started).toMatchObject({ type: 'attempt_started', holdUntil })
    const [again] = judged(waiting, starts(second, 2))
    expect(again).toMatchObject({ type: 'attempt_started', holdUntil: null })
  })
  test('again within the time, by an order that had died', () => {
    const died = tell(waiting, { kind: 'offer_closed', attempt: first })
    expect(died.stockHeld).toBe(false)
    expect(tell(died, starts(second, 2)).stockHeld).toBe(true)
  })
  test('for a time that begins with the first attempt that has one: a saved wallet’s charge has none', () => {
    const charged = tell(placed, { ...starts(first, 1), holdUntil: null } as Fact)
    expect(charged).toMatchObject({ stockHeld: true, putsAside: true })
    const refused = tell(charged, { kind: 'payment_failed', attempt: first, payment: psp })
    expect(refused.stockHeld).toBe(false)
    const events = judged(refused, starts(second, 2))
    expect(types(events)).toEqual(['stock_taken', 'attempt_started', 'became'])
    expect(events[1]).toMatchObject({ holdUntil })

    const byHand = events.reduce(evolve, refused)
    expect(judged(byHand, starts(second, 2))).toEqual([])
    const [third] = judged(byHand, starts('third' as AttemptId, 3))
    expect(third).toMatchObject({ type: 'attempt_started', holdUntil: null })
    const free = tell(byHand, over)
    expect(free).toMatchObject({ stockHeld: false, putsAside: false })
    expect(tell(free, starts('third' as AttemptId, 3)).stockHeld).toBe(false)
  })
})

describe('when the time is over', () => {
  const free = tell(waiting, over)

  test('others may have the goods, and the attempt stays open', () => {
    expect(types(judged(waiting, over))).toEqual(['stock_hold_over', 'stock_returned'])
    expect(statusOf(free).status).toBe('awaiting_payment')
    expect(free.stockHeld).toBe(false)
  })
  test('they are given back once', () => {
    expect(judged(free, over)).toEqual([])
    const died = tell(waiting, { kind: 'offer_closed', attempt: first })
    expect(types(judged(died, over))).toEqual(['stock_hold_over'])
  })
  test('no hopeful word puts them aside again', () => {
    for (const outcome of ['waiting', 'approved'] as const) {
      const hopeful = tell(free, returns(outcome))
      expect(statusOf(hopeful).status).toBe('confirming')
      expect(hopeful.stockHeld).toBe(false)
      expect(tell(waiting, returns(outcome), over).stockHeld).toBe(false)
    }
  })
  test('the shopper may try again, which puts nothing aside', () => {
    expect(mayPay(free)).toBe(true)
    const again = tell(free, starts(second, 2))
    expect(again.attempts).toHaveLength(2)
    expect(again.stockHeld).toBe(false)
  })
  test('nobody is sent to pay for what others have bought since', () => {
    expect(judged(free, starts(second, 2), 'gone')).toEqual([])
  })
  test('money takes them when they are there', () => {
    const bought = tell(free, paid)
    expect(statusOf(bought).status).toBe('paid')
    expect(bought.stockHeld).toBe(true)
  })
  test('money goes back in full when they are not', () => {
    const events = judged(free, paid, 'gone')
    expect(types(events)).toEqual(['charged', 'refund_requested', 'became'])
    expect(events[1]).toMatchObject({ payment: psp, amount: price, why: 'sold_out' })
    expect(events.reduce(evolve, free)).toMatchObject({ paidBy: null, stockHeld: false })
  })
  test('a paid order keeps what it paid for, and a cancelled one stays as it is', () => {
    expect(judged(tell(waiting, paid), over)).toEqual([])
    expect(judged(tell(waiting, cancel), over)).toEqual([])
  })
})

describe('an order that puts nothing aside', () => {
  const alone = tell({ ...placed, putsAside: false }, starts(first, 1))

  test('can be paid, and owes no end of what never began', () => {
    expect(alone.attempts).toHaveLength(1)
    expect(alone.stockHeld).toBe(false)
    expect(judged({ ...placed, putsAside: false }, starts(first, 1))[0]).toMatchObject({
      holdUntil: null,
    })
    expect(judged(alone, over)).toEqual([])
  })
  test('has its goods when its money comes', () => {
    expect(tell(alone, paid)).toMatchObject({ paidBy: psp, stockHeld: true })
  })
  test('is not begun to be paid when they are gone', () => {
    expect(judged({ ...placed, putsAside: false }, starts(first, 1), 'gone')).toEqual([])
  })
})
