import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findCart } from '@/lib/db/carts'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut, cookieFor } from '@/lib/proof/shop/shopper'
import { cartView } from '@/lib/views/cart/cart'
import { cartNews } from '@/lib/views/cart/cart-news'
import { visitorOf } from '@/lib/visitor/visitor'
import { POST } from './route'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop({ DELIVERY_FEE: '3000' })
})
afterAll(() => shop.close())

const JAR = 'yuja-preserve'
const HONEY = 'wild-honey' // four on the shelf

const post = async (fields: Record<string, string>, visitor: string | null, headers = {}) =>
  POST(
    new Request('http://localhost/api/cart', {
      method: 'POST',
      body: new URLSearchParams({ locale: 'ko', ...fields }),
      headers: {
        'sec-fetch-site': 'same-origin',
        ...(visitor ? { cookie: await cookieFor(visitor) } : {}),
        ...headers,
      },
    }),
  )
const toldBy = (response: Response) =>
  Object.fromEntries(new URL(response.headers.get('location') ?? '', 'http://x').searchParams)
const change = async (fields: Record<string, string>, visitor: string) =>
  toldBy(await post(fields, visitor))
const quantities = async (visitor: string) =>
  Object.fromEntries(
    ((await findCart(shop.deps.db, visitor))?.lines ?? []).map((line) => [
      line.variantId,
      line.quantity,
    ]),
  )
const view = (visitor: string) => cartView(shop.deps.db, shop.deps.shop.tariff, visitor, 'ko')
const stranger = () => shop.deps.newId()
const price = (variant: string, to: number) =>
  shop.deps.db.updateTable('variants').set({ price: to }).where('id', '=', variant).execute()

test('the first thing put into a cart makes a cart that lasts a year', async () => {
  const response = await post({ variant: JAR, quantity: '2' }, null)
  expect(response.headers.get('location')).toBe('/ko/cart')
  const cookie = response.headers.get('set-cookie') ?? ''
  expect(cookie).toContain('Max-Age=31536000')
  expect(cookie).toContain('HttpOnly')
  const visitor = await visitorOf(new Request('http://localhost/', { headers: { cookie } }))
  expect(await quantities(visitor ?? '')).toEqual({ [JAR]: 2 })
})

test('a cart belongs to its cookie: another finds its own', async () => {
  const [one, other] = [stranger(), stranger()]
  await change({ variant: JAR, quantity: '2' }, one)
  await change({ variant: JAR, quantity: '0', intent: 'set' }, other)
  expect(await quantities(one)).toEqual({ [JAR]: 2 })
  expect(await quantities(other)).toEqual({})
})

describe('a quantity that makes no sense becomes the nearest that does, and that is said', () => {
  test.each([
    ['add', '0', 3, 'whole'],
    ['add', '-1', 3, 'whole'],
    ['add', '1.5', 3, 'whole'],
    ['add', '', 3, 'whole'],
    ['add', 'two', 3, 'whole'],
    ['add', '1000000000', 10, 'most'],
    ['add', '１', 3, undefined],
    ['set', '-1', 1, 'whole'],
    ['set', '1.5', 1, 'whole'],
    ['set', '1e9', 10, 'most'],
    ['set', '', 2, 'kept'],
    ['set', 'many', 2, 'kept'],
    ['set', '5', 5, undefined],
  ])('%s %j on top of two: %i', async (intent, quantity, there, told) => {
    const visitor = stranger()
    await change({ variant: JAR, quantity: '2' }, visitor)
    const said = await change({ variant: JAR, intent, quantity }, visitor)
    expect(await quantities(visitor)).toEqual({ [JAR]: there })
    expect(said.told).toBe(told)
    if (told) expect(said).toMatchObject({ variant: JAR, count: String(there) })
  })

  test('nobody takes more than there is', async () => {
    const visitor = stranger()
    expect(await change({ variant: HONEY, quantity: '9' }, visitor)).toMatchObject({
      told: 'left',
      count: '4',
    })
    expect(await change({ variant: HONEY, quantity: '1' }, visitor)).toMatchObject({ told: 'left' })
    expect(await quantities(visitor)).toEqual({ [HONEY]: 4 })
  })

  test('what is sold out is not put in, and what does not exist is not found', async () => {
    const visitor = stranger()
    const sold = { variant: 'sorghum-broom', quantity: '1' }
    expect(await change(sold, visitor)).toMatchObject({ told: 'gone' })
    expect(await change({ variant: 'nothing' }, visitor)).toEqual({ problem: 'unknown_product' })
    expect(await change({}, visitor)).toEqual({ problem: 'unknown_product' })
    expect(await quantities(visitor)).toEqual({})
  })
})

