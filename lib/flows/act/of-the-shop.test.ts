import { afterAll, beforeAll, expect, test } from 'vitest'
import { findOrderRow } from '@/lib/db/orders'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { askerWith } from '@/lib/proof/shop/shopper'
import { aRunningSubscription, monthlyForm, type Subscriber } from '@/lib/proof/shop/subscriber'
import { recordParcel } from '../order/record-parcel'
import { chargeForReason } from '../saved/charge-saved'
import { changePlanPrice } from '../subscription/change-plan-price'

/* What only a person of the shop does: somebody who ordered, and can show all that there is to be shown, does not. */

let shop: TestShop
let subscriber: Subscriber
beforeAll(async () => {
  shop = await openShop()
  subscriber = await aRunningSubscription(shop)
})
afterAll(() => shop.close())

const owner = async () => {
  const { first, shopper } = subscriber
  const visitor = (await findOrderRow(shop.deps.db, first))?.visitor ?? ''
  return askerWith({ visitor, shopper, cameBackFor: [first], link: 'A'.repeat(22) })
}
const everything = async () => {
  const tables = ['order_events', 'subscription_events', 'plans', 'variants', 'orders', 'mails']
  const rows = tables.map((table) => shop.deps.pool.query(`select * from ${table} order by 1, 2`))
  return JSON.stringify((await Promise.all(rows)).map((found) => found.rows))
}

test.each([
  [
    'sends a parcel',
    async () => {
      const number = (await findOrderRow(shop.deps.db, subscriber.first))?.number ?? ''
      const news = { kind: 'sent', tracking: 'CJ 1' } as const
      return (await recordParcel(shop.deps, await owner(), number, news)).kind
    },
  ],
  [
    'charges a saved wallet for a reason',
    async () => {
      const about = { order: subscriber.first, amount: 1_000, reason: 'So' }
      const input = { ...about, checkoutId: shop.deps.newId() }
      return (await chargeForReason(shop.deps, await owner(), input)).kind
    },
  ],
  [
    'changes what a plan costs',
    async () => changePlanPrice(shop.deps, await owner(), monthlyForm.plan, 9_000),
  ],
])('no shopper %s', async (_, act) => {
  const before = await everything()
  expect(await act()).toBe('may_not')
  expect(await everything()).toBe(before)
})
