import { afterAll, beforeAll, expect, test } from 'vitest'
import { MINUTE, type OrderId, type SubscriptionId, wishId } from '@/lib/core/ids'
import { krw } from '@/lib/core/money'
import { statusOf } from '@/lib/core/order'
import { subscriptionStatusOf } from '@/lib/core/subscription'
import { findOrder } from '@/lib/db/orders'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import {
  aRunningSubscription,
  lettersTo,
  monthlyForm,
  passDays,
  periodsOf,
  referenceOf,
  startMidMonth,
  subscriptionOf,
} from '@/lib/proof/shop/subscriber'
import { refundOrder } from '../order/refund-order'

/* What it does to a subscription that the money of one of its deliveries goes back. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
  await startMidMonth(shop)
})
afterAll(() => shop.close())

let people = 0
async function aNewSubscriber() {
  people += 1
  const email = `subscriber-${people}@example.com`
  const customer = { ...monthlyForm.customer, email }
  const { id, first } = await aRunningSubscription(shop, { customer })
  return { id, first, email }
}
const FIRST_PRICE = monthlyForm.total

async function refund(order: OrderId, won: number) {
  const wish = { wish: wishId(`${order} ${won}`), amount: krw(won), reason: 'It leaked' }
  await refundOrder(shop.deps, { kind: 'merchant' }, order, wish)
  await newsComes()
}
const inCustomerArea = async (order: OrderId, act: object = {}) => {
  await shop.control('customer-area', { reference: await referenceOf(shop, order), ...act })
  await newsComes()
}
async function newsComes() {
  for (let times = 0; times < 3; times++) await shop.advance(MINUTE)
}
const standing = async (id: SubscriptionId) => {
  const { sub } = await subscriptionOf(shop, id)
  return { status: subscriptionStatusOf(sub), why: sub.over?.why ?? null }
}
const endsTold = async (email: string) =>
  (await lettersTo(shop, email)).filter((letter) => letter === 'subscription_over').length

const ended = { status: 'cancelled', why: 'by_merchant' }

test.each<[string, (first: OrderId) => Promise<void>]>([
  ['by a wish', (first) => refund(first, FIRST_PRICE)],
  ['in the Customer Area', (first) => inCustomerArea(first)],
  [
    'by a cancellation there',
    (first) => inCustomerArea(first, { eventCode: 'CANCELLATION', outcome: 'ok' }),
  ],
])(
  'a first delivery whose money goes back whole, %s, ends the subscription, and it is told once',
  async (_, giveBack) => {
    const { id, first, email } = await aNewSubscriber()
    await giveBack(first)
    expect(await standing(id)).toEqual(ended)
    expect(await endsTold(email)).toBe(1)
    await shop.control('replay', { reference: await referenceOf(shop, first) })
    await passDays(shop, 32)
    expect(await endsTold(email)).toBe(1)
    expect(await periodsOf(shop, id)).toHaveLength(1)
  },
)

test('a part that goes back ends nothing, until all of it is back', async () => {
  const { id, first } = await aNewSubscriber()
  await refund(first, 900)
  await inCustomerArea(first, { value: 1000 })
  expect(await standing(id)).toEqual({ status: 'active', why: null })
  await refund(first, FIRST_PRICE - 1900)
  expect(await standing(id)).toEqual(ended)
})

test('a refund that bounces after the subscription ended does not bring it back', async () => {
  const { id, first, email } = await aNewSubscriber()
  await inCustomerArea(first)
  const reference = await referenceOf(shop, first)
  await shop.control('refund-news', { reference, eventCode: 'REFUND_FAILED' })
  await newsComes()
  const order = await findOrder(shop.deps.db, first)
  expect(order && statusOf(order).status).toBe('paid')
  expect(await standing(id)).toEqual(ended)
  expect((await lettersTo(shop, email)).slice(-3).toSorted()).toEqual([
    'refund_stuck',
    'refunded',
    'subscription_over',
  ])
})

test('a later delivery whose money goes back is left out, and the next one comes', async () => {
  const { id } = await aNewSubscriber()
  await passDays(shop, 31)
  const second = (await periodsOf(shop, id)).at(-1)
  expect(second).toMatchObject({ period: 2, status: 'paid' })
  if (second) await inCustomerArea(second.id)
  expect(await standing(id)).toEqual({ status: 'active', why: null })
  await passDays(shop, 31)
  expect((await periodsOf(shop, id)).map(({ status }) => status)).toEqual([
    'paid',
    'refunded',
    'paid',
  ])
})
