import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instant } from '@/lib/core/ids'
import { changeCart } from '@/lib/flows/cart/change-cart'
import type { PaymentInput } from '@/lib/flows/payment/start-payment'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, cookieFor } from '@/lib/proof/shop/shopper'
import { type CheckoutView, checkoutView } from '@/lib/views/checkout'
import { POST } from './route'

const _noon = instant(Date.UTC(2026, 10, 23, 3))
let shop: TestShop
beforeAll(async () => {
  shop = await openShop({ DELIVERY_FEE: '3000' })
})
afterAll(() => shop.close())

/** The form as the page shows it now, with what is typed into it. */
async function page(visitor: string): Promise<CheckoutView> {
  const view = await checkoutView(shop.deps, visitor, {
    locale: 'ko',
    showMistakes: false,
  })
  if (typeof view === 'string') throw new Error(`no form: ${view}`)
  return view
}
async function press({ visitor, customer }: PaymentInput, typed: Record<string, string> = {}) {
  const { checkout, attempt, total } = await page(visitor)
  const hidden = { checkout, attempt: String(attempt), total: String(total), locale: 'ko' }
  const fields = { ...hidden, method: 'kakaopay', agreement: 'yes', ...customer, ...typed }
  const response = await POST(
    new Request('http://localhost/api/checkout', {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'sec-fetch-site': 'same-origin', cookie: await cookieFor(visitor) },
    }),
  )
  return response.headers.get('location') ?? ''
}
const orderOf = (checkout: string) =>
  shop.deps.db
    .selectFrom('orders')
    .select(['amount', 'deliveryFee', 'postcode'])
    .where('checkoutId', '=', checkout)
    .executeTakeFirst()

describe('without JavaScript the fee of a remote place is said before it is paid', () => {
  test.each([
    ['63100', 'jeju', 6_000],
    ['40200', 'island', 8_000],
  ])('%s', async (postcode, region, fee) => {
    const input = await aVisitorWithACart(shop)
    expect(await press(input, { postcode })).toBe('/ko/checkout?problem=delivery')
    const shown = await page(input.visitor)
    expect(shown.delivery).toMatchObject({ minor: fee, region })
    expect(shown.total).toBe(15_000 + fee)
    expect(shown.draft).toMatchObject({ postcode, name: '김노랑' })
    expect(await orderOf(shown.checkout)).toBeUndefined()
    expect(await press(input, { postcode })).toContain('checkoutPaymentRedirect')
    expect(await orderOf(shown.checkout)).toMatchObject({
      amount: 15_000 + fee,
      deliveryFee: fee,
      postcode,
    })
  })
})

test('with the total that the page has counted itself one press is enough', async () => {
  const input = await aVisitorWithACart(shop)
  const typed = { postcode: '63100', total: '21000' }
  expect(await press(input, typed)).toContain('checkoutPaymentRedirect')
})

test('the mainland’s price does not reach an island', async () => {
  const input = await aVisitorWithACart(shop)
  const typed = { postcode: '40200', total: '18000' }
  expect(await press(input, typed)).toBe('/ko/checkout?problem=delivery')
})

test('from ₩50,000 on delivery is free, and its surcharge is not', async () => {
  const input = await aVisitorWithACart(shop)
  const more = { variantId: 'yuja-preserve', intent: 'set', quantity: 4 } as const
  await changeCart(shop.deps, { cart: input.visitor, network: 'x', ...more })
  expect((await page(input.visitor)).total).toBe(60_000)
  expect(await press(input, { postcode: '63100' })).toBe('/ko/checkout?problem=delivery')
  expect((await page(input.visitor)).total).toBe(63_000)
  expect(await press(input)).toBe('/ko/checkout?problem=delivery')
  expect(await press(input)).toContain('checkoutPaymentRedirect')
})

test('an address that is corrected on the second attempt costs what it costs', async () => {
  const input = await aVisitorWithACart(shop)
  expect(await press(input)).toContain('checkoutPaymentRedirect')
  const first = (await page(input.visitor)).checkout
  expect(await press(input, { postcode: '63100' })).toBe('/ko/checkout?problem=delivery')
  const second = await page(input.visitor)
  expect(second.checkout).not.toBe(first)
  expect(second.total).toBe(21_000)
  expect(await press(input, { postcode: '63100' })).toContain('checkoutPaymentRedirect')
  expect(await orderOf(first)).toMatchObject({ amount: 18_000 })
  expect(await orderOf(second.checkout)).toMatchObject({ amount: 21_000, deliveryFee: 6_000 })
})

test('without goods there is no form, and goods that are gone lead to the cart', async () => {
  const { visitor } = await aVisitorWithACart(shop)
  const asked = { locale: 'ko', showMistakes: false } as const
  expect(await checkoutView(shop.deps, shop.deps.newId(), asked)).toBe('empty_cart')
  const stock = (to: number) =>
    shop.deps.db.updateTable('variants').set({ stock: to }).where('id', '=', 'yuja-preserve')
  await stock(0).execute()
  expect(await checkoutView(shop.deps, visitor, asked)).toBe('sold_out')
  await stock(100).execute()
})
