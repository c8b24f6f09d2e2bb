import { type Account, entriesBetween } from '@/lib/core/books'
import { newGoods } from '@/lib/core/goods/goods'
import { countOf, pricedLines } from '@/lib/core/goods/lines'
import { shelfMoves, unsentPieces } from '@/lib/core/goods/places'
import {
  type AttemptId,
  HOUR,
  type Instant,
  instant,
  laterBy,
  type OrderId,
  type PaymentId,
  type RefundId,
} from '@/lib/core/ids'
import { krw, type Money, plus } from '@/lib/core/money'
import {
  decide,
  evolve,
  type Fact,
  newOrder,
  type Order,
  type OrderEvent,
  whereIs,
} from '@/lib/core/order'
import { type Letter, type Owed, owed } from '@/lib/core/owed'
import type { MethodAnswer, Notification, PayAnswer } from './fake-adyen'

/*
 * The shop's durable store: what a kill -9 leaves behind. It is written only by functions that either do
 * all of their work or are never reached, as a transaction does.
 */

export type MemoryAttempt = {
  readonly id: AttemptId
  readonly order: OrderId
  readonly reference: string
  readonly key: string
  readonly amount: Money
  readonly method: MethodAnswer
  answer: PayAnswer | null
}
export type MemoryReturn = {
  readonly attempt: AttemptId
  readonly result: number
  readonly key: string
  verdict: 'recorded' | 'invalid' | 'mismatch' | 'unknown' | null
}
export type MemoryRefund = {
  readonly id: RefundId
  readonly order: OrderId
  readonly payment: PaymentId
  readonly amount: Money
  readonly key: string
  firstAskedAt: Instant | null
  asked: number
  psp: string | null
  givenUp: boolean
}
export type MemoryNotification = {
  readonly notification: Notification
  applied: boolean
  parked: string | null
}
type MemoryMail = {
  readonly order: OrderId
  readonly letter: Letter
  readonly event: Instant
  sent: boolean
}

type Work<O> = O extends Owed ? Omit<O, 'due'> & { readonly order: OrderId } : never
export type Task =
  | Work<Owed>
  | { readonly job: 'apply_notification'; readonly id: string }
  | { readonly job: 'ask_details'; readonly index: number; readonly tries: number }
export type MemoryJob = { readonly due: Instant; readonly task: Task; taken: boolean }

/** What one fact did, for the checks to look at. */
export type RecordedInMemory = {
  readonly before: Order
  readonly after: Order
  readonly fact: Fact
  readonly events: readonly OrderEvent[]
  /** Could all that it wants have been taken from the shelf when it was decided? */
  readonly isThere: boolean
}

export type MemoryShop = {
  readonly orders: Map<OrderId, Order>
  readonly events: Map<OrderId, OrderEvent[]>
  /** Account by account, written event by event. */
  readonly ledger: Map<OrderId, Map<Account, number>>
  readonly attempts: MemoryAttempt[]
  readonly returns: MemoryReturn[]
  readonly refunds: MemoryRefund[]
  readonly inbox: Map<string, MemoryNotification>
  readonly mails: Map<string, MemoryMail>
  jobs: MemoryJob[]
  /** How many there are of each variant. */
  readonly shelf: Map<string, number>
  /** Not the shop's: what happened since it was last checked. */
  unchecked: RecordedInMemory[]
}

const orderedLines = [
  { variant: 'jar', quantity: 2, listPrice: krw(5000), vat: 'taxed' },
  { variant: 'cloth', quantity: 1, listPrice: krw(2500), vat: 'free' },
] as const
const GOODS = krw(12_500)
// To an island: what it costs more to bring them there is paid also when the usual fee is not.
const DELIVERY = krw(2500)
const WAIVED = { fee: krw(2000), freeFrom: krw(10_000) }

/** As much as so many orders take. */
export const wholeShelf = (orders: number): readonly (readonly [string, number])[] =>
  orderedLines.map(({ variant, quantity }) => [variant, quantity * orders])

export const newMemoryShop = (pieces: number): MemoryShop => ({
  orders: new Map(),
  events: new Map(),
  ledger: new Map(),
  attempts: [],
  returns: [],
  refunds: [],
  inbox: new Map(),
  mails: new Map(),
  jobs: [],
  shelf: new Map(wholeShelf(pieces)),
  unchecked: [],
})

export const NOON = instant(Date.UTC(2026, 10, 23, 3))
const PRICE = plus(GOODS, DELIVERY)
/** After so long a refund that Adyen never takes is left to a person. */
export const REFUND_ASKED_FOR = 72 * HOUR

/** As it was before anything happened to it. From the fourth unpaid order of somebody on, nothing is put aside. */
export const placedInMemory = (id: OrderId, putsAside: boolean): Order => ({
  ...newOrder(id, PRICE, newGoods(pricedLines(orderedLines, GOODS), DELIVERY, WAIVED)),
  putsAside,
})

