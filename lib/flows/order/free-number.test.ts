import { afterAll, beforeAll, expect, test } from 'vitest'
import { instant } from '@/lib/core/ids'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut } from '@/lib/proof/shop/shopper'
import { freeNumber } from './free-number'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const noon = instant(Date.UTC(2026, 10, 23, 3))
const draw = (newKey = shop.deps.newKey) =>
  shop.deps.db.transaction().execute((tx) => freeNumber(tx, { ...shop.deps, newKey }, noon))
const alwaysTheSame = () => '00000000-0000-4000-8000-000000000000'
const take = async (number: string) => {
  const order = await checkOut(shop, await aVisitorWithACart(shop))
  await shop.deps.pool.query('update orders set number = $1 where id = $2', [number, order])
}

test('each of the thirty letters that nobody mishears is drawn', async () => {
  const drawn = new Set<string>()
  for (let each = 0; each < 150; each++) {
    const number = await draw()
    expect(number).toMatch(/^20261123-[2-9A-HJKMNP-TV-Z]{4}$/)
    for (const letter of number.slice(-4)) drawn.add(letter)
  }
  expect(drawn.size).toBe(30)
})

test('a day that has no number left has one with a letter more, and nobody tries without end', async () => {
  expect(await draw(alwaysTheSame)).toBe('20261123-2222')
  await take('20261123-2222')
  expect(await draw(alwaysTheSame)).toBe('20261123-22222')
  await take('20261123-22222')
  await expect(draw(alwaysTheSame)).rejects.toThrow('no number is free')
})
