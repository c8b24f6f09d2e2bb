import { describe, expect, test } from 'vitest'
import { type Rung, rungs } from './attempt'
import { type AttemptId, instant, laterBy, MINUTE, type OrderId, paymentId, refundId } from './ids'
import { krw } from './money'
import {
  decide,
  evolve,
  type Fact,
  mayPay,
  newOrder,
  type Order,
  type OrderEvent,
  refundedOf,
  statusOf,
} from './order'
import { owed, stillTrue } from './owed'

const noon = instant(Date.UTC(2026, 10, 23, 3))
const price = krw(15000)
const first = 'first' as AttemptId
const second = 'second' as AttemptId
const psp = paymentId('NC6HT9CRT65ZGN82')
const otherPsp = paymentId('V4HZ4RBFJGXXGN82')
const limit = laterBy(noon, 70 * MINUTE)
const holdUntil = laterBy(noon, 15 * MINUTE)

type World = { order: Order; events: OrderEvent[] }

/** Tells one fact after the other and keeps what happened. */
function given(...facts: Fact[]): World {
  return tell({ order: newOrder('order' as OrderId, price), events: [] }, ...facts)
}
function tell(
  world: World,
  ...facts: (Fact | { fact: Fact; stock: 'gone'; now?: number })[]
): World {
  return facts.reduce((before, told) => {
    const { fact, stock, now } =
      'fact' in told ? told : { fact: told, stock: 'there' as const, now: undefined }
    const at = now ?? (fact.kind === 'time_limit' ? limit : noon)
    const events = decide(before.order, fact, { now: instant(at), stock })
    return { order: events.reduce(evolve, before.order), events: [...before.events, ...events] }
  }, world)
}

