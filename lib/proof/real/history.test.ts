import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestShop } from '@/lib/testing/shop'
import { liveForReal, prepare } from './history'
import { openReal } from './world'

let shop: TestShop
beforeAll(async () => {
  shop = await openReal()
  await prepare(shop)
})
afterAll(() => shop.close())

const HISTORIES = 300

test(`${HISTORIES} random histories of orders and subscriptions, with processes that die, on the real database`, async () => {
  const seen = new Map<string, number>()
  for (let seed = 1; seed <= HISTORIES; seed++) {
    const broken = await liveForReal(shop, seed, seen)
    if (broken !== null)
      expect.fail(`${broken}. Again: npm run simulate -- --real --seed ${seed} --histories 1`)
  }
  const reached = [...seen.keys()]
  for (const what of ['crash/buy', 'crash/renew', 'crash/job charge_period', 'crash/come back'])
    expect(reached).toContain(what)
}, 400_000)
