import { afterAll, beforeAll, expect, test } from 'vitest'
import { SECOND } from '@/lib/core/ids'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { findOrderRow } from '@/lib/db/orders'
import { readEnv } from '@/lib/env'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut } from '@/lib/proof/shop/shopper'
import { shopCommand } from './shop-command'

let scratch: ScratchDatabase
let shop: TestShop
beforeAll(async () => {
  scratch = await scratchDatabase()
  shop = await openShop({}, Promise.resolve(scratch))
})
afterAll(() => shop.close())

test('a merchant pastes the number of an order and of its parcel as a spreadsheet has them', async () => {
  const id = await checkOut(shop, await aVisitorWithACart(shop))
  const attempt = await findAttemptByNumber(shop.deps.db, id, 1)
  await shop.press(attempt?.reference ?? '', 'Approve without returning')
  await shop.advance(10 * SECOND)
  const number = (await findOrderRow(shop.deps.db, id))?.number ?? ''
  const terminal = { print: () => undefined, complain: () => undefined, ask: null }
  const place = { settings: readEnv({}), databaseUrl: scratch.url, terminal }
  const tell = (...words: string[]) => shopCommand(place, ['order', ...words])

  expect(await tell('4F7K', 'sent', 'CJ')).toBe(1)
  expect(
    await tell(number.toLowerCase().replace('-', '–'), 'sent', '\u200BCJ\u00A01234-5678\r\n'),
  ).toBe(0)
  expect((await findOrderRow(shop.deps.db, id))?.parcel).toBe('CJ 1234-5678')
})