test('what was taken out comes back with its quantity, also when undone twice', async () => {
  const visitor = stranger()
  await change({ variant: JAR, quantity: '3' }, visitor)
  const told = await change({ variant: JAR, intent: 'set', quantity: '0' }, visitor)
  expect(told).toEqual({ told: 'removed', variant: JAR, count: '3' })
  expect(await cartNews(shop.deps.db, told, 'ko')).toMatchObject({ product: '고흥 유자청' })
  expect(await quantities(visitor)).toEqual({})
  for (let times = 0; times < 2; times++)
    await change({ variant: JAR, intent: 'set', quantity: told.count ?? '' }, visitor)
  expect(await quantities(visitor)).toEqual({ [JAR]: 3 })
})

test('news that are not ours are not said', async () => {
  const odd = [{}, { told: 'removed' }, { told: 'x', variant: JAR, count: '1' }]
  for (const query of [...odd, { told: 'most', variant: 'nothing\0', count: '1' }])
    expect(await cartNews(shop.deps.db, query, 'ko')).toBeNull()
})

test('a price that changed is said until the shopper accepts it, however often it is counted', async () => {
  const visitor = stranger()
  await change({ variant: 'chamoe-soap', quantity: '1' }, visitor)
  await price('chamoe-soap', 9_000)
  await change({ variant: 'chamoe-soap', intent: 'set', quantity: '2' }, visitor)
  expect((await view(visitor)).lines[0]).toMatchObject({ priceWas: '₩8,500', price: '₩9,000' })
  const accepts = { variant: 'chamoe-soap', intent: 'set', quantity: '2', seen: '9000' }
  await change(accepts, visitor)
  expect((await view(visitor)).lines[0]).toMatchObject({ priceWas: null, quantity: 2 })
})

test('stock that went meanwhile is said at its line, and taking what is left mends it', async () => {
  const visitor = stranger()
  await change({ variant: 'hanji-lamp', quantity: '3' }, visitor)
  await shop.deps.db
    .updateTable('variants')
    .set({ stock: 2 })
    .where('id', '=', 'hanji-lamp')
    .execute()
  const before = await view(visitor)
  expect(before.canBeHad).toBe(false)
  expect(before.lines[0]?.onlyLeft).toBe(2)
  await change({ variant: 'hanji-lamp', intent: 'set', quantity: '2', seen: '89000' }, visitor)
  expect((await view(visitor)).canBeHad).toBe(true)
})

test('goods that one’s own order holds are not said to be gone', async () => {
  const input = await aVisitorWithACart(shop)
  await checkOut(shop, { ...input, total: 18_000 })
  await shop.deps.db.updateTable('variants').set({ stock: 0 }).where('id', '=', JAR).execute()
  expect((await view(input.visitor)).canBeHad).toBe(true)
  await shop.deps.db.updateTable('variants').set({ stock: 100 }).where('id', '=', JAR).execute()
})

test('delivery and what is missing for a free one are in the sum', async () => {
  const visitor = stranger()
  await change({ variant: JAR, quantity: '1' }, visitor)
  expect(await view(visitor)).toMatchObject({
    delivery: '₩3,000',
    missing: '₩35,000',
    share: 30,
    total: '₩18,000',
  })
  await change({ variant: JAR, quantity: '3' }, visitor)
  expect(await view(visitor)).toMatchObject({ free: true, missing: null, total: '₩60,000' })
})

test('a form of another site changes nothing', async () => {
  const visitor = stranger()
  const foreign = { 'sec-fetch-site': 'cross-site' }
  expect((await post({ variant: JAR }, visitor, foreign)).status).toBe(403)
  expect(await quantities(visitor)).toEqual({})
})
