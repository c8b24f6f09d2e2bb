import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  attemptId,
  laterBy,
  MINUTE,
  type OrderId,
  paymentId,
  type RefundId,
  SECOND,
} from '@/lib/core/ids'
import { krw } from '@/lib/core/money'
import { type Fact, statusOf } from '@/lib/core/order'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { findCart } from '@/lib/db/carts'
import { findVariant } from '@/lib/db/goods/products'
import { findOrder, findOrderRow } from '@/lib/db/orders'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut } from '@/lib/proof/shop/shopper'
import { record, recordIn } from './record'

/* What a fact does to the database: all of it or nothing. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const setStock = (stock: number) =>
  shop.deps.db.updateTable('variants').set({ stock }).where('id', '=', 'yuja-preserve').execute()
const stock = async () => (await findVariant(shop.deps.db, 'yuja-preserve'))?.stock
const statusNow = async (id: OrderId) => {
  const order = await findOrder(shop.deps.db, id)
  return order && statusOf(order)
}
const jobsOf = async (id: OrderId) => {
  const rows = await shop.deps.db
    .selectFrom('jobsDue')
    .select(['name', 'payload', 'dueAt'])
    .execute()
  return rows.filter(({ payload }) => JSON.parse(payload).order === id)
}
async function anOrder() {
  const input = await aVisitorWithACart(shop)
  const order = await checkOut(shop, input)
  const attempt = (await findAttemptByNumber(shop.deps.db, order, 1))?.id
  if (!attempt) throw new Error('no attempt')
  return { input, order, attempt }
}
const money = (attempt: Awaited<ReturnType<typeof anOrder>>['attempt'], psp: string): Fact => ({
  kind: 'payment_authorised',
  attempt,
  payment: paymentId(psp),
  amount: krw(15_000),
})

test('when the news cannot be kept, nothing follows from it', async () => {
  const { order, attempt } = await anOrder()
  const [before, pieces] = [await jobsOf(order), await stock()]
  const now = await shop.deps.clock.now()
  const broken = shop.deps.db.transaction().execute(async (tx) => {
    await recordIn(tx, shop.deps, order, { kind: 'offer_closed', attempt }, now)
    throw new Error('the power is gone')
  })
  await expect(broken).rejects.toThrow('the power is gone')
  expect(await statusNow(order)).toEqual({ status: 'awaiting_payment', why: null })
  expect(await stock()).toBe(pieces)
  expect(await jobsOf(order)).toEqual(before)
})

test('what a shopper has begun is owed an end and a look, each at its time', async () => {
  const { order, attempt } = await anOrder()
  const jobs = await jobsOf(order)
  const now = await shop.deps.clock.now()
  expect(jobs.map(({ name, payload }) => [name, JSON.parse(payload)]).sort()).toEqual([
    ['end_stock_hold', { order }],
    ['expire_attempt', { order, attempt }],
    ['resume_payment', { order, attempt }],
  ])
  // To ten seconds: a busy machine looks a little later than it began.
  const waits = jobs.map(({ name, dueAt }) => [
    name,
    Math.round((dueAt.getTime() - now) / (10 * SECOND)) * 10,
  ])
  expect(Object.fromEntries(waits)).toEqual({
    end_stock_hold: 15 * 60,
    expire_attempt: 70 * 60,
    resume_payment: 30,
  })
})

test('money of somebody who saves no wallet owes no question about one', async () => {
  const { order, attempt } = await anOrder()
  await record(shop.deps, order, money(attempt, 'PLAIN'))
  expect(await statusNow(order)).toEqual({ status: 'paid', why: null })
  const jobs = await shop.deps.db
    .selectFrom('jobsDue')
    .select('name')
    .where('payload', 'like', `%${attempt}%`)
    .execute()
  expect(jobs.map(({ name }) => name)).not.toContain('ask_token')
})

test('money for an order without stock of its own takes a piece when there is one', async () => {
  const { order, attempt } = await anOrder()
  await record(shop.deps, order, { kind: 'offer_closed', attempt })
  await setStock(1)
  const { order: after } = await record(shop.deps, order, money(attempt, 'LATE1'))
  expect(statusOf(after).status).toBe('paid')
  expect(await stock()).toBe(0)
  await setStock(100)
})

test('nobody is sent to pay for what is gone, also when nothing was put aside for them', async () => {
  const { order, attempt } = await anOrder()
  await record(shop.deps, order, { kind: 'stock_hold_over' })
  await record(shop.deps, order, { kind: 'offer_closed', attempt })
  const next: Fact = {
    kind: 'attempt_started',
    attempt: attemptId(`${order} again`),
    number: 2,
    expiresAt: laterBy(await shop.deps.clock.now(), 70 * MINUTE),
    holdUntil: null,
  }
  await setStock(0)
  expect((await record(shop.deps, order, next)).events).toEqual([])
  await setStock(1)
  expect((await record(shop.deps, order, next)).events).toMatchObject([
    { type: 'attempt_started', number: 2 },
    { type: 'became' },
  ])
  expect(await stock()).toBe(1)
  await setStock(100)
})

test('money for an order whose last piece is gone goes back, and takes nothing', async () => {
  const { order, attempt } = await anOrder()
  await record(shop.deps, order, { kind: 'offer_closed', attempt })
  await setStock(0)
  const { order: after, events } = await record(shop.deps, order, money(attempt, 'LATE2'))
  expect(statusOf(after)).toEqual({ status: 'cancelled', why: 'timed_out' })
  expect(events.map(({ type }) => type)).toEqual(['charged', 'refund_requested'])
  expect(await stock()).toBe(0)
  await setStock(100)
})

test('money that goes back is written down with a key of its own before anybody asks', async () => {
  const { order, attempt } = await anOrder()
  await record(shop.deps, order, { kind: 'cancelled_by', who: 'shopper' })
  await record(shop.deps, order, money(attempt, 'UNWANTED'))
  const now = await shop.deps.clock.now()
  const rows = await shop.deps.db
    .selectFrom('refunds')
    .selectAll()
    .where('orderId', '=', order)
    .execute()
  expect(rows).toMatchObject([
    { id: 'UNWANTED-1', payment: 'UNWANTED', reference: 'UNWANTED-1', amount: 15_000 },
  ])
  expect(rows[0]?.idempotencyKey).toMatch(/^[0-9a-f-]{36}$/)
  expect(Math.abs((rows[0]?.createdAt.getTime() ?? 0) - now)).toBeLessThan(MINUTE)
})

test('stock that was put aside is back on the shelf when an order ends', async () => {
  const { order, attempt } = await anOrder()
  const before = (await stock()) ?? 0
  await record(shop.deps, order, { kind: 'payment_failed', attempt, payment: paymentId('NO') })
  expect(await stock()).toBe(before + 1)
})

test('the cart stays full until money is on its way, and is a new one from then on', async () => {
  const { order, attempt, input } = await anOrder()
  const cart = async () => findCart(shop.deps.db, input.visitor)
  const expiresAt = laterBy(await shop.deps.clock.now(), 70 * MINUTE)
  await record(shop.deps, order, { kind: 'returned', attempt, outcome: 'left', expiresAt })
  await record(shop.deps, order, { kind: 'time_limit', attempt })
  expect((await cart())?.lines).toHaveLength(1)
  expect((await cart())?.checkoutId).toBe((await findOrderRow(shop.deps.db, order))?.checkoutId)
  await record(shop.deps, order, { kind: 'returned', attempt, outcome: null, expiresAt })
  expect(await statusNow(order)).toEqual({ status: 'confirming', why: null })
  expect((await cart())?.lines).toEqual([])
})

test('money that nobody came back with empties the cart too', async () => {
  const { order, attempt, input } = await anOrder()
  await record(shop.deps, order, money(attempt, 'DIRECT'))
  expect((await findCart(shop.deps.db, input.visitor))?.lines).toEqual([])
})

test('an order that ends without money leaves the cart as it is', async () => {
  const { order, attempt, input } = await anOrder()
  await record(shop.deps, order, { kind: 'offer_closed', attempt })
  expect((await findCart(shop.deps.db, input.visitor))?.lines).toHaveLength(1)
})

test('what a shopper may have paid after all is put aside again', async () => {
  const { order, attempt } = await anOrder()
  const before = (await stock()) ?? 0
  await record(shop.deps, order, { kind: 'offer_closed', attempt })
  expect(await stock()).toBe(before + 1)
  const expiresAt = laterBy(await shop.deps.clock.now(), 70 * MINUTE)
  await record(shop.deps, order, { kind: 'returned', attempt, outcome: 'approved', expiresAt })
  expect(await statusNow(order)).toEqual({ status: 'confirming', why: null })
  expect(await stock()).toBe(before)
})

test('two things that happen to an order within one millisecond are two things, and each is written of', async () => {
  const { order, attempt } = await anOrder()
  const { deps } = shop
  const now = await deps.clock.now()
  const tell = (fact: Fact) =>
    deps.db.transaction().execute((tx) => recordIn(tx, deps, order, fact, now))
  for (const psp of ['KEPT', 'SURPLUS1', 'SURPLUS2']) await tell(money(attempt, psp))
  for (const refund of ['SURPLUS1-1', 'SURPLUS2-1'])
    await tell({ kind: 'refund_news', refund: refund as RefundId, rung: 'done' })
  const jobs = (await jobsOf(order)).map(({ payload }) => JSON.parse(payload))
  const letters = jobs.filter(({ letter }) => letter === 'refunded').map(({ event }) => event)
  expect(new Set(letters).size).toBe(2)
})

test('what happens bears the moment at which it was heard, or the next one when a clock is behind', async () => {
  const { order, attempt } = await anOrder()
  const { deps } = shop
  const later = laterBy(await deps.clock.now(), MINUTE)
  const tell = async (fact: Fact, now: typeof later) => {
    const told = await deps.db.transaction().execute((tx) => recordIn(tx, deps, order, fact, now))
    return told.events[0]?.at
  }
  expect(await tell({ kind: 'offer_closed', attempt }, later)).toBe(later)
  expect(await tell(money(attempt, 'BEHIND'), laterBy(later, -SECOND))).toBe(laterBy(later, 1))
})
