import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { MINUTE, type OrderId, type ShopperId } from '@/lib/core/ids'
import { findVariant } from '@/lib/db/goods/products'
import { findOrder } from '@/lib/db/orders'
import { startPayment } from '@/lib/flows/payment/start-payment'
import { buyAgain } from '@/lib/flows/saved/charge-saved'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut } from '@/lib/proof/shop/shopper'
import { approveInWallet, aShopper, setChargeResult } from '@/lib/proof/shop/subscriber'
import { POST as postPay } from './[order]/pay/route'

/* A saved wallet that pays nothing keeps goods from others no longer than any other order. */

const JAR = 'yuja-preserve'
const network = '192.0.2.7'

let shop: TestShop
let shopper: ShopperId
let bought: OrderId
beforeAll(async () => {
  shop = await openShop({ RATE_LIMITS: 'on', UNSCHEDULED_PER_DAY: '10' })
})
afterAll(() => shop.close())
beforeEach(async () => {
  await shop.deps.pool.query('update variants set stock = 20 where id = $1', [JAR])
  // Nothing of the test before counts.
  await shop.advance(71 * MINUTE)
  shopper = await aShopper(shop, `${shop.deps.newId()}@example.com`)
  const keep = { shopper, agreement: 'unscheduled' } as const
  const input = { ...(await aVisitorWithACart(shop)), shopper, keep }
  const started = await startPayment(shop.deps, input)
  if (started.kind !== 'redirect') throw new Error(started.kind)
  bought = started.order
  await approveInWallet(shop, bought)
  await setChargeResult(shop, 'Refused')
})

const stock = async () => (await findVariant(shop.deps.db, JAR))?.stock
const buysAgain = async (): Promise<OrderId> => {
  const input = { order: bought, shopper, checkoutId: shop.deps.newId(), total: 15_000, network }
  const again = await buyAgain(shop.deps, input)
  if (again.kind !== 'charged') throw new Error(again.kind)
  await shop.advance(MINUTE)
  return again.order
}
/** With nothing but the link of the order. */
const paysByLink = (order: OrderId, attempt: number) =>
  postPay(
    new Request(`http://localhost/api/orders/${order}/pay`, {
      method: 'POST',
      body: new URLSearchParams({ locale: 'ko', method: 'kakaopay', attempt: String(attempt) }),
      headers: { 'sec-fetch-site': 'same-origin' },
    }),
    { params: Promise.resolve({ order }) },
  )

test('a charge that was refused, tried by its link each hour, keeps its goods for a quarter of an hour once', async () => {
  const before = await stock()
  const order = await buysAgain()
  expect(await stock()).toBe(before)
  await paysByLink(order, 2)
  expect(await stock()).toBe(Number(before) - 1)
  await shop.advance(16 * MINUTE)
  expect(await stock()).toBe(before)
  for (const attempt of [3, 4]) {
    await shop.advance(60 * MINUTE)
    await paysByLink(order, attempt)
    expect((await findOrder(shop.deps.db, order))?.attempts).toHaveLength(attempt)
    expect(await stock()).toBe(before)
  }
})

test('the fourth refused charge of a wallet puts nothing aside, as the fourth unpaid order of anybody', async () => {
  const orders = []
  for (const _ of [1, 2, 3, 4]) orders.push(await buysAgain())
  for (const order of orders) await paysByLink(order, 2)
  const held = []
  for (const order of orders) held.push((await findOrder(shop.deps.db, order))?.stockHeld)
  expect(held).toEqual([true, true, true, false])
})

test('refused charges count at the checkout too', async () => {
  const { customer } = await aVisitorWithACart(shop)
  for (const _ of [1, 2, 3]) await buysAgain()
  const input = { ...(await aVisitorWithACart(shop)), customer }
  const order = await checkOut(shop, input)
  expect((await findOrder(shop.deps.db, order))?.stockHeld).toBe(false)
})
