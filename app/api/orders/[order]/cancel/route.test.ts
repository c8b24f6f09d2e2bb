import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allBooks } from '@/lib/core/books'
import type { Pieces } from '@/lib/core/goods/lines'
import { lineId, wishId } from '@/lib/core/ids'
import { piecesInFields } from '@/lib/core/typed/pieces'
import { findVariant } from '@/lib/db/goods/products'
import { eventsOf, findOrder } from '@/lib/db/orders'
import { sendParcel } from '@/lib/flows/order/send-parcel'
import { type BoughtJars, postedBy, threePaidJars } from '@/lib/proof/shop/jars'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { askerWith } from '@/lib/proof/shop/shopper'
import { cancelView } from '@/lib/views/cancel-order'
import { timelineOf } from '@/lib/views/timeline'
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
  expect(await shown(bought, '1')).toMatchObject({
    some: { problem: null, amount: '₩15,000', wayThere: null },
  })
  const page = `/en/orders/${bought.id}`
  const both = await Promise.all([cancel(bought, '1개', wish), cancel(bought, '1개', wish)])
  expect([...both, await cancel(bought, '1', wish)]).toEqual([page, page, page])
  expect(await backOf(bought)).toBe(15_000)
  expect(await stock()).toBe(before + 1)
  expect(await shown(bought)).toMatchObject({ whole: true, lines: [{ quantity: 2 }] })
})

describe('whose delivery was free because of all three', () => {
  const free = async () => {
    const bought = await threePaidJars(shop)
    await shop.deps.pool.query(
      'update orders set waived_fee = 3000, free_from = 30000 where id = $1',
      [bought.id],
    )
    return bought
  }
  const cancelReading = (bought: BoughtJars, jars: string, way: string) =>
    postedBy(shop, POST, bought, { wish: shop.deps.newId(), 'line-1': jars, way })

  test('they read what is kept for it before the last button, and get the rest', async () => {
    const bought = await free()
    expect(await shown(bought, '1')).toMatchObject({ some: { amount: '₩15,000', wayThere: null } })
    expect(await shown(bought, '2')).toMatchObject({
      some: { amount: '₩27,000', wayThere: '₩3,000' },
    })
    expect(await cancelReading(bought, '2', '₩3,000')).toBe(`/en/orders/${bought.id}`)
    expect(await backOf(bought)).toBe(27_000)
  })
  test('one at a time they read it with the one that it is kept of', async () => {
    const bought = await free()
    await cancel(bought, '1')
    expect(await shown(bought, '1')).toMatchObject({
      some: { amount: '₩12,000', wayThere: '₩3,000' },
    })
  })
  test('who read that nothing is kept, on an older page, reads it anew', async () => {
    const bought = await free()
    for (const way of ['', '₩2,999', 'nothing']) {
      const back = new URL(String(await cancelReading(bought, '2', way)), 'http://localhost')
      expect(back.pathname).toBe(`/en/orders/${bought.id}/cancel`)
      expect(back.searchParams.get('line-1')).toBe('2')
    }
    expect(await backOf(bought)).toBe(0)
  })
  test('their letter says the sum and why', async () => {
    const bought = await free()
    await cancelReading(bought, '2', '₩3,000')
    const { rows } = await shop.deps.pool.query(
      "select text from mails where order_id = $1 and letter = 'refund_requested'",
      [bought.id],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0].text).toContain(
      '무료 배송이 되지 않는 주문의 배송비 차감: ₩3,000\n환불할 금액: ₩27,000',
    )
  })
  test('the order page says it too, and all of it goes back with the whole order', async () => {
    const bought = await free()
    await cancelReading(bought, '2', '₩3,000')
    const order = await orderOf(bought)
    const { entries } = timelineOf(order, await eventsOf(shop.deps.db, bought.id), String)
    expect(entries.map(({ what }) => what)).toContain('lines_cancelled_less')
    await postedBy(shop, POST, bought, {})
    expect(await backOf(bought)).toBe(45_000)
  })
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
