import { afterEach, expect, test } from 'vitest'
import { DAY } from '@/lib/core/calendar'
import {
  handOverDue,
  listDeadLetters,
  prepareQueues,
  QUEUE,
  workDeadLettersAgain,
} from '@/lib/db/queues'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut } from '@/lib/proof/shop/shopper'
import { aRunningSubscription, referenceOf } from '@/lib/proof/shop/subscriber'
import { startWorker, workOff } from './work'

let shop: TestShop
afterEach(() => shop.close())

const query = async (text: string) => (await shop.deps.pool.query(text)).rows

const databaseUrl = () => shop.deps.pool.options.connectionString ?? ''
const retryNow = `update pgboss.job set start_after = now() where state = 'retry'`

async function aPaidOrder() {
  const order = await checkOut(shop, await aVisitorWithACart(shop))
  await shop.press(await referenceOf(shop, order), 'Approve without returning')
  await shop.deps.clock.advance(5_000)
  await shop.simulator.deliverDue()
  return order
}

const onVercel = {
  VERCEL: '1',
  CRON_SECRET: 'secret-of-the-cron-door',
  SESSION_SECRET: 'secret-of-the-sessions-that-is-long-enough',
}

test('on Vercel, what a function had in hand when it was killed is done by the next one', async () => {
  shop = await openShop(onVercel)
  await aPaidOrder()
  await handOverDue(shop.deps.db, shop.deps.boss, await shop.deps.clock.now())
  const taken = await shop.deps.boss.fetch(QUEUE, { batchSize: 20 })
  expect(taken.length).toBeGreaterThan(0)
  await query(
    `update pgboss.job set started_on = now() - interval '1 minute' where state = 'active'`,
  )
  await workOff(shop.deps, 5_000)
  await query(retryNow)
  await workOff(shop.deps, 5_000)
  expect(await query('select status from orders')).toEqual([{ status: 'paid' }])
})

test('a letter is tried for a month, at least once an hour, and sent when the mail server is back', async () => {
  shop = await openShop()
  const sent: string[] = []
  const away = async () => {
    throw new Error('no mail server')
  }
  const back = async ({ subject }: { subject: string }) => {
    sent.push(subject)
  }
  await aPaidOrder()
  await workOff({ ...shop.deps, sendMail: away }, 5_000)
  // Eleven days later.
  await query(`update pgboss.job set retry_count = 260, start_after = now() where state = 'retry'`)
  await workOff({ ...shop.deps, sendMail: away }, 5_000)
  expect(
    await query(
      `select start_after < now() + interval '61 minutes' as soon, keep_until > now() + interval '31 days' as kept
       from pgboss.job where state = 'retry'`,
    ),
  ).toEqual([{ soon: true, kept: true }])
  await query(retryNow)
  await workOff({ ...shop.deps, sendMail: back }, 5_000)
  expect(sent).toHaveLength(1)
})

test('what was given up is listed with the reason, and done when somebody asks for it', async () => {
  shop = await openShop()
  const sent: string[] = []
  const away = async () => {
    throw new Error('no mail server')
  }
  const back = async ({ subject }: { subject: string }) => {
    sent.push(subject)
  }
  const order = await aPaidOrder()
  await workOff({ ...shop.deps, sendMail: away }, 5_000)
  await query(
    `update pgboss.job set retry_count = retry_limit, start_after = now() where state = 'retry'`,
  )
  await workOff({ ...shop.deps, sendMail: away }, 5_000)
  expect(await listDeadLetters(shop.deps.db)).toMatchObject([
    {
      name: 'mail',
      payload: { order, letter: 'paid' },
      why: 'no mail server',
      diedAt: expect.any(Date),
    },
  ])
  await workDeadLettersAgain(databaseUrl())
  expect(await listDeadLetters(shop.deps.db)).toEqual([])
  await workOff({ ...shop.deps, sendMail: back }, 5_000)
  expect(sent).toHaveLength(1)
})

test('a shop that was set up by an older version retries as long as a new one', async () => {
  shop = await openShop()
  const queue = () =>
    query(`select retry_limit, retry_delay_max, retention_seconds from pgboss.queue
           where name = 'norang'`)
  const fresh = await queue()
  await query('update pgboss.queue set retry_limit = 25, retry_delay_max = 300')
  await prepareQueues(databaseUrl())
  expect(await queue()).toEqual(fresh)
})

test('what a worker does beside its work, and cannot do, keeps nobody’s payment waiting', async () => {
  shop = await openShop()
  const logged: string[] = []
  Reflect.set(shop.deps, 'log', (message: string) => logged.push(message))
  await aPaidOrder()
  const other: string[] = []
  const stop = startWorker(shop.deps, [
    async () => {
      throw new Error('the catalogue hears nothing')
    },
    async () => {
      other.push('done')
    },
  ])
  await expect
    .poll(() => query('select status from orders'), { timeout: 20_000 })
    .toEqual([{ status: 'paid' }])
  await stop()
  expect(other).toContain('done')
  expect(logged).toContain('The worker could not do what it does beside its work')
})

test.each([
  ['a subscription that cannot be renewed', `update subscriptions set terms = '{'`],
  ['renewals that cannot be looked for', 'alter table subscriptions rename column due_at to gone'],
])('%s: nobody’s payment waits for that', async (_, breaks) => {
  shop = await openShop()
  await aRunningSubscription(shop)
  await shop.deps.clock.advance(32 * DAY)
  const order = await aPaidOrder()
  await shop.deps.pool.query(breaks)
  await shop.settle()
  const { rows } = await shop.deps.pool.query('select status from orders where id = $1', [order])
  expect(rows).toEqual([{ status: 'paid' }])
})
