import { afterAll, beforeAll, expect, test } from 'vitest'
import { POST as postCancel } from '@/app/api/orders/[order]/cancel/route'
import { HOUR, type OrderId, orderId, SECOND } from '@/lib/core/ids'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { findOrderRow } from '@/lib/db/orders'
import { recordParcel } from '@/lib/flows/order/record-parcel'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { askerWith, aVisitorWithACart, checkOut, cookieFor } from '@/lib/proof/shop/shopper'
import { orderView } from '@/lib/views/order'
import { POST } from './route'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const DAY = 24 * HOUR
type Bought = { id: OrderId; number: string; visitor: string }

async function paidOrder(): Promise<Bought> {
  const input = await aVisitorWithACart(shop)
  const id = await checkOut(shop, input)
  const attempt = await findAttemptByNumber(shop.deps.db, id, 1)
  await shop.press(attempt?.reference ?? '', 'Approve without returning')
  await shop.advance(10 * SECOND)
  const row = await findOrderRow(shop.deps.db, id)
  return { id, number: row?.number ?? '', visitor: input.visitor }
}
async function deliveredOrder(): Promise<Bought> {
  const bought = await paidOrder()
  await recordParcel(shop.deps, { kind: 'merchant' }, bought.number, {
    kind: 'sent',
    tracking: 'CJ 1234-5678',
  })
  await recordParcel(shop.deps, { kind: 'merchant' }, bought.number, { kind: 'delivered' })
  return bought
}
type Named = Pick<Bought, 'id' | 'visitor'>
/** From the browser that ordered. */
async function post(door: typeof POST, { id, visitor }: Named, fields = {}) {
  const request = new Request('http://localhost/', {
    method: 'POST',
    body: new URLSearchParams({ locale: 'en', ...fields }),
    headers: { 'sec-fetch-site': 'same-origin', cookie: await cookieFor(visitor) },
  })
  const response = await door(request, { params: Promise.resolve({ order: id }) })
  await shop.settle()
  return response.headers.get('location') ?? response.status
}
const shown = async ({ id, visitor }: Bought, who: string | null = visitor) =>
  orderView(shop.deps.db, id, askerWith({ visitor: who }), {
    locale: 'ko',
    now: await shop.deps.clock.now(),
  })
const lettersOf = async ({ id }: Bought) =>
  (await shop.deps.db.selectFrom('mails').selectAll().where('orderId', '=', id).execute()).map(
    ({ letter, text }) => ({ letter, text }),
  )

test('a parcel is sent, tracked by its owner alone, and announced by a letter', async () => {
  const bought = await paidOrder()
  expect(await shown(bought)).toMatchObject({ parcel: 'here', tracking: null, mayCancel: true })
  const news = { kind: 'sent', tracking: 'CJ 1234-5678' } as const
  expect(await recordParcel(shop.deps, { kind: 'merchant' }, bought.number, news)).toMatchObject({
    kind: 'done',
  })
  await shop.settle()
  expect(await shown(bought)).toMatchObject({ parcel: 'sent', tracking: 'CJ 1234-5678' })
  expect(await shown(bought, null)).toMatchObject({ parcel: 'sent', tracking: null })
  expect((await lettersOf(bought)).find(({ letter }) => letter === 'sent')?.text).toContain(
    'CJ 1234-5678',
  )
  expect(await recordParcel(shop.deps, { kind: 'merchant' }, bought.number, news)).toMatchObject({
    kind: 'refused',
  })
  expect(await recordParcel(shop.deps, { kind: 'merchant' }, 'nothing', news)).toEqual({
    kind: 'unknown',
  })
})

test('what has been sent cannot be cancelled any more, and the shopper is told so', async () => {
  const bought = await paidOrder()
  await recordParcel(shop.deps, { kind: 'merchant' }, bought.number, { kind: 'sent', tracking: '' })
  expect(await shown(bought)).toMatchObject({ mayCancel: false })
  expect(await post(postCancel, bought)).toBe(`/en/orders/${bought.id}?problem=cancel`)
  expect(await shown(bought)).toMatchObject({ status: 'paid', parcel: 'sent' })
})

test('within seven days of its arrival an order can be returned, once', async () => {
  const bought = await deliveredOrder()
  await shop.advance(7 * DAY - HOUR)
  expect(await shown(bought)).toMatchObject({ mayClaim: true })
  const page = `/en/orders/${bought.id}`
  const reason = '뚜껑이 깨져 있었습니다'
  expect(await post(POST, bought, { reason: ` ${reason} ` })).toBe(page)
  expect(await post(POST, bought, { reason: 'again' })).toBe(page)
  expect(await shown(bought)).toMatchObject({ parcel: 'claimed', mayClaim: false })
  const row = await shop.deps.db
    .selectFrom('claims')
    .select('words')
    .where('orderId', '=', bought.id)
    .executeTakeFirst()
  expect(row?.words).toBe(reason)
  const letters = (await lettersOf(bought)).map(({ letter }) => letter)
  expect(letters.filter((letter) => letter === 'claim_opened')).toHaveLength(1)
})

test('after its last day it is too late, and before it was sent too early', async () => {
  const late = await deliveredOrder()
  await shop.advance(130 * DAY)
  expect(await shown(late)).toMatchObject({ mayClaim: false })
  expect(await post(POST, late)).toBe(`/en/orders/${late.id}?problem=return`)
  const early = await paidOrder()
  expect(await post(POST, early)).toBe(`/en/orders/${early.id}?problem=return`)
})

test('a return of an order that does not exist is not found', async () => {
  for (const id of ['x'.repeat(22), 'short'])
    expect(await post(POST, { id: orderId(id), visitor: shop.deps.newId() })).toBe(404)
})
