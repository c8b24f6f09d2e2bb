import { describe, expect, test } from 'vitest'
import { type AttemptId, HOUR, instant, laterBy, type OrderId, paymentId } from './ids'
import { krw } from './money'
import {
  decide,
  evolve,
  type Fact,
  mayCancel,
  mayClaim,
  newOrder,
  type Order,
  statusOf,
} from './order'
import { owed } from './owed'

const noon = instant(Date.UTC(2026, 10, 23, 3))
const DAY = 24 * HOUR
const attempt = 'first' as AttemptId
const price = krw(15_000)

/** One fact after the other, all at noon unless said otherwise: the order, and the letters it owes. */
function tell(order: Order, facts: readonly Fact[], now = noon) {
  const letters: string[] = []
  const after = facts.reduce((before, fact) => {
    const events = decide(before, fact, { now, stock: 'there' })
    for (const debt of events.flatMap(owed)) if (debt.job === 'mail') letters.push(debt.letter)
    return events.reduce(evolve, before)
  }, order)
  return { order: after, letters }
}

const unpaid = tell(newOrder('order' as OrderId, price), [
  { kind: 'attempt_started', attempt, number: 1, expiresAt: laterBy(noon, HOUR), holdUntil: null },
]).order
const paid = tell(unpaid, [
  { kind: 'payment_authorised', attempt, payment: paymentId('NC6HT9CRT65ZGN82'), amount: price },
]).order
const sent = tell(paid, [{ kind: 'sent', despite: null }]).order
const delivered = tell(sent, [{ kind: 'delivered' }]).order

describe('a parcel only goes on', () => {
  test('what is not paid is not sent, and what was not sent does not arrive', () => {
    expect(tell(unpaid, [{ kind: 'sent', despite: null }]).order.parcel).toBe('here')
    expect(tell(paid, [{ kind: 'delivered' }]).order.parcel).toBe('here')
  })

  test('sent, delivered, and a return asked for: each once', () => {
    expect(
      tell(paid, [
        { kind: 'sent', despite: null },
        { kind: 'sent', despite: null },
      ]).letters,
    ).toEqual(['sent'])
    expect(delivered.parcel).toBe('delivered')
    expect(tell(delivered, [{ kind: 'sent', despite: null }]).order.parcel).toBe('delivered')
    const asked = tell(delivered, [{ kind: 'claim_opened' }, { kind: 'claim_opened' }])
    expect(asked.order.parcel).toBe('claimed')
    expect(asked.letters).toEqual(['claim_opened'])
  })

  test('an order that was cancelled is not sent', () => {
    const cancelled = tell(paid, [{ kind: 'cancelled_by', who: 'shopper' }]).order
    expect(tell(cancelled, [{ kind: 'sent', despite: null }]).order.parcel).toBe('here')
  })
})

describe('changing one’s mind', () => {
  test('until it is sent an order is cancelled; from then on it is not', () => {
    expect([unpaid, paid, sent, delivered].map((order) => mayCancel(order))).toEqual([
      true,
      true,
      false,
      false,
    ])
    const tried = tell(sent, [{ kind: 'cancelled_by', who: 'shopper' }]).order
    expect(statusOf(tried).status).toBe('paid')
    expect(tried.refunds).toEqual([])
  })

  test('from the day it arrives it can be returned for seven days', () => {
    expect([paid, sent].map((order) => mayClaim(order, noon))).toEqual([false, false])
    expect(mayClaim(delivered, noon)).toBe(true)
    expect(mayClaim(delivered, laterBy(noon, 7 * DAY))).toBe(true)
    expect(mayClaim(delivered, laterBy(noon, 7 * DAY + 1))).toBe(false)
    const late = tell(delivered, [{ kind: 'claim_opened' }], laterBy(noon, 8 * DAY))
    expect(late.order.parcel).toBe('delivered')
  })
})
