import { afterAll, beforeAll, expect, test } from 'vitest'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut } from '@/lib/proof/shop/shopper'
import { approveInWallet } from '@/lib/proof/shop/subscriber'
import { ordersAddress, readAsked, seenBy } from './order-filters'
import { ordersView } from './orders'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
  for (let count = 0; count < 2; count++)
    await approveInWallet(shop, await checkOut(shop, await aVisitorWithACart(shop)))
})
afterAll(() => shop.close())

const seen = (params: Record<string, string>, role: Parameters<typeof seenBy>[0] = 'owner') =>
  ordersView(shop.deps.db, readAsked(params, seenBy(role)), seenBy(role), 'ko')

test('a line says what was ordered, by whom, and where its money is', async () => {
  const [row] = (await seen({})).rows
  expect(row).toMatchObject({
    status: 'paid',
    sent: 'to_be_sent',
    kind: 'single',
    what: '고흥 유자청',
    pieces: 1,
    who: { name: '김노랑', phone: '010-1234-5678' },
    money: { amount: '₩15,000', came: '₩15,000', givenBack: null },
    method: '카카오페이',
  })
})

test('an accountant reads nothing of the shopper, and a packer nothing of the money', async () => {
  expect((await seen({}, 'accountant')).rows[0]).toMatchObject({ who: null, money: {} })
  expect((await seen({ q: '김노랑' }, 'accountant')).rows).toEqual([])
  const { rows, filters, sorts } = await seen({}, 'packer')
  expect(rows[0]).toMatchObject({ who: { name: '김노랑' }, money: null })
  expect(filters.map(({ name }) => name)).not.toContain('money')
  expect(sorts.map(({ value }) => value)).toEqual(['newest', 'oldest'])
  expect(
    (await seen({ least: '999999', sort: 'dear', money: 'taken' }, 'packer')).rows,
  ).toHaveLength(2)
})

test('a link carries on what is asked, and drops the page', async () => {
  const params = { q: '김', status: 'paid', least: '1,000원', after: '1.X', sort: 'oldest' }
  const { asked } = readAsked(params, seenBy('owner'))
  expect(asked).toEqual({ q: '김', status: 'paid', least: '1000', sort: 'oldest' })
  expect(ordersAddress(asked, { status: null, q: null })).toBe(
    '/admin/orders?least=1000&sort=oldest',
  )
  const { filters } = await seen(params)
  const paid = filters[0]?.options.find(({ value }) => value === 'paid')
  expect(paid).toMatchObject({ isChosen: true })
  expect(paid?.href).not.toContain('status')
})

test('an address may say anything', async () => {
  const { asked, query } = readAsked(
    { status: 'constructor', from: 'x', least: '-1', sort: 'x', after: '1.<b>', q: ' ' },
    seenBy('owner'),
  )
  expect(asked).toEqual({})
  expect(query).toMatchObject({ search: null, sort: 'newest', cursor: null })
  expect((await seen({ after: `${'9'.repeat(15)}.X` })).rows).toHaveLength(2)
})

test.each(['🍋', '%', '_', "''", '\\'])('%j gets a sentence', async (q) => {
  expect(await seen({ q })).toMatchObject({ isUnreadable: true, rows: [] })
})
