import { afterAll, beforeAll, expect, test } from 'vitest'
import { attacks } from '@/lib/proof/run/run-sizes'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut, cookieFor } from '@/lib/proof/shop/shopper'
import { referenceOf } from '@/lib/proof/shop/subscriber'
import { type Random, seededRandom } from '@/lib/proof/simulation/random'
import {
  type Attack,
  formAttack,
  type KnownToAttacker,
  returnAttack,
  signedAttack,
  signedTokenAttack,
  webhookAttack,
} from './targets'

/*
 * Inputs that nobody would type, for every door that anybody can reach. Never a 5xx, never a change by what is not
 * authenticated, never a secret in an answer or a log.
 */

const secrets = {
  ADYEN_API_KEY: 'secret-of-the-api-key',
  ADYEN_WEBHOOK_USERNAME: 'adyen',
  ADYEN_WEBHOOK_PASSWORD: 'secret-of-the-webhook',
  CRON_SECRET: 'secret-of-the-cron-door',
  SESSION_SECRET: 'secret-of-the-sessions-that-is-long-enough',
}
const hidden = [
  ...Object.values(secrets).filter((value) => value.startsWith('secret')),
  // The simulator's own key, and what the shopper of the known order would not want to be read.
  '4E6F72616E672073696D756C61746F72206B6579',
  'norang@example.com',
  '+821012345678',
  '세종대로',
]

let shop: TestShop
let known: KnownToAttacker
const logged: string[] = []
const statuses = new Set<number>()
beforeAll(async () => {
  shop = await openShop(secrets)
  Reflect.set(shop.deps, 'log', (...said: unknown[]) => logged.push(JSON.stringify(said)))
  const input = await aVisitorWithACart(shop)
  const order = await checkOut(shop, input)
  const reference = await referenceOf(shop, order)
  await shop.press(reference, 'Approve')
  await shop.advance(5_000)
  const query = async (sql: string) => (await shop.deps.pool.query(sql)).rows[0]
  const { return_token: returnToken } = await query('select return_token from attempts')
  const { body } = await query('select body from simulator.notifications')
  const notification = JSON.parse(body).notificationItems[0].NotificationRequestItem
  const { visitor, checkoutId: checkout } = input
  const cookie = await cookieFor(visitor)
  const password = Buffer.from(`adyen:${secrets.ADYEN_WEBHOOK_PASSWORD}`).toString('base64')
  const authorization = `Basic ${password}`
  known = { order, returnToken, visitor, cookie, checkout, notification, authorization }
})
// What the shop asks of Adyen on the way is held against the specification; nonsense goes in by the doors.
afterAll(() => shop.close())

const TABLES = [
  'orders',
  'order_events',
  'attempts',
  'refunds',
  'webhook_inbox',
  'carts',
  'cart_lines',
].concat([
  'mails',
  'subscriptions',
  'saved_methods',
  'users',
  'sessions',
  'verifications',
  'challenges',
  'jobs_due',
])

async function memory(): Promise<string> {
  const all = TABLES.map(
    (table) => `select md5(coalesce(string_agg(t::text, '' order by t::text), '')) from ${table} t`,
  )
  return JSON.stringify((await shop.deps.pool.query(all.join(' union all '))).rows)
}

async function lead(attack: Attack, what: string): Promise<void> {
  const answer = await attack.send()
  const text = await answer.text()
  statuses.add(answer.status)
  expect(answer.status, what).toBeLessThan(500)
  const said = `${text}\n${JSON.stringify([...answer.headers])}\n${logged.splice(0).join('\n')}`
  expect(
    hidden.filter((secret) => said.includes(secret)),
    what,
  ).toEqual([])
}

const { count, seed } = attacks
const BATCH = 50
const MOST_MS = 3_600_000

const randomOf = (number: number): Random => seededRandom(seed * 1_000_003 + number)

test(
  `${count / 2} inputs without authority: no error, no secret, and nothing has changed`,
  async () => {
    let before = await memory()
    for (let number = 0; number < count / 2; number++) {
      const random = randomOf(number)
      const attack = random.once(3)
        ? formAttack(random, known, 'another site')
        : webhookAttack(random, known)
      await lead(attack, `${attack.name}, seed ${seed}, number ${number}`)
      if (number % BATCH !== BATCH - 1) continue
      const after = await memory()
      expect(after, `one of the numbers up to ${number} changed something`).toBe(before)
      before = after
    }
    expect(await memory()).toBe(before)
  },
  MOST_MS,
)

test(
  'from our own pages in any other browser: nothing of the order changes that somebody else placed',
  async () => {
    const sql = `select o::text, (select string_agg(e::text, '' order by e.seq) from order_events e
      where e.order_id = o.id) as events from orders o where o.id = $1`
    const order = async () => (await shop.deps.pool.query(sql, [known.order])).rows
    const before = await order()
    expect(before).toHaveLength(1)
    for (let number = 0; number < count / 4; number++) {
      const random = randomOf(3 * count + number)
      const attack = formAttack(random, known, 'somebody else')
      await lead(attack, `${attack.name}, seed ${seed}, number ${number}`)
    }
    expect(await order()).toEqual(before)
  },
  MOST_MS,
)

test(
  'the same from our own pages and on links that exist: no error, and no secret',
  async () => {
    for (let number = count; number < count * 1.5; number++) {
      const random = randomOf(number)
      const attack = random.once(3)
        ? returnAttack(random, known)
        : formAttack(random, known, 'who ordered')
      await lead(attack, `${attack.name}, seed ${seed}, number ${number}`)
    }
    // They got through to where there is something to break.
    for (const status of [200, 303, 400, 401, 403, 404]) expect([...statuses]).toContain(status)
    const { rows } = await shop.deps.pool.query('select status from orders where id = $1', [
      known.order,
    ])
    // A cancellation that was not spoilt is one, where it came from the browser that ordered.
    expect(['paid', 'refunded', 'cancelled']).toContain(rows[0].status)
  },
  MOST_MS,
)

test(
  'nonsense that is rightly signed: taken, worked off without a failure, and nothing is paid by it',
  async () => {
    const paid = async () => {
      const sql = "select id, status, refunded from orders where status = 'paid' order by id"
      return (await shop.deps.pool.query(sql)).rows
    }
    await shop.settle()
    logged.length = 0
    const before = await paid()
    const lines: string[] = []
    for (let number = 0; number < count / 10; number++) {
      const random = randomOf(2 * count + number)
      const attack = random.once(3) ? signedTokenAttack(random, known) : signedAttack(random, known)
      await lead(attack, `${attack.name}, seed ${seed}, number ${number}`)
      if (number % BATCH !== BATCH - 1) continue
      await shop.settle()
      lines.push(...logged.filter((line) => line.includes('A job failed')))
    }
    await shop.settle()
    const { rows } = await shop.deps.pool.query(
      `select count(*)::int as stored, count(applied_at)::int as applied, count(parked_why)::int as parked
       from webhook_inbox`,
    )
    expect(lines.concat(logged.filter((line) => line.includes('A job failed')))).toEqual([])
    expect(rows[0].stored).toBeGreaterThan(count / 100)
    // Every one has come to an end: it was applied, or waits for a person with a reason.
    expect(rows[0].applied + rows[0].parked).toBe(rows[0].stored)
    expect(rows[0].parked).toBeGreaterThan(0)
    expect(await paid()).toEqual(before)
  },
  MOST_MS,
)
