import { afterAll, beforeAll, expect, test } from 'vitest'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { watchCatalogue } from './watch-catalogue'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const stockOf = (stock: number) =>
  shop.deps.db.updateTable('variants').set({ stock }).where('id', '=', 'wild-honey').execute()

test('the window is redone when it would show something else, and not otherwise', async () => {
  let times = 0
  const look = watchCatalogue(shop.deps.db, () => {
    times += 1
  })
  await look() // a new process trusts no page of an older one
  expect(times).toBe(1)
  await look()
  await stockOf(50)
  await look()
  expect(times, 'from few to many').toBe(2)
  await stockOf(49)
  await look()
  expect(times, 'one of many was sold').toBe(2)
  await stockOf(0)
  await look()
  expect(times, 'sold out').toBe(3)
  const price = { price: 47_000 }
  await shop.deps.db.updateTable('variants').set(price).where('id', '=', 'wild-honey').execute()
  await look()
  expect(times, 'another price').toBe(4)
})

test('a page that could not be told is told the next time', async () => {
  let times = 0
  const look = watchCatalogue(shop.deps.db, () => {
    times += 1
    if (times === 1) throw new Error('nobody at home')
  })
  await expect(look()).rejects.toThrow('nobody at home')
  await look()
  await look()
  expect(times).toBe(2)
})
