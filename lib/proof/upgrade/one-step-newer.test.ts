import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestShop } from '@/lib/proof/shop/shop'
import { openRealShop } from '../simulation-on-postgres/real-history'
import { fillStock, runRealHistory } from '../simulation-on-postgres/run-real-history'
import { expandEveryTable } from './expand-every-table'

/* What `breaksVersionBefore` lets pass is enough: this version lives on a schema that the next one has expanded. */

let shop: TestShop
beforeAll(async () => {
  shop = await openRealShop()
  await expandEveryTable(shop.deps.pool)
  await fillStock(shop)
})
afterAll(() => shop.close())

test('orders, refunds and subscriptions are lived on a schema of which this version knows a part', async () => {
  for (let seed = 1; seed <= 6; seed++)
    expect(await runRealHistory(shop, seed), `seed ${seed}`).toBeNull()
}, 180_000)
