import { afterAll, beforeAll, expect, test } from 'vitest'
import { findCart } from '@/lib/db/carts'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, cookieFor } from '@/lib/proof/shop/shopper'
import { POST } from './route'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

async function post(visitor: string | null, fields: Record<string, string>): Promise<string> {
  const cookie: Record<string, string> = visitor ? { cookie: await cookieFor(visitor) } : {}
  const answer = await POST(
    new Request('http://localhost/api/checkout/address', {
      method: 'POST',
      body: new URLSearchParams({ locale: 'ko', ...fields }),
      headers: { 'sec-fetch-site': 'same-origin', ...cookie },
    }),
  )
  return answer.headers.get('location') ?? ''
}
const draftOf = async (visitor: string) =>
  JSON.parse((await findCart(shop.deps.db, visitor))?.draft ?? 'null')

test('without JavaScript an address is found on a page of its own, and nothing typed is lost', async () => {
  const { visitor } = await aVisitorWithACart(shop)
  const typed = { name: '김노랑', email: 'a@example.com', postcode: '', address: '' }
  expect(await post(visitor, typed)).toBe('/ko/checkout/address')
  const asked = await post(visitor, { addressKeyword: '서울특별시청' })
  expect(asked).toBe('/ko/checkout/address?asked=1')
  expect(await draftOf(visitor)).toEqual({ ...typed, addressKeyword: '서울특별시청' })

  const place = { postcode: '04524', address: '서울특별시 중구 세종대로 110 (태평로1가)' }
  expect(await post(visitor, { ...place, chosen: 'yes' })).toBe('/ko/checkout#addressDetail')
  expect(await draftOf(visitor)).toMatchObject({ ...typed, ...place })
})

test('whoever has no cart is led to it', async () => {
  expect(await post(null, { addressKeyword: '서울특별시청' })).toBe('/ko/cart?problem=empty_cart')
})

test('the forms of a subscription have the same step, also for whoever has no cart', async () => {
  const plan = { plan: 'chrysanthemum-monthly' }
  const step = '/ko/checkout/address?plan=chrysanthemum-monthly'
  expect(await post(null, { ...plan, name: '김노랑' })).toBe(step)
  expect(await post(null, { ...plan, addressKeyword: '' })).toBe(`${step}&asked=1`)
  const form = '/ko/subscriptions/new/chrysanthemum-monthly'
  expect(await post(null, { ...plan, chosen: 'yes' })).toBe(`${form}#addressDetail`)

  const subscription = 'A'.repeat(22)
  const page = `/ko/subscriptions/${subscription}`
  expect(await post(null, { subscription, chosen: 'yes' })).toBe(
    `${page}?typed=address#addressDetail`,
  )
  expect(await post(null, { subscription })).toBe(
    `/ko/checkout/address?subscription=${subscription}`,
  )
})

test('a form that nobody has is the checkout’s, wherever it says that it is', async () => {
  const { visitor } = await aVisitorWithACart(shop)
  for (const fields of [{ plan: '//evil.example' }, { subscription: '../../evil' }])
    expect(await post(visitor, { ...fields, chosen: 'yes' })).toBe('/ko/checkout#addressDetail')
})
