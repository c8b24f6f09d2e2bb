import { afterAll, beforeAll, expect, test } from 'vitest'
import { standingOf } from '@/lib/core/goods/standing'
import { disputeId } from '@/lib/core/ids'
import { findOrder, findOrderRow } from '@/lib/db/orders'
import { record } from '@/lib/flows/record'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aNumberedOrder, aPaidNumberedOrder, typistOn } from '@/lib/proof/shop/typed-commands'

let scratch: ScratchDatabase
let shop: TestShop
beforeAll(async () => {
  scratch = await scratchDatabase()
  shop = await openShop({}, Promise.resolve(scratch))
})
afterAll(() => shop.close())

const type = (...words: string[]) => typistOn(scratch.url)(...words)

test('a merchant pastes the number of an order and of its parcel as a spreadsheet has them', async () => {
  const { id, number } = await aPaidNumberedOrder(shop)
  expect((await type('order', '4F7K', 'sent', 'CJ')).code).toBe(1)
  const pasted = number.toLowerCase().replace('-', '–')
  const sent = await type('order', pasted, 'sent', '\u200BCJ\u00A01234-5678\r\n')
  expect(sent).toMatchObject({
    code: 0,
    said: `Order ${number}: sent. In the parcel: 1 of line 1.`,
  })
  expect((await findOrderRow(shop.deps.db, id))?.parcel).toBe('CJ 1234-5678')

  const twice = await type('order', number, 'sent', 'CJ 9')
  expect(twice.complained).toContain('its parcel is sent')
  expect((await type('order', number, 'delivered')).code).toBe(0)
  const order = await findOrder(shop.deps.db, id)
  expect(order && standingOf(order.goods)).toBe('delivered')
})

test('what is contested is sent only by a person who says why, and is told so', async () => {
  const { id, number } = await aPaidNumberedOrder(shop)
  const payment = (await findOrder(shop.deps.db, id))?.paidBy
  if (!payment) throw new Error('not paid')
  const dispute = { dispute: disputeId('DISPUTE1'), payment, amount: null, deadline: null }
  await record(shop.deps, id, { kind: 'dispute_news', ...dispute, step: 'announced' })

  const held = await type('order', number, 'sent', 'CJ 1')
  expect(held.code).toBe(1)
  expect(held.complained).toContain(`order ${number} sent "CJ 1" --despite "…"`)
  const sent = await type('order', number, 'sent', 'CJ 1', '--despite', 'She called, it is hers')
  expect(sent.code).toBe(0)
  expect((await type('order', number, 'show')).said).toContain(
    'sent, despite a dispute: "She called, it is hers"',
  )
})

test('what is not paid, or paid back, is not sent', async () => {
  const { number } = await aNumberedOrder(shop)
  const told = await type('order', number, 'sent', 'CJ 1')
  expect(told.complained).toContain('it is awaiting payment, and only what is paid is sent')
  expect((await type('order', number, 'sent', ' ')).complained).toContain('Say who carries it')
})
