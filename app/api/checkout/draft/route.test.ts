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

/** As a browser sends it when a page is left. */
async function post(fields: Record<string, string>, visitor: string | null, site = 'same-origin') {
  const body = new FormData()
  for (const [name, text] of Object.entries(fields)) body.set(name, text)
  const cookie: Record<string, string> = visitor ? { cookie: await cookieFor(visitor) } : {}
  const headers = { 'sec-fetch-site': site, ...cookie }
  return POST(new Request('http://localhost/api/checkout/draft', { method: 'POST', body, headers }))
}
const draftOf = async (visitor: string) =>
  JSON.parse((await findCart(shop.deps.db, visitor))?.draft ?? 'null')

test('what is typed is there again, and an agreement is not', async () => {
  const { visitor } = await aVisitorWithACart(shop)
  const response = await post({ name: '김', postcode: '631', agreement: 'yes', x: 'y' }, visitor)
  expect(response.status).toBe(204)
  expect(await draftOf(visitor)).toEqual({ name: '김', postcode: '631' })
})

test('nobody writes into the cart of somebody else', async () => {
  const { visitor } = await aVisitorWithACart(shop)
  await post({ name: '김' }, shop.deps.newId())
  await post({ name: '김' }, null)
  expect((await post({ name: '김' }, visitor, 'cross-site')).status).toBe(403)
  expect(await draftOf(visitor)).toBeNull()
})

test('what was typed stays as it was typed', async () => {
  const { visitor } = await aVisitorWithACart(shop)
  const typed = {
    name: ' 김노랑 '.normalize('NFD'),
    phone: '０１０－１２３４－５６７８',
    postcode: '０４５２４',
  }
  await post(typed, visitor)
  expect(await draftOf(visitor)).toEqual(typed)
})

test('no emoji is cut in two', async () => {
  const { visitor } = await aVisitorWithACart(shop)
  await post(
    { deliveryNote: '👩\u200D👩\u200D👧'.repeat(600), name: `ㅎ${'\u0301'.repeat(20_000)}` },
    visitor,
  )
  expect(await draftOf(visitor)).toEqual({
    deliveryNote: '👩\u200D👩\u200D👧'.repeat(250),
    name: '',
  })
})

test('a whole novel is cut, and a NUL is dropped', async () => {
  const { visitor } = await aVisitorWithACart(shop)
  await post({ deliveryNote: `a\0${'x'.repeat(10_000)}` }, visitor)
  const { deliveryNote } = await draftOf(visitor)
  expect(deliveryNote).toHaveLength(500)
  expect(deliveryNote).not.toContain('\0')
})
