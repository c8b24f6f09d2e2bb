import type { Person } from '@/lib/core/asker'
import { newGoods, type Remedy } from '@/lib/core/goods/goods'
import { type Pieces, pricedLines } from '@/lib/core/goods/lines'
import {
  type AttemptId,
  claimId,
  HOUR,
  lineId,
  type OrderId,
  parcelId,
  paymentId,
  wishId,
} from '@/lib/core/ids'
import { krw, noMoney } from '@/lib/core/money'
import { decide, evolve, type Fact, newOrder, type Order } from '@/lib/core/order'
import { NOON } from '../memory-shop'

/** Two jars of ₩5,000 and a cloth of ₩4,000, brought for ₩3,000. */
const lines = pricedLines(
  [
    { variant: 'jar', quantity: 2, listPrice: krw(5000), vat: 'taxed' },
    { variant: 'cloth', quantity: 1, listPrice: krw(4000), vat: 'taxed' },
  ],
  krw(14_000),
)
const id = 'order' as OrderId
const twoJarsAndACloth = newOrder(id, krw(17_000), newGoods(lines, krw(3000)))
/** The same, brought for nothing because it is worth ₩10,000; else that costs ₩2,500. */
const broughtForNothing = newOrder(
  id,
  krw(14_000),
  newGoods(lines, noMoney, { fee: krw(2500), freeFrom: krw(10_000) }),
)

export const jars = (quantity: number): Pieces => [{ line: lineId(1), quantity }]
export const cloth: Pieces = [{ line: lineId(2), quantity: 1 }]
export const everything: Pieces = [...jars(2), ...cloth]

export const goodsPayment = paymentId('PAYMENT')
const attempt = 'attempt' as AttemptId

/** One fact after the other. */
export const tellGoods = (order: Order, ...facts: readonly Fact[]): Order =>
  facts.reduce(
    (before, fact) => decide(before, fact, { now: NOON, stock: 'there' }).reduce(evolve, before),
    order,
  )

const begins: Fact = {
  kind: 'attempt_started',
  attempt,
  number: 1,
  expiresAt: (NOON + HOUR) as typeof NOON,
  holdUntil: null,
}
const pays = ({ amount }: Order): Fact => ({
  kind: 'payment_authorised',
  attempt,
  payment: goodsPayment,
  amount,
})
export const begun = tellGoods(twoJarsAndACloth, begins)
export const paidGoods = tellGoods(begun, pays(begun))
export const paidWithFreeDelivery = tellGoods(broughtForNothing, begins, pays(broughtForNothing))

export const sends = (
  name: string,
  pieces: Pieces | null,
  despite: string | null = null,
): Fact => ({
  kind: 'parcel_sent',
  parcel: parcelId(name),
  pieces,
  despite,
})
export const moves = (name: string, to: 'delivered' | 'unsent' | 'came_back'): Fact => ({
  kind: 'parcel_moved',
  parcel: parcelId(name),
  to,
})
export const loses = (name: string, remedy: Remedy): Fact => ({
  kind: 'parcel_lost',
  parcel: parcelId(name),
  remedy,
})
export const cancels = (name: string, pieces: Pieces, who: Person = 'merchant'): Fact => ({
  kind: 'lines_cancelled',
  wish: wishId(name),
  who,
  pieces,
  reason: 'Broken in the shop',
  agreed: null,
})
export const claims = (
  name: string,
  pieces: Pieces | null,
  { ground = 'changed_mind', remedy = 'money' }: Partial<Asked> = {},
): Fact => ({
  kind: 'claim_opened',
  claim: claimId(name),
  by: 'shopper',
  pieces,
  ground,
  remedy,
  daysOff: [],
})
type Asked = Pick<Extract<Fact, { kind: 'claim_opened' }>, 'ground' | 'remedy'>
export const arrives = (name: string, sellable: Pieces, damaged: Pieces = []): Fact => ({
  kind: 'claim_arrived',
  claim: claimId(name),
  sellable,
  damaged,
})
export const settles = (
  name: string,
  remedy: Remedy = 'money',
  [wayBack, wayThere]: readonly [number, number] = [0, 0],
): Fact => ({
  kind: 'claim_settled',
  claim: claimId(name),
  remedy,
  wayBack: krw(wayBack),
  wayThere: krw(wayThere),
})
export const refuses = (name: string): Fact => ({
  kind: 'claim_refused',
  claim: claimId(name),
  reason: 'It was worn',
})
export const withdraws = (name: string): Fact => ({
  kind: 'claim_withdrawn',
  claim: claimId(name),
})
