import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY } from '@/lib/core/calendar'
import { renewDue } from '@/lib/flows/subscription/renew-due'
import { workOff } from '@/lib/jobs/work'
import { renewals } from '@/lib/proof/run/run-sizes'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aRunningSubscription } from '@/lib/proof/shop/subscriber'

/*
 * So many renewals fall due at once: how fast are they let go, how fast charged, and does the memory stay flat?
 */

const MANY = renewals
const CHARGED = 2_000

let shop: TestShop
beforeAll(async () => {
  shop = await openShop({ RENEWALS_PER_MINUTE: '999999' })
  await shop.deps.pool.query('update variants set stock = 1000000')
  const { id } = await aRunningSubscription(shop)
  const copies = { id: `lpad(n::text, 22, '0')` }
  // The same subscription again and again, as if so many had subscribed in one minute.
  await shop.deps.pool.query(
    `insert into users (id, name, email, email_verified, created_at, updated_at)
     select 'u' || n, '', n || '@example.com', true, now(), now() from generate_series(1, $1::int) n`,
    [MANY],
  )
  await shop.deps.pool.query(
    `insert into shoppers (id, user_id, email, created_at)
     select 'shopper-' || n, 'u' || n, n || '@example.com', now() from generate_series(1, $1::int) n`,
    [MANY],
  )
  await shop.deps.pool.query(
    `insert into saved_methods (token, shopper, method, learnt_at)
     select 'token-' || n, 'shopper-' || n, 'kakaopay', now() from generate_series(1, $1::int) n`,
    [MANY],
  )
  await shop.deps.pool.query(
    `insert into subscriptions (id, shopper, plan_id, terms, customer, locale, visitor, status, token, due_at,
       created_at, updated_at)
     select ${copies.id}, 'shopper-' || n, plan_id, terms, customer, locale, visitor, status, 'token-' || n, due_at,
       created_at, updated_at
     from subscriptions, generate_series(1, $1::int) n where id = $2`,
    [MANY, id],
  )
  await shop.deps.pool.query(
    `insert into subscription_events (subscription_id, seq, at, event)
     select ${copies.id}, seq, at,
       case when event::json->>'type' = 'token_set'
         then json_build_object('type', 'token_set', 'token', 'token-' || n, 'at', event::json->'at')::text
         else event end
     from subscription_events, generate_series(1, $1::int) n where subscription_id = $2`,
    [MANY, id],
  )
  await shop.control('switches', { contAuth: 'Authorised' })
  await shop.deps.clock.advance(32 * DAY)
})
afterAll(() => shop.close())

const seconds = (since: number) => (performance.now() - since) / 1000
const megabytes = () => Math.round(process.memoryUsage().rss / 1024 / 1024)

test(`${MANY} renewals that are due at once`, async () => {
  const start = performance.now()
  const first = megabytes()
  let done = 0
  let most = 0
  for (let batch = await renewDue(shop.deps); batch > 0; batch = await renewDue(shop.deps)) {
    done += batch
    most = Math.max(most, megabytes())
    if (done % 20_000 < batch)
      console.log(`${done} let go after ${seconds(start).toFixed(1)} s, ${megabytes()} MiB`)
  }
  console.log(
    `let go: ${(done / seconds(start)).toFixed(0)} a second; memory ${first} MiB before, ${most} MiB at most`,
  )
  // Not those that were put off because they threw.
  const { rows: asked } = await shop.deps.pool.query(
    `select count(*)::int as count from jobs_due where name = 'charge_period'`,
  )
  expect(asked[0].count).toBeGreaterThanOrEqual(MANY)

  const charging = performance.now()
  await shop.deps.pool.query(
    `delete from jobs_due where id not in (
       select id from jobs_due where name = 'charge_period' order by id limit ${CHARGED})`,
  )
  await workOff(shop.deps, 600_000)
  const { rows } = await shop.deps.pool.query(
    'select count(*)::int as count from attempts where charge_try is not null and answer is not null',
  )
  const charged = rows[0].count
  console.log(
    `charged: ${(charged / seconds(charging)).toFixed(0)} a second (${charged}, simulator and shop in one process)`,
  )
  expect(charged).toBe(CHARGED)
})
