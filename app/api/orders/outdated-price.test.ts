import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { POST as postCheckout } from '@/app/api/checkout/route'
import { HOUR, type OrderId } from '@/lib/core/ids'
import { findCart } from '@/lib/db/carts'
import { findOrder, findOrderRow } from '@/lib/db/orders'
import { findAlive, findSubscriptionRow } from '@/lib/db/subscriptions'
import { changeCart } from '@/lib/flows/cart/change-cart'
import type { PaymentInput } from '@/lib/flows/payment/start-payment'
import { subscribe } from '@/lib/flows/subscription/subscribe'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut, cookieFor } from '@/lib/proof/shop/shopper'
import { aSubscriber, customer, monthlyForm } from '@/lib/proof/shop/subscriber'
import { cartView } from '@/lib/views/cart/cart'
import { visitorOf } from '@/lib/visitor/visitor'
import { POST as postPay } from './[order]/pay/route'

/* An order keeps its price for a day. Whoever pays later pays what it costs then. */

const JAR = 'yuja-preserve'
const LATER = '/ko/checkout?problem=outdated'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
beforeEach(() => costs(15_000))

const costs = async (price: number, stock = 100) => {
  await shop.deps.pool.query('update variants set price = $1, stock = $2 where id = $3', [
    price,
    stock,
    JAR,
  ])
}
const send = (path: string, fields: Record<string, string>, cookie: string) =>
  new Request(`http://localhost${path}`, {
    method: 'POST',
    body: new URLSearchParams({ locale: 'ko', method: 'kakaopay', ...fields }),
    headers: { 'sec-fetch-site': 'same-origin', cookie },
  })
const tryAgain = (order: OrderId, attempt: number, cookie = '') =>
  postPay(send(`/api/orders/${order}/pay`, { attempt: String(attempt) }, cookie), {
    params: Promise.resolve({ order }),
  })
const fill = ({ checkoutId, visitor: _, ...input }: PaymentInput) => ({
  ...input.customer,
  checkout: checkoutId,
  attempt: String(input.number),
  total: String(input.total),
  phone: '010-1234-5678',
  agreement: 'on',
})
const pressPay = async (input: PaymentInput) =>
  postCheckout(send('/api/checkout', fill(input), await cookieFor(input.visitor)))
const placeOf = (response: Response) => response.headers.get('location')
const attemptsOf = async (order: OrderId) => (await findOrder(shop.deps.db, order))?.attempts.length
const ordersOf = async (visitor: string) =>
  (await shop.deps.pool.query('select amount::int from orders where visitor = $1', [visitor])).rows

async function anOrder() {
  const input = await aVisitorWithACart(shop)
  const order = await checkOut(shop, input)
  return { input, order, cookie: await cookieFor(input.visitor) }
}

describe('an order that was left unpaid', () => {
  test.each([
    ['more', 18_000],
    ['less', 12_000],
  ])('is not paid weeks later at its old price when it costs %s by now', async (_, price) => {
    const { input, order, cookie } = await anOrder()
    await shop.advance(20 * 24 * HOUR)
    await costs(price)
    const asked = shop.traffic.seen.requests
    expect(placeOf(await tryAgain(order, 2, cookie))).toBe(LATER)
    expect(shop.traffic.seen.requests).toBe(asked)
    expect(await attemptsOf(order)).toBe(1)

    // The same is bought at today's price, as another order.
    const checkoutId = (await findCart(shop.deps.db, input.visitor))?.checkoutId ?? ''
    expect(checkoutId).not.toBe(input.checkoutId)
    const anew = await pressPay({ ...input, checkoutId, total: price })
    expect(placeOf(anew)).toContain('checkoutPaymentRedirect')
    expect(await ordersOf(input.visitor)).toEqual([{ amount: 15_000 }, { amount: price }])
  })

  test('is paid at its own price for a day, and while the price is what it was', async () => {
    const { order, cookie } = await anOrder()
    await costs(18_000)
    await shop.advance(23 * HOUR)
    expect(placeOf(await tryAgain(order, 2, cookie))).toContain('checkoutPaymentRedirect')
    await shop.advance(20 * HOUR)
    await costs(15_000)
    expect(placeOf(await tryAgain(order, 3, cookie))).toContain('checkoutPaymentRedirect')
  })

  test('does not keep its price for whoever tries every few hours', async () => {
    const { order, cookie } = await anOrder()
    await costs(18_000)
    await shop.advance(20 * HOUR)
    await tryAgain(order, 2, cookie)
    await shop.advance(20 * HOUR)
    expect(placeOf(await tryAgain(order, 3, cookie))).toBe(LATER)
  })

  test('does not keep it for whoever asked for no first attempt', async () => {
    const input = await aVisitorWithACart(shop)
    await pressPay({ ...input, number: 5 })
    await costs(18_000)
    await shop.advance(25 * HOUR)
    expect(placeOf(await pressPay(input))).toBe(LATER)
  })

  test('repeats the answer of an attempt that there is already', async () => {
    const { order, cookie } = await anOrder()
    const second = placeOf(await tryAgain(order, 2, cookie))
    await shop.deps.clock.advance(25 * HOUR)
    await costs(18_000)
    expect(placeOf(await tryAgain(order, 2, cookie))).toBe(second)
    // Its wallet may be open still: the page says so.
    expect(placeOf(await tryAgain(order, 3, cookie))).toBe('/ko/checkout?problem=outdated_open')
    await shop.settle()
  })

  test('says that there are not enough when there are not', async () => {
    const { order, cookie } = await anOrder()
    await shop.advance(25 * HOUR)
    await costs(18_000, 0)
    expect(placeOf(await tryAgain(order, 2, cookie))).toBe('/ko/cart?problem=sold_out')
  })

  test('costs what its way costs by now, too', async () => {
    const { order, cookie } = await anOrder()
    await shop.advance(25 * HOUR)
    await shop.deps.pool.query('update orders set delivery_fee = 500 where id = $1', [order])
    expect(placeOf(await tryAgain(order, 2, cookie))).toBe(LATER)
  })
})

