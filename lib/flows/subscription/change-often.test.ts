import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY } from '@/lib/core/calendar'
import { listSubscriptionsOf } from '@/lib/db/subscriptions'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { askerWith } from '@/lib/proof/shop/shopper'
import { aRunningSubscription, customer, subscriptionOf } from '@/lib/proof/shop/subscriber'
import { subscriptionsOf } from '@/lib/views/subscription'
import { changeSubscription, type SubscriptionChange } from './change-subscription'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

test('a subscription is changed sixty times a day at most, and ended whenever its owner wants', async () => {
  const { id, shopper } = await aRunningSubscription(shop)
  // Its own beginning counts no more.
  await shop.advance(DAY + 1)
  const change = (change: SubscriptionChange) =>
    changeSubscription(shop.deps, askerWith({ shopper }), { id, change })
  for (let time = 0; time < 30; time++) {
    expect(await change({ kind: 'pause' })).toBe('done')
    expect(await change({ kind: 'resume' })).toBe('done')
  }
  expect(await change({ kind: 'pause' })).toBe('often')
  expect((await subscriptionOf(shop, id)).sub.paused).toBe(false)

  const leave = { kind: 'cancel', who: 'shopper' } as const
  expect(await change({ ...leave, when: 'period_end' })).toBe('done')
  expect(await change({ kind: 'stay' })).toBe('often')
  await shop.advance(DAY + 1)
  expect(await change({ kind: 'stay' })).toBe('done')
  expect(await change({ ...leave, when: 'now' })).toBe('done')
})

test('those that were begun and given up without end make no list long, nor push out what runs', async () => {
  const who = { ...customer, email: 'other@example.com' }
  const { id, shopper } = await aRunningSubscription(shop, { customer: who })
  await shop.deps.pool.query(
    `insert into subscriptions
       (id, shopper, plan_id, terms, customer, locale, visitor, status, is_over, created_at, updated_at)
     select left(id, 18) || to_char(n, 'FM0000'), shopper, plan_id, terms, customer, locale, visitor,
       'cancelled', true, created_at + interval '1 day', updated_at
     from subscriptions, generate_series(1, 2000) n where id = $1`,
    [id],
  )
  const list = await subscriptionsOf(shop.deps.db, shopper, 'ko')
  expect(list.map((each) => each.id)).toEqual([id])
  expect(await listSubscriptionsOf(shop.deps.db, shopper)).toHaveLength(50)
})
