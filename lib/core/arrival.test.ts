import fc from 'fast-check'
import { expect, test } from 'vitest'
import { booksOf } from './books'
import { type AttemptId, instant, type OrderId, paymentId } from './ids'
import { krw } from './money'
import { decide, evolve, type Fact, newOrder, type Order, statusOf } from './order'

/*
 * The same facts between two acts of a person end alike in every order of arrival, however often each
 * is told. Stock is there throughout: who comes too late for the last piece is another matter.
 */

const noon = instant(Date.UTC(2026, 10, 23, 3))
const price = krw(15000)
const attempts = ['first', 'second'] as AttemptId[]

const started = attempts.reduce<Order>(
  (order, attempt, index) =>
    tell(order, {
      kind: 'attempt_started',
      attempt,
      number: index + 1,
      expiresAt: noon,
      holdUntil: noon,
    }),
  newOrder('order' as OrderId, price),
)

function tell(order: Order, fact: Fact): Order {
  return decide(order, fact, { now: noon, stock: 'there' }).reduce(evolve, order)
}

const attempt = fc.constantFrom(...attempts)
const outcome = fc.constantFrom('approved', 'waiting', 'left', 'refused', 'broken', null)
// Each payment belongs to one attempt, as at the provider.
const payment = fc
  .tuple(attempt, fc.constantFrom(1, 2))
  .map(([id, number]) => ({ attempt: id, payment: paymentId(`${id}-psp-${number}`) }))

const news: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({
    kind: fc.constant('returned' as const),
    attempt,
    outcome,
    expiresAt: fc.constant(noon),
  }),
  fc.record({ kind: fc.constant('offer_closed' as const), attempt }),
  fc.record({ kind: fc.constant('time_limit' as const), attempt }),
  fc.constant<Fact>({ kind: 'stock_hold_over' }),
  payment.map((of) => ({ kind: 'payment_failed' as const, ...of })),
  payment.map((of) => ({ kind: 'payment_authorised' as const, ...of, amount: price })),
)

/** What has to be alike. Which of two payments is kept is the first one's luck, so only the sums count. */
function essence(order: Order) {
  return {
    status: statusOf(order),
    rungs: order.attempts.map(({ rung, outcome: seen }) => ({ rung, seen })),
    charged: order.payments.map((received) => received.payment).sort(),
    stillOurs: order.payments.reduce(
      (sum, received) => sum + booksOf(order, received).kept.minor,
      0,
    ),
    stockHeld: order.stockHeld,
  }
}

/** A payment either fails or succeeds, as long as nobody contradicts himself. */
const consistent = (facts: readonly Fact[]) =>
  facts.filter(
    (fact) =>
      fact.kind !== 'payment_failed' ||
      !facts.some((other) => other.kind === 'payment_authorised' && other.payment === fact.payment),
  )

const histories = fc.array(news, { maxLength: 8 }).chain((facts) => {
  const told = consistent(facts)
  return fc.record({
    one: fc.constant(told),
    other: fc.shuffledSubarray([...told, ...told], { minLength: told.length * 2 }),
  })
})

test('every order of arrival of the same news ends alike, however often it is told', () => {
  fc.assert(
    fc.property(histories, ({ one, other }) => {
      expect(essence(other.reduce(tell, started))).toEqual(essence(one.reduce(tell, started)))
    }),
    { numRuns: 3000 },
  )
})

test('at most one payment is kept, and all other money goes back in full', () => {
  fc.assert(
    fc.property(histories, ({ other }) => {
      const order = other.reduce(tell, started)
      const kept = order.payments.filter((received) => booksOf(order, received).kept.minor > 0)
      expect(kept.length).toBe(order.payments.length > 0 ? 1 : 0)
      for (const received of order.payments)
        expect([0, price.minor]).toContain(booksOf(order, received).kept.minor)
    }),
    { numRuns: 2000 },
  )
})

test('after a person has cancelled, no money stays', () => {
  fc.assert(
    fc.property(
      fc.array(news, { maxLength: 6 }),
      fc.array(news, { maxLength: 6 }),
      (before, after) => {
        const cancelled = tell(consistent(before).reduce(tell, started), {
          kind: 'cancelled_by',
          who: 'shopper',
        })
        const order = consistent(after).reduce(tell, cancelled)
        expect(order.payments.every((received) => booksOf(order, received).kept.minor === 0)).toBe(
          true,
        )
        expect(statusOf(order)).toEqual({ status: 'cancelled', why: 'by_shopper' })
        expect(order.stockHeld).toBe(false)
      },
    ),
    { numRuns: 2000 },
  )
})
