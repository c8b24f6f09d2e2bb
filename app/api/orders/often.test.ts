import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOUR, type OrderId } from '@/lib/core/ids'
import { findOrder } from '@/lib/db/orders'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut, cookieFor } from '@/lib/proof/shop/shopper'
import { POST as postPay } from './[order]/pay/route'

/* Whoever holds an order's link may pay it, and cannot use up what others could pay it by. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const tries = async (order: OrderId, attempt: number, cookie = '') => {
  const response = await postPay(
    new Request('http://localhost/', {
      method: 'POST',
      body: new URLSearchParams({ locale: 'ko', method: 'kakaopay', attempt: `${attempt}` }),
      headers: { 'sec-fetch-site': 'same-origin', cookie },
    }),
    { params: Promise.resolve({ order }) },
  )
  return response.headers.get('location') ?? ''
}
const tried = async (order: OrderId) => (await findOrder(shop.deps.db, order))?.attempts.length ?? 0
async function anOrder() {
  const input = await aVisitorWithACart(shop)
  return { order: await checkOut(shop, input), cookie: await cookieFor(input.visitor) }
}
/** Tries until it is too often. */
async function exhaust(order: OrderId, cookie = '') {
  for (let time = 0; time < 40; time++) {
    const place = await tries(order, (await tried(order)) + 1, cookie)
    if (!place.includes('checkoutPaymentRedirect')) return place
  }
  return 'never'
}

test('who holds only the link of an order tries ten times an hour, and its owner pays all the same', async () => {
  const { order, cookie } = await anOrder()
  expect(await exhaust(order)).toBe(`/ko/orders/${order}?problem=often`)
  expect(await tried(order)).toBe(11)
  expect(await tries(order, 12, cookie)).toContain('checkoutPaymentRedirect')
  expect(await tries(order, 13)).toBe(`/ko/orders/${order}?problem=often`)
  // What there is already is repeated.
  expect(await tries(order, 11)).toContain('checkoutPaymentRedirect')
  await shop.advance(HOUR + 1)
  expect(await tries(order, 13)).toContain('checkoutPaymentRedirect')
})

test('an order is not made long by whoever ordered it either', async () => {
  const { order, cookie } = await anOrder()
  expect(await exhaust(order, cookie)).toBe(`/ko/orders/${order}?problem=often`)
  expect(await tried(order)).toBe(30)
})

test('an order with a thousand tries is paid by the next', async () => {
  const { order, cookie } = await anOrder()
  await shop.deps.pool.query(
    `insert into order_events (order_id, seq, at, event)
     select order_id, n + 1000, at,
       replace(replace(event, '"number":1', '"number":' || n), id, id || n)
     from order_events e join attempts using (order_id), generate_series(2, 1000) n
     where order_id = $1 and event like '%attempt_started%'`,
    [order],
  )
  await shop.deps.pool.query(
    `update order_events e set seq = place from (
       select seq, row_number() over (order by seq) place from order_events where order_id = $1
     ) each where e.order_id = $1 and e.seq = each.seq`,
    [order],
  )
  expect(await tried(order)).toBe(1000)
  expect(await tries(order, 1001, cookie)).toContain('checkoutPaymentRedirect')
})
