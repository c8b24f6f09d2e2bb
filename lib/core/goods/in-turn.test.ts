import { describe, expect, test } from 'vitest'
import {
  arrives,
  begun,
  cancels,
  claims,
  cloth,
  everything,
  goodsPayment,
  jars,
  loses,
  moves,
  paidGoods as paid,
  sends,
  settles,
  tellGoods as tell,
} from '@/lib/proof/simulation/goods/told-goods'
import { NOON } from '@/lib/proof/simulation/memory-shop'
import { attemptId, disputeId, paymentId, refundId, storedRefundId, wishId } from '../ids'
import { krw } from '../money'
import { decide, type Fact, mayCancelOf, type Order, problemWith } from '../order'
import type { GoodsFact } from './judge'
import { exchangePieces } from './places'

/* Two jars of ₩5,000 and a cloth of ₩4,000, brought for ₩3,000: one piece after the other. */

const problem = (order: Order, fact: Fact) =>
  problemWith(order, fact as GoodsFact, { now: NOON, stock: 'there' })
const back = (order: Order) => order.wishes.map(({ why, amount }) => [why, amount.minor])
const brings = (order: Order, fact: Fact) =>
  decide(order, fact, { now: NOON, stock: 'there' }).flatMap((event) =>
    event.type === 'parcel_sent' ? [event.brings] : [],
  )

describe('what was paid for the way here goes back with the last of the goods', () => {
  test('when one parcel after the other is lost', () => {
    const lost = tell(paid, sends('one', jars(2)), loses('one', 'money'))
    expect(back(tell(lost, sends('two', cloth), loses('two', 'money')))).toEqual([
      ['parcel_lost', 10_000],
      ['parcel_lost', 7000],
    ])
  })
  test('when they come back one after the other', () => {
    const faulty = { ground: 'faulty' } as const
    const delivered = tell(paid, sends('one', null), moves('one', 'delivered'))
    const one = tell(delivered, claims('x', jars(2), faulty), arrives('x', jars(2)), settles('x'))
    expect(back(tell(one, claims('y', cloth, faulty), arrives('y', cloth), settles('y')))).toEqual([
      ['claim_settled', 10_000],
      ['claim_settled', 7000],
    ])
  })
})

describe('an exchange', () => {
  const promised = (pieces: typeof cloth, ...rest: Fact[]) =>
    tell(
      paid,
      ...rest,
      moves('one', 'delivered'),
      claims('x', pieces, { ground: 'faulty' }),
      arrives('x', pieces),
      settles('x', 'same_goods'),
    )
  test('of two pieces, one of which was sent, is one to be sent', () => {
    const sent = tell(promised(jars(2), sends('one', null)), sends('two', jars(1)))
    expect(exchangePieces(sent.goods)).toEqual(jars(1))
  })
  test('that leaves with what was ordered is no letter of its own', () => {
    const both = promised(cloth, sends('one', cloth))
    expect(brings(both, sends('two', cloth))).toEqual(['exchange'])
    expect(brings(both, sends('two', everything))).toEqual(['all'])
    expect(brings(both, sends('two', [...jars(1), ...cloth]))).toEqual(['part'])
  })
})

describe('a parcel', () => {
  test('is sent once', () => {
    expect(problem(tell(paid, sends('one', jars(1))), sends('one', jars(1)))).toBe('known')
  })
  test('was delivered only if somebody said so', () => {
    const deliveredAt = (to: 'delivered' | 'unsent' | 'came_back') =>
      tell(paid, sends('one', null), moves('one', to)).goods.parcels[0]?.deliveredAt
    expect(deliveredAt('delivered')).toBe(NOON)
    expect(deliveredAt('unsent')).toBeNull()
    expect(deliveredAt('came_back')).toBeNull()
  })
})

describe('without its money', () => {
  const wish: Fact = {
    kind: 'refund_wished',
    wish: wishId('all'),
    amount: krw(17_000),
    reason: 'She called',
  }
  const refunded = () =>
    tell(paid, wish, { kind: 'refund_news', refund: refundId(goodsPayment, 1), rung: 'done' })
  test('nothing leaves, and no part of it is cancelled', () => {
    expect(problem(refunded(), sends('one', null))).toBe('not_paid')
    expect(mayCancelOf(refunded())).toEqual([])
  })
  test('nothing is claimed', () => {
    expect(problem(begun, claims('x', cloth))).toBe('not_paid')
  })
})

describe('a part that is cancelled', () => {
  test('says to its shopper why', () => {
    expect(tell(paid, cancels('c', cloth)).wishes).toMatchObject([{ reason: 'Broken in the shop' }])
  })
  test('while a dispute holds its money is served by who gives just that back at the provider', () => {
    const held = tell(
      paid,
      {
        kind: 'dispute_news',
        dispute: disputeId('D1'),
        payment: goodsPayment,
        step: 'taken',
        amount: krw(17_000),
        deadline: null,
      },
      cancels('c', cloth),
    )
    const given = tell(held, {
      kind: 'refund_elsewhere',
      refund: storedRefundId('ELSEWHERE'),
      payment: goodsPayment,
      amount: krw(4000),
      rung: 'done',
    })
    expect(given.refunds).toMatchObject([{ why: 'elsewhere', wish: 'c' }])
  })
  test('is not paid anew: late money goes straight back', () => {
    const lost = tell(paid, cancels('c', cloth), {
      kind: 'payment_undone',
      payment: goodsPayment,
      how: 'never_came',
    })
    const events = decide(
      lost,
      {
        kind: 'payment_authorised',
        attempt: attemptId('attempt'),
        payment: paymentId('LATE'),
        amount: krw(17_000),
      },
      { now: NOON, stock: 'there' },
    )
    expect(events.map(({ type }) => type)).toEqual(['charged', 'refund_requested'])
  })
})
