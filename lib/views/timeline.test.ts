import { expect, test } from 'vitest'
import { newGoods } from '@/lib/core/goods/goods'
import { type Pieces, pricedLines } from '@/lib/core/goods/lines'
import {
  type AttemptId,
  claimId,
  HOUR,
  instant,
  laterBy,
  lineId,
  type OrderId,
  parcelId,
  paymentId,
} from '@/lib/core/ids'
import { krw, noMoney } from '@/lib/core/money'
import { decide, evolve, type Fact, newOrder, type OrderEvent } from '@/lib/core/order'
import { timelineOf } from './timeline'

/* What a shopper reads of two jars and a cloth, one fact each hour. */

const noon = instant(Date.UTC(2026, 10, 23, 3))
const price = krw(14_000)
const attempt = 'first' as AttemptId
const lines = pricedLines(
  [
    { variant: 'jar', quantity: 2, listPrice: krw(5000), vat: 'taxed' },
    { variant: 'cloth', quantity: 1, listPrice: krw(4000), vat: 'taxed' },
  ],
  price,
)
const paid: Fact[] = [
  { kind: 'attempt_started', attempt, number: 1, expiresAt: noon, holdUntil: null },
  {
    kind: 'payment_authorised',
    attempt,
    payment: paymentId('NC6HT9CRT65ZGN82'),
    amount: price,
  },
]
const jars = (quantity: number): Pieces => [{ line: lineId(1), quantity }]
const sent = (parcel: string, pieces: Pieces | null = null): Fact => ({
  kind: 'parcel_sent',
  parcel: parcelId(parcel),
  pieces,
  despite: null,
})
const moved = (parcel: string, to: 'delivered' | 'unsent'): Fact => ({
  kind: 'parcel_moved',
  parcel: parcelId(parcel),
  to,
})
const claimed = (remedy: 'money' | 'same_goods', by: 'shopper' | 'merchant' = 'shopper'): Fact => ({
  kind: 'claim_opened',
  claim: claimId('claim'),
  by,
  pieces: jars(1),
  ground: 'faulty',
  remedy,
  daysOff: [],
})

function timeline(...facts: Fact[]) {
  let order = newOrder('order' as OrderId, price, newGoods(lines, noMoney))
  const events: OrderEvent[] = []
  for (const [hours, fact] of [...paid, ...facts].entries()) {
    const happened = decide(order, fact, { now: laterBy(noon, hours * HOUR), stock: 'there' })
    order = happened.reduce(evolve, order)
    events.push(...happened)
  }
  const named = (pieces: Pieces) =>
    pieces.map(({ line, quantity }) => `${line} × ${quantity}`).join(', ')
  return timelineOf(order, events, named)
}

const read = (...facts: Fact[]): string[] =>
  timeline(...facts)
    .entries.slice(2)
    .map(({ what, pieces }) => (pieces ? `${what}: ${pieces}` : what))

test('an order that leaves at once is sent and delivered, and needs no list', () => {
  expect(read(sent('a'), moved('a', 'delivered'))).toEqual(['parcel_sent', 'parcel_delivered'])
})

test('of an order that leaves in parts each says what, and so does its arrival', () => {
  expect(
    read(sent('a', jars(1)), sent('b'), moved('b', 'delivered'), moved('a', 'delivered')),
  ).toEqual([
    'part_sent: 1 × 1',
    'rest_sent: 1 × 1, 2 × 1',
    'part_delivered: 1 × 1, 2 × 1',
    'part_delivered: 1 × 1',
  ])
})

test('a part that had not left after all makes no rest of what is then sent whole', () => {
  expect(
    read(sent('a', jars(1)), moved('a', 'unsent'), sent('b'), moved('b', 'delivered')),
  ).toEqual(['part_sent: 1 × 1', 'parcel_unsent: 1 × 1', 'parcel_sent', 'parcel_delivered'])
})

test('an exchange is asked for, sent and delivered as one, and who asked is said', () => {
  const arrived: Fact = {
    kind: 'claim_arrived',
    claim: claimId('claim'),
    sellable: jars(1),
    damaged: [],
  }
  const settled: Fact = {
    kind: 'claim_settled',
    claim: claimId('claim'),
    remedy: 'same_goods',
    wayBack: noMoney,
    wayThere: noMoney,
  }
  const before = [sent('a'), moved('a', 'delivered')]
  expect(
    read(...before, claimed('same_goods'), arrived, settled, sent('b'), moved('b', 'delivered')),
  ).toEqual([
    'parcel_sent',
    'parcel_delivered',
    'exchange_asked: 1 × 1',
    'claim_arrived: 1 × 1',
    'claim_settled: 1 × 1',
    'exchange_sent: 1 × 1',
    'exchange_delivered: 1 × 1',
  ])
  expect(read(...before, claimed('money', 'merchant')).at(-1)).toBe('claimed_for_shopper: 1 × 1')
})

test('of a long life the newest hundred entries are shown, and that there are older ones', () => {
  const steps = (count: number) =>
    Array.from({ length: count }, (_, n) => [sent(`${n}`, jars(1)), moved(`${n}`, 'unsent')]).flat()
  const short = timeline(...steps(49))
  expect(short).toMatchObject({ hasOlder: false, entries: { length: 100 } })
  expect(short.entries[0]?.what).toBe('payment_started')
  const long = timeline(...steps(200), sent('last'))
  expect(long).toMatchObject({ hasOlder: true, entries: { length: 100 } })
  expect(long.entries.at(-1)?.what).toBe('parcel_sent')
})