test('the checkout form of weeks ago, with its price written back into it, pays no old order', async () => {
  const { input } = await anOrder()
  await shop.advance(25 * HOUR)
  await costs(18_000)
  expect(placeOf(await pressPay({ ...input, number: 2 }))).toBe(LATER)
})

test('whoever has only the link gets the goods into a cart of their own, and touches no other', async () => {
  const { input, order } = await anOrder()
  await shop.advance(25 * HOUR)
  await costs(18_000)
  const response = await tryAgain(order, 2)
  expect(placeOf(response)).toBe(LATER)
  const cookie = response.headers.get('set-cookie') ?? ''
  const other = (await visitorOf(new Request('http://x/', { headers: { cookie } }))) ?? ''
  expect(other).not.toBe(input.visitor)
  const cart = await findCart(shop.deps.db, other)
  expect(cart).toMatchObject({ draft: null, lines: [{ variantId: JAR, quantity: 1 }] })
  const view = await cartView(shop.deps.db, shop.deps.shop.tariff, other, 'ko')
  expect(view.lines[0]).toMatchObject({ priceWas: '₩15,000', price: '₩18,000' })
  const owners = await findCart(shop.deps.db, input.visitor)
  expect(owners?.checkoutId).toBe(input.checkoutId)
})

test('what is in the cart already stays, and is not put in twice', async () => {
  const { input, order, cookie } = await anOrder()
  const change = { cart: input.visitor, network: 'x', intent: 'set' } as const
  await changeCart(shop.deps, { ...change, variantId: JAR, quantity: 3 })
  await changeCart(shop.deps, { ...change, variantId: 'chamoe-soap', quantity: 1 })
  await shop.advance(25 * HOUR)
  await costs(18_000)
  await Promise.all([tryAgain(order, 2, cookie), tryAgain(order, 2, cookie)])
  const cart = await findCart(shop.deps.db, input.visitor)
  expect(cart?.lines.map(({ variantId, quantity }) => [variantId, quantity])).toEqual([
    [JAR, 3],
    ['chamoe-soap', 1],
  ])
})

test('a period of a subscription costs what was agreed, whatever its goods cost by now', async () => {
  const { first } = await aSubscriber(shop)
  const row = await findOrderRow(shop.deps.db, first)
  await shop.advance(25 * HOUR)
  const variant = row?.lines[0]?.variantId
  await shop.deps.pool.query('update variants set price = price + 500 where id = $1', [variant])
  const cookie = await cookieFor(row?.visitor ?? '')
  expect(placeOf(await tryAgain(first, 2, cookie))).toContain('checkoutPaymentRedirect')
})

describe('the first period of a subscription that was left unpaid', () => {
  const { plan, price: usual, total: first } = monthlyForm
  const costsToday = (price: number, firstPrice: number) =>
    shop.deps.pool.query('update plans set price = $1, first_price = $2 where id = $3', [
      price,
      firstPrice,
      plan,
    ])
  beforeEach(() => costsToday(usual, first))
  const begun = async () => {
    const email = `${shop.deps.newId()}@example.com`
    const subscriber = await aSubscriber(shop, { customer: { ...customer, email } })
    const row = await findOrderRow(shop.deps.db, subscriber.first)
    return { ...subscriber, email, cookie: await cookieFor(row?.visitor ?? '') }
  }

  test.each([
    ['the first price', usual, first + 1000],
    ['every later one', usual + 1000, first],
  ])('is not paid the day after at its old terms when %s has changed', async (_, price, own) => {
    const { first: order, cookie } = await begun()
    await costsToday(price, own)
    await shop.advance(25 * HOUR)
    const asked = shop.traffic.seen.requests
    const anew = `/ko/subscriptions/new/${plan}?problem=outdated`
    expect(placeOf(await tryAgain(order, 2, cookie))).toBe(anew)
    expect(placeOf(await tryAgain(order, 2))).toBe(anew)
    expect(shop.traffic.seen.requests).toBe(asked)
    expect(await attemptsOf(order)).toBe(1)
  })

  test('is paid at them for a day, and later too while they are what they were', async () => {
    const { first: order, cookie } = await begun()
    await costsToday(usual + 1000, first + 1000)
    await shop.advance(23 * HOUR)
    expect(placeOf(await tryAgain(order, 2, cookie))).toContain('checkoutPaymentRedirect')
    await shop.advance(20 * HOUR)
    await costsToday(usual, first)
    expect(placeOf(await tryAgain(order, 3, cookie))).toContain('checkoutPaymentRedirect')
  })

  test('is left behind by its form, which begins at what it says for later ones too', async () => {
    const { shopper, email } = await begun()
    await costsToday(usual + 1000, first)
    const visitor = shop.deps.newId()
    const form = { ...monthlyForm, visitor, shopper, customer: { ...customer, email } }
    const today = { ...form, number: 2, price: usual + 1000 }
    expect(await subscribe(shop.deps, today)).toEqual({ kind: 'changed' })
    expect(await subscribe(shop.deps, { ...today, number: 1 })).toMatchObject({ kind: 'redirect' })
    const id = await findAlive(shop.deps.db, shopper, plan)
    const row = id ? await findSubscriptionRow(shop.deps.db, id) : null
    expect(row?.terms.price.minor).toBe(usual + 1000)
  })
})
