import { afterEach, expect, test } from 'vitest'
import { handOverDue, QUEUE } from '@/lib/db/queues'
import { openShop, type TestShop } from '@/lib/testing/shop'
import { aVisitorWithACart, checkOut } from '@/lib/testing/shopper'
import { referenceOf } from '@/lib/testing/subscriber'
import { workOff } from './work'

let shop: TestShop
afterEach(() => shop.close())

const query = async (text: string) => (await shop.deps.pool.query(text)).rows

const onVercel = {
  VERCEL: '1',
  CRON_SECRET: 'secret-of-the-cron-door',
  SESSION_SECRET: 'secret-of-the-sessions-that-is-long-enough',
}

test('on Vercel, what a function had in hand when it was killed is done by the next one', async () => {
  shop = await openShop(onVercel)
  const order = await checkOut(shop, await aVisitorWithACart(shop))
  await shop.press(await referenceOf(shop, order), 'Approve without returning')
  await shop.deps.clock.advance(5_000)
  await shop.simulator.deliverDue()
  await handOverDue(shop.deps.db, shop.deps.boss, await shop.deps.clock.now())
  const taken = await shop.deps.boss.fetch(QUEUE, { batchSize: 20 })
  expect(taken.length).toBeGreaterThan(0)
  await query(`update pgboss.job set started_on = now() - interval '1 minute' where state = 'active'`)
  await workOff(shop.deps, 5_000)
  await query(`update pgboss.job set start_after = now() where state = 'retry'`)
  await workOff(shop.deps, 5_000)
  expect(await query('select status from orders')).toEqual([{ status: 'paid' }])
})