export function placeOrderInMemory(shop: MemoryShop, id: OrderId, putsAside: boolean): void {
  shop.orders.set(id, placedInMemory(id, putsAside))
  shop.events.set(id, [])
  shop.ledger.set(id, new Map())
}

export function orderOf(shop: MemoryShop, id: OrderId): Order {
  const order = shop.orders.get(id)
  if (!order) throw new Error(`no order ${id}`)
  return order
}

export function attemptRow(shop: MemoryShop, id: AttemptId): MemoryAttempt {
  const row = shop.attempts.find((attempt) => attempt.id === id)
  if (!row) throw new Error(`no attempt ${id}`)
  return row
}

export function enqueueInMemory(shop: MemoryShop, due: Instant, task: Task): void {
  shop.jobs.push({ due, task, taken: false })
}

/** The one door into an order, as lib/flows/record.ts: decide, append, carry out, enqueue. */
export function recordInMemory(
  shop: MemoryShop,
  id: OrderId,
  fact: Fact,
  heardAt: Instant,
): readonly OrderEvent[] {
  const before = orderOf(shop, id)
  const lastAt = shop.events.get(id)?.at(-1)?.at ?? null
  const now = lastAt === null || heardAt > lastAt ? heardAt : laterBy(lastAt, 1)
  const isThere = isOnShelf(shop, before)
  const events = decideWithStock(shop, before, fact, now)
  const after = events.reduce((was, event) => {
    const is = evolve(was, event)
    writeInMemory(shop, id, was, is)
    return is
  }, before)
  shop.unchecked.push({ before, after, fact, events, isThere })
  shop.orders.set(id, after)
  shop.events.get(id)?.push(...events)
  for (const event of events) {
    applyInMemory(shop, id, event)
    for (const { due, ...task } of owed(event)) enqueueInMemory(shop, due, { ...task, order: id })
  }
  return events
}

/** What one event wrote into the ledger adds up to nothing. */
function writeInMemory(shop: MemoryShop, id: OrderId, before: Order, after: Order): void {
  const entries = entriesBetween(before, after)
  if (entries.reduce((sum, { won }) => sum + won, 0) !== 0)
    throw new Error(`what was written of ${id} does not add up to zero`)
  const ledger = shop.ledger.get(id)
  for (const { account, won } of entries) ledger?.set(account, (ledger.get(account) ?? 0) + won)
}

const isOnShelf = ({ shelf }: MemoryShop, order: Order): boolean =>
  order.goods.lines.every(({ id, variant }) => {
    const wanted = countOf(unsentPieces(order.goods), id)
    return variant === null || (shelf.get(variant) ?? 0) >= wanted
  })

function decideWithStock(shop: MemoryShop, order: Order, fact: Fact, now: Instant): OrderEvent[] {
  const events = decide(order, fact, { now, stock: 'there' })
  const begins = events.some(({ type }) => type === 'attempt_started')
  const isGone = begins && !order.stockHeld && !isOnShelf(shop, order)
  if (!isGone && moveInMemory(shop, order, events)) return events
  const others = decide(order, fact, { now, stock: 'gone' })
  if (!moveInMemory(shop, order, others)) throw new Error(`${order.id} takes what is not there`)
  return others
}

/** Takes from the shelf and puts back what has changed about where the goods are: all of it, or nothing. */
function moveInMemory(shop: MemoryShop, order: Order, events: readonly OrderEvent[]): boolean {
  const left = new Map(shop.shelf)
  for (const { variant, count } of shelfMoves(
    whereIs(order),
    whereIs(events.reduce(evolve, order)),
  ))
    left.set(variant, (left.get(variant) ?? 0) + count)
  if ([...left.values()].some((count) => count < 0)) return false
  for (const [variant, count] of left) shop.shelf.set(variant, count)
  return true
}

function applyInMemory(shop: MemoryShop, order: OrderId, event: OrderEvent): void {
  switch (event.type) {
    case 'charged':
      applyAgainInMemory(shop, 'unknown_payment', event.at)
      return
    case 'refund_found':
      applyAgainInMemory(shop, 'unknown_refund', event.at)
      return
    case 'refund_climbed':
      if (event.to === 'done') applyAgainInMemory(shop, 'unknown_refund', event.at)
      return
    case 'refund_requested': {
      const { refund: id, payment, amount } = event
      const key = `key of ${id}`
      const unanswered = { psp: null, firstAskedAt: null, asked: 0, givenUp: false }
      shop.refunds.push({ id, order, payment, amount, key, ...unanswered })
    }
  }
}

/** What could not be told apart, or was too early, is looked at once more. */
export function applyAgainInMemory(shop: MemoryShop, why: string, now: Instant): void {
  for (const [id, { parked }] of shop.inbox)
    if (parked === why) enqueueInMemory(shop, now, { job: 'apply_notification', id })
}
