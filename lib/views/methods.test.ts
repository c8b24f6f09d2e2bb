import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Locale } from '@/lib/core/locale'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart } from '@/lib/proof/shop/shopper'
import { checkoutView } from './checkout'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

/** What the checkout page of somebody with a full cart offers, and how long that took. */
async function checkout(locale: Locale) {
  const { deps } = shop
  const { visitor } = await aVisitorWithACart(shop)
  const asked = { locale, showMistakes: false }
  const begin = performance.now()
  const view = await checkoutView(deps, visitor, asked)
  if (typeof view === 'string') throw new Error(view)
  return { methods: view.methods.map(({ value }) => value), took: performance.now() - begin }
}

test('while Adyen hangs for half a minute the checkout is drawn: at once with what is known, else in under two seconds with KakaoPay', async () => {
  const before = await checkout('ko')
  expect(before.methods.length).toBeGreaterThan(1)
  await shop.control('faults', { on: 'paymentMethods', kind: 'hang', ms: 30_000, times: 9 })

  const known = await checkout('ko')
  expect(known.methods).toEqual(before.methods)
  expect(known.took).toBeLessThan(1_000)

  const unknown = await checkout('en')
  expect(unknown.methods).toEqual(['kakaopay'])
  expect(unknown.took).toBeLessThan(2_000)
})
