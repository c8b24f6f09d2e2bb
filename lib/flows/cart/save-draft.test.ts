import { afterAll, beforeAll, expect, test } from 'vitest'
import { draftOf, findCart } from '@/lib/db/carts'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { saveDraft } from './save-draft'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

async function kept(fields: Record<string, string>) {
  const visitor = shop.deps.newId()
  await saveDraft(shop.deps, { visitor, network: '192.0.2.1' }, fields)
  const cart = await findCart(shop.deps.db, visitor)
  return { draft: draftOf(cart), bytes: Buffer.byteLength(cart?.draft ?? '') }
}
const everywhere = (text: string) => ({
  name: text,
  email: text,
  phone: text,
  postcode: text,
  address: text,
  addressDetail: text,
  deliveryNote: text,
  method: text,
})

test('a form that is filled to its brim is kept whole', async () => {
  const fields = {
    name: '김'.repeat(100),
    email: 'a'.repeat(200),
    phone: '+82 10-1234-5678',
    postcode: '04524',
    address: '서'.repeat(300),
    addressDetail: '층'.repeat(300),
    deliveryNote: '문'.repeat(500),
    method: 'kakaopay',
  }
  expect((await kept(fields)).draft).toEqual(fields)
})

test.each([
  ['letters of three bytes', '\u3042\u0301\u0301\u0301'.repeat(500)],
  ['what takes six bytes to write down', '\u0001'.repeat(2_000)],
  ['halves of emoji', '\uD83D'.repeat(2_000)],
])('nobody fills the shop by what is typed: %s', async (_, text) => {
  expect((await kept(everywhere(text))).bytes).toBeLessThanOrEqual(8 * 1024)
})