const starts = (attempt: AttemptId, number: number): Fact => ({
  kind: 'attempt_started',
  attempt,
  number,
  expiresAt: limit,
  holdUntil,
})
const returns = (
  attempt: AttemptId,
  outcome: Extract<Fact, { kind: 'returned' }>['outcome'],
): Fact => ({
  kind: 'returned',
  attempt,
  outcome,
  expiresAt: limit,
})
const authorised = (attempt: AttemptId, payment = psp): Fact => ({
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
const timeLimit = (attempt: AttemptId): Fact => ({ kind: 'time_limit', attempt })
const status = ({ order }: World) => statusOf(order)
const jobs = ({ events }: World) => events.flatMap(owed).map((debt) => debt.job)

const started = given(starts(first, 1))

describe('an order that waits for its money', () => {
  test('a fresh attempt takes stock and waits for payment', () => {
    expect(status(started)).toEqual({ status: 'awaiting_payment', why: null })
    expect(started.order.stockHeld).toBe(true)
  })

  test('an attempt of an order whose stock is gone does not come to be', () => {
    const world = tell(given(), { fact: starts(first, 1), stock: 'gone' })
    expect(world.order.attempts).toEqual([])
  })

  test('only the next number makes an attempt', () => {
    expect(tell(started, starts(second, 1)).order.attempts).toHaveLength(1)
    expect(tell(started, starts(second, 3)).order.attempts).toHaveLength(1)
    expect(tell(started, starts(second, 2)).order.attempts).toHaveLength(2)
  })

  test.each(['left', 'refused', 'broken'] as const)(
    'a shopper who comes back with "%s" may try again',
    (outcome) => {
      const world = tell(started, returns(first, outcome))
      expect(status(world).status).toBe('awaiting_payment')
      expect(mayPay(world.order)).toBe(true)
    },
  )

  test.each(['approved', 'waiting', null] as const)(
    'an order whose shopper came back with "%s" is being confirmed, and is not paid',
    (outcome) => {
      const world = tell(started, returns(first, outcome))
      expect(status(world).status).toBe('confirming')
      expect(mayPay(world.order)).toBe(false)
    },
  )

  test('a success in the shopper’s browser never pays an order', () => {
    expect(jobs(tell(started, returns(first, 'approved')))).not.toContain('mail')
  })

  test('the time limit cancels what nobody came back to, and stock goes back', () => {
    const world = tell(started, timeLimit(first))
    expect(status(world)).toEqual({ status: 'cancelled', why: 'timed_out' })
    expect(world.order.stockHeld).toBe(false)
  })

  test('a time limit that is not over yet decides nothing', () => {
    const early = { fact: timeLimit(first), stock: 'gone' as const, now: limit - 1 }
    expect(tell(started, early).events).toEqual(started.events)
  })

  test('a decline counts the time limit anew', () => {
    const later = laterBy(limit, 30 * MINUTE)
    const declined = tell(started, {
      kind: 'returned',
      attempt: first,
      outcome: 'left',
      expiresAt: later,
    })
    expect(status(tell(declined, timeLimit(first))).status).toBe('awaiting_payment')
    expect(declined.events.flatMap(owed)).toContainEqual({
      job: 'expire_attempt',
      attempt: first,
      due: later,
    })
  })

  test('an order that is being confirmed never times out by itself', () => {
    expect(status(tell(started, returns(first, null), timeLimit(first))).status).toBe('confirming')
  })
})

describe('what the provider says', () => {
  test('an authorisation pays the order and keeps its money', () => {
    const world = tell(started, authorised(first))
    expect(status(world)).toEqual({ status: 'paid', why: null })
    expect(world.order.paidBy).toBe(psp)
  })

  test('the same authorisation told twice pays once', () => {
    const paid = tell(started, authorised(first))
    expect(tell(paid, authorised(first))).toEqual(paid)
  })

  test('a failure cancels the order and gives its stock back once', () => {
    const world = tell(started, failed(first), failed(first), closed(first))
    expect(status(world)).toEqual({ status: 'cancelled', why: 'payment_failed' })
    expect(world.events.filter(({ type }) => type === 'stock_returned')).toHaveLength(1)
  })

  test('an offer that closes cancels the order as timed out', () => {
    expect(status(tell(started, closed(first)))).toEqual({ status: 'cancelled', why: 'timed_out' })
  })

  test('an offer that closes on an abandoned attempt leaves a paid order paid', () => {
    const paidBySecond = tell(
      started,
      returns(first, 'left'),
      starts(second, 2),
      authorised(second),
    )
    expect(status(tell(paidBySecond, closed(first)))).toEqual({ status: 'paid', why: null })
  })

  test('a failure of the browser’s success is a failure', () => {
    expect(status(tell(started, returns(first, 'approved'), failed(first))).status).toBe(
      'cancelled',
    )
  })

  test('a failure of one payment says nothing about another under the same reference', () => {
    const world = tell(started, authorised(first, psp), failed(first, otherPsp))
    expect(status(world).status).toBe('paid')
  })

  test.each([
    ['a refusal', failed(first)],
    ['an offer that closes', closed(first)],
    ['a return that cancels', returns(first, 'left')],
    ['a return that nobody understood', returns(first, null)],
    ['the time limit', timeLimit(first)],
  ])('%s after the money changes nothing about a paid order', (_name, late) => {
    expect(status(tell(started, authorised(first), late))).toEqual({ status: 'paid', why: null })
  })
})

describe('late and surplus money', () => {
  const cancelled = tell(started, failed(first))

  test('a success after a failure pays the order when its stock can still be had', () => {
    const world = tell(cancelled, authorised(first, otherPsp))
    expect(status(world)).toEqual({ status: 'paid', why: null })
    expect(world.order.stockHeld).toBe(true)
  })

  test('a success after a failure goes back in full when the stock is gone', () => {
    const world = tell(cancelled, { fact: authorised(first, otherPsp), stock: 'gone' })
    expect(status(world).status).toBe('cancelled')
    expect(world.order.refunds).toMatchObject([
      { payment: otherPsp, amount: price, why: 'sold_out' },
    ])
    expect(world.order.stockHeld).toBe(false)
  })

  test('a second payment of the same order goes back in full, once', () => {
    const paidTwice = tell(
      started,
      starts(second, 2),
      authorised(first),
      authorised(second, otherPsp),
    )
    const again = tell(paidTwice, authorised(second, otherPsp))
    expect(status(again).status).toBe('paid')
    expect(again.order.refunds).toMatchObject([
      { payment: otherPsp, amount: price, why: 'surplus' },
    ])
  })

  test('two payments under one reference are one too many', () => {
    const world = tell(started, authorised(first, psp), authorised(first, otherPsp))
    expect(world.order.refunds).toMatchObject([{ payment: otherPsp }])
  })

  test('the surplus that came back does not make a paid order refunded', () => {
    const twice = tell(started, authorised(first, psp), authorised(first, otherPsp))
    const done = tell(twice, { kind: 'refund_news', refund: refundId(otherPsp, 1), rung: 'done' })
    expect(status(done).status).toBe('paid')
    expect(refundedOf(done.order)).toEqual(price)
  })
})

describe('what a person does', () => {
  test('an order that its shopper cancelled never reopens: late money goes back', () => {
    const world = tell(started, { kind: 'cancelled_by', who: 'shopper' }, authorised(first))
    expect(status(world)).toEqual({ status: 'cancelled', why: 'by_shopper' })
    expect(world.order.refunds).toMatchObject([{ payment: psp, why: 'order_cancelled' }])
    expect(mayPay(world.order)).toBe(false)
  })

  test('a paid order that is cancelled gives everything back, and is refunded when it is back', () => {
    const asked = tell(started, authorised(first), { kind: 'cancelled_by', who: 'shopper' })
    expect(status(asked)).toEqual({ status: 'cancelled', why: 'by_shopper' })
    expect(asked.order.stockHeld).toBe(false)
    const refund = refundId(psp, 1)
    const received = tell(asked, { kind: 'refund_news', refund, rung: 'received' })
    expect(refundedOf(received.order)).toEqual(krw(0))
    const done = tell(received, { kind: 'refund_news', refund, rung: 'done' })
    expect(status(done)).toEqual({ status: 'refunded', why: null })
  })

  test('cancelling twice asks for one refund', () => {
    const cancel: Fact = { kind: 'cancelled_by', who: 'shopper' }
    expect(tell(started, authorised(first), cancel, cancel).order.refunds).toHaveLength(1)
  })

  test('a shopper may pay an order that only timed out', () => {
    const again = tell(started, timeLimit(first), starts(second, 2))
    expect(status(again).status).toBe('awaiting_payment')
    expect(again.order.stockHeld).toBe(true)
  })

  test('a paid order takes no further attempt', () => {
    expect(tell(started, authorised(first), starts(second, 2)).order.attempts).toHaveLength(1)
  })
})

describe('refunds tell the truth', () => {
  const refund = refundId(psp, 1)
  const asked = tell(started, { kind: 'cancelled_by', who: 'merchant' }, authorised(first))

  test('a refund that bounces is not refunded, and is asked for again as a new one', () => {
    const reversed = tell(
      asked,
      { kind: 'refund_news', refund, rung: 'done' },
      { kind: 'refund_news', refund, rung: 'reversed' },
    )
    expect(refundedOf(reversed.order)).toEqual(krw(0))
    expect(jobs(reversed)).toContain('refund_again')
    const again = tell(reversed, { kind: 'refund_due_again', refund })
    expect(again.order.refunds.map(({ id }) => id)).toEqual([refund, refundId(psp, 2)])
  })

  test('a refund that is on its way is not asked for again', () => {
    expect(tell(asked, { kind: 'refund_due_again', refund }).order.refunds).toHaveLength(1)
  })

  test('old news of a refund changes nothing', () => {
    const done = tell(asked, { kind: 'refund_news', refund, rung: 'done' })
    expect(tell(done, { kind: 'refund_news', refund, rung: 'received' })).toEqual(done)
  })

  test('after four refunds that failed a person has to look', () => {
    const failing = [1, 2, 3, 4, 5].reduce<World>((world, number) => {
      const id = refundId(psp, number)
      return tell(
        world,
        { kind: 'refund_news', refund: id, rung: 'failed' },
        { kind: 'refund_due_again', refund: id },
      )
    }, asked)
    const waits = failing.events.flatMap(owed).filter((debt) => debt.job === 'refund_again')
    expect(waits.map(({ due }) => (due - noon) / (60 * MINUTE))).toEqual([1, 6, 24, 72])
  })
})

describe('bad news', () => {
  const timedOut = tell(started, closed(first))

  test('a refusal that follows the end of time does not silence the letter', () => {
    expect(stillTrue('timed_out', tell(timedOut, failed(first)).order)).toBe(true)
  })

  test('a shopper who pays again is not told that time ran out', () => {
    expect(stillTrue('timed_out', tell(timedOut, starts(second, 2)).order)).toBe(false)
    expect(stillTrue('timed_out', tell(timedOut, authorised(first)).order)).toBe(false)
  })

  test('nobody whose money came and went back reads "nothing was charged"', () => {
    const late = tell(timedOut, { fact: authorised(first), stock: 'gone' })
    expect(stillTrue('timed_out', late.order)).toBe(false)
    const back = tell(late, { kind: 'refund_news', refund: refundId(psp, 1), rung: 'done' })
    expect(stillTrue('timed_out', back.order)).toBe(false)
  })
})

test('an attempt only climbs: every rung against every other', () => {
  const news: Record<Exclude<Rung, 'open'>, Fact> = {
    declined: returns(first, 'left'),
    expired: timeLimit(first),
    waiting: returns(first, null),
    closed: closed(first),
    said_authorised: returns(first, 'approved'),
    failed: failed(first, otherPsp),
    authorised: authorised(first),
  }
  const names = rungs.filter((rung) => rung !== 'open')
  for (const before of names)
    for (const after of names) {
      const world = tell(started, news[before], news[after])
      const higher = rungs.indexOf(after) > rungs.indexOf(before) ? after : before
      expect(world.order.attempts[0]?.rung, `${before}, then ${after}`).toBe(higher)
    }
})
