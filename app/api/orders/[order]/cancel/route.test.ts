import { afterAll, beforeAll, expect, test } from 'vitest'
import { allBooks } from '@/lib/core/books'
import type { Pieces } from '@/lib/core/goods/lines'
import { lineId, wishId } from '@/lib/core/ids'
import { piecesInFields } from '@/lib/core/typed/pieces'
import { findVariant } from '@/lib/db/goods/products'
import { findOrder } from '@/lib/db/orders'
import { sendParcel } from '@/lib/flows/order/send-parcel'
import { type BoughtJars, postedBy, threePaidJars } from '@/lib/proof/shop/jars'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { askerWith } from '@/lib/proof/shop/shopper'
import { cancelView } from '@/lib/views/cancel-order'
import { POST } from './route'

/* Three jars of ₩15,000 are paid, and somebody wants fewer of them. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
  await shop.deps.pool.query('update variants set stock = 100')
})
afterAll(() => shop.close())

const orderOf = async ({ id }: BoughtJars) => {
  const order = await findOrder(shop.deps.db, id)
  if (!order) throw new Error('no order')
  return order
}
const backOf = async (bought: BoughtJars) => {
  const { givenBack, onItsWay } = allBooks(await orderOf(bought))
  return givenBack.minor + onItsWay.minor
}
const stock = async () => (await findVariant(shop.deps.db, 'yuja-preserve'))?.stock ?? 0
const cancel = (bought: BoughtJars, jars: string, wish: string = shop.deps.newId()) =>
  postedBy(shop, POST, bought, { wish, 'line-1': jars })
/** What the page says to who typed this, in the browser that ordered. */
const shown = async ({ id, visitor }: BoughtJars, jars?: string) =>
  cancelView(shop.deps.db, id, askerWith({ visitor }), {
    locale: 'en',
    now: await shop.deps.clock.now(),
    some:
      jars === undefined
        ? null
        : { pieces: piecesInFields({ 'line-1': jars }) ?? [], wish: wishId(shop.deps.newId()) },
  })

test('some of it is cancelled once, however often the form is sent: money and goods follow', async () => {
  const bought = await threePaidJars(shop)
  const before = await stock()
  const wish = shop.deps.newId()
  expect(await shown(bought)).toMatchObject({ whole: true, lines: [{ quantity: 3 }], some: null })
  expect(await shown(bought, '1')).toMatchObject({ some: { problem: null, amount: '₩15,000' } })
  const page = `/en/orders/${bought.id}`
  const both = await Promise.all([cancel(bought, '1개', wish), cancel(bought, '1개', wish)])
  expect([...both, await cancel(bought, '1', wish)]).toEqual([page, page, page])
  expect(await backOf(bought)).toBe(15_000)
  expect(await stock()).toBe(before + 1)
  expect(await shown(bought)).toMatchObject({ whole: true, lines: [{ quantity: 2 }] })
})

test('too many, none, all, and what is no number go back to the page that says so, with what was typed', async () => {
  const bought = await threePaidJars(shop)
  const said = {
    '4': 'more_than_there_are',
    '0': 'no_pieces',
    '': 'no_pieces',
    '-1': 'no_pieces',
    '1.5': 'no_pieces',
    'a few': 'no_pieces',
    '3': 'all_of_it',
  }
  for (const [typed, problem] of Object.entries(said)) {
    const back = new URL(String(await cancel(bought, typed)), 'http://localhost')
    expect(back.pathname, typed).toBe(`/en/orders/${bought.id}/cancel`)
    expect(back.searchParams.get('line-1')).toBe(typed)
    expect(await shown(bought, typed), typed).toMatchObject({ some: { problem } })
  }
  expect((await orderOf(bought)).goods.cancellations).toEqual([])
})

test('what was sent meanwhile is not cancelled, and the rest can be, though a parcel left', async () => {
  const bought = await threePaidJars(shop)
  const send = (number: string, pieces: Pieces | null) =>
    sendParcel(shop.deps, { kind: 'merchant' }, bought.id, {
      pieces,
      tracking: { carrier: 'CJ대한통운', number },
      despite: null,
    })
  await send('123456789012', [{ line: lineId(1), quantity: 1 }])
  expect(await shown(bought)).toMatchObject({ whole: false, lines: [{ quantity: 2 }] })
  expect(await cancel(bought, '3')).toContain('/cancel?line-1=3')
  expect(await cancel(bought, '1')).toBe(`/en/orders/${bought.id}`)
  await send('123456789013', null)
  expect(await shown(bought)).toBe('too_late')
  expect(await cancel(bought, '1')).toContain('/cancel?line-1=1')
  expect(await backOf(bought)).toBe(15_000)
})

test('an order of one piece is cancelled as a whole', async () => {
  const bought = await threePaidJars(shop)
  await cancel(bought, '2')
  expect(await shown(bought)).toMatchObject({ whole: true, lines: [] })
  expect(await postedBy(shop, POST, bought, {})).toBe(`/en/orders/${bought.id}`)
  expect(await backOf(bought)).toBe(45_000)
})

test('pieces are for who ordered alone, like the whole', async () => {
  const bought = await threePaidJars(shop)
  const stranger = { ...bought, visitor: shop.deps.newId() }
  expect(await cancel(stranger, '1')).toBe(403)
  expect((await orderOf(bought)).goods.cancellations).toEqual([])
})
