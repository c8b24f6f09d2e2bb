import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../shop/scratch-database'
import type { Served } from '../shop/serve'
import { needsBuild, type ShippedShop, startShippedShop } from '../shop/shipped-shop'
import { adyenStandIn } from './adyen-stand-in'
import { budgets, type Counted } from './budgets'
import { countedShopper, HMAC_KEY, MERCHANT, tellAuthorised } from './counted-shopper'
import { statementCountOn } from './statement-count'

/*
 * What Postgres is asked, begin and commit too, from a request's arrival until what it set off is done, less what an
 * idle shop asks by itself: `npm start` beside a stand-in of Adyen. Counts, so a busy machine is no failure.
 */

const SHOPPERS = 5
const IN_BULK = 20
const IDLE_SECONDS = 8
const LONGEST_MS = 240_000

let database: ScratchDatabase
let adyen: Served
let shop: ShippedShop | undefined
beforeAll(async () => {
  database = await scratchDatabase()
  adyen = await adyenStandIn()
})
afterAll(async () => {
  await shop?.stop()
  await adyen.close()
  await database.drop()
})
beforeEach(needsBuild)
beforeEach(async ({ skip }) => {
  const { rows } = await database.pool.query('show shared_preload_libraries')
  const isCounted = String(Object.values(rows[0] ?? {})).includes('pg_stat_statements')
  skip(!isCounted, 'the server of the tests was started without pg_stat_statements')
})

const start = () =>
  startShippedShop({
    DATABASE_URL: database.url,
    ADYEN_ENVIRONMENT: 'test',
    ADYEN_API_ORIGIN: adyen.origin,
    ADYEN_API_KEY: 'counts',
    ADYEN_MERCHANT_ACCOUNT: MERCHANT,
    ADYEN_HMAC_KEYS: HMAC_KEY,
    RATE_LIMITS: 'on',
  })

type Attempt = { token: string; order: string; reference: string; amount: number }

const newestAttempts = async (many: number): Promise<Attempt[]> => {
  const { rows } = await database.pool.query<Attempt>(
    `select return_token as token, order_id as order, reference, amount::int from attempts
     order by created_at desc limit $1`,
    [many],
  )
  return rows.reverse()
}

test(
  'what the database is asked for each step of a purchase stays within its budget',
  async () => {
    shop = await start()
    const { origin } = shop
    const count = await statementCountOn(database.pool)
    const found: Partial<Record<Counted, number>> = {}

    const shoppers = Array.from({ length: SHOPPERS + 1 }, (_, at) => countedShopper(origin, at))
    const [first, ...others] = shoppers
    if (!first) throw new Error('nobody shops')
    const buy = async (who: ReturnType<typeof countedShopper>) => {
      await who.add()
      await who.checkout()
      await who.place()
    }
    // What is asked only once in a process, or made ready for the first who comes.
    await buy(first)
    const [warm] = await newestAttempts(1)
    if (!warm) throw new Error('nothing was bought')
    await first.cart()
    await first.back(warm.token)
    await first.result(warm.order)
    await first.order(warm.order)
    await first.poll(warm.order)
    await tellAuthorised(origin, warm)
    await count.until(async () => fetch(`${origin}/ko`))

    const idle = (await count.inSeconds(IDLE_SECONDS)) / IDLE_SECONDS
    found.idle = idle * 60
    const measure = async (what: Counted, times: number, act: () => Promise<unknown>) => {
      const { asked, seconds } = await count.until(act)
      found[what] = Math.max(0, (asked - idle * seconds) / times)
    }
    const each = async <One>(
      all: readonly One[],
      act: (one: One, at: number) => Promise<unknown>,
    ) => {
      for (const [at, one] of all.entries()) await act(one, at)
    }

    await measure('window', SHOPPERS, () => each(others, () => fetch(`${origin}/ko`)))
    await measure('add', SHOPPERS, () => each(others, (who) => who.add()))
    await measure('cart', SHOPPERS, () => each(others, (who) => who.cart()))
    await measure('checkout', SHOPPERS, () => each(others, (who) => who.checkout()))
    await measure('place', SHOPPERS, () => each(others, (who) => who.place()))
    const bought = await newestAttempts(SHOPPERS)
    const visits = bought.map((attempt, at) => ({ ...attempt, who: others[at] ?? first }))
    await measure('back', SHOPPERS, () => each(visits, ({ who, token }) => who.back(token)))
    await measure('result', SHOPPERS, () => each(visits, ({ who, order }) => who.result(order)))
    await measure('order', SHOPPERS, () => each(visits, ({ who, order }) => who.order(order)))
    await measure('poll', SHOPPERS, () => each(visits, ({ who, order }) => who.poll(order)))
    let alone = 0
    for (const attempt of bought) {
      await measure('notification', 1, () => tellAuthorised(origin, attempt))
      alone += found.notification ?? 0
    }
    found.notification = alone / SHOPPERS

    const many = Array.from({ length: IN_BULK }, (_, at) =>
      countedShopper(origin, SHOPPERS + 1 + at),
    )
    // A network has no more than so many unpaid orders with goods put aside.
    await database.pool.query('truncate order_askers')
    await count.until(() => each(many, buy))
    const attempts = await newestAttempts(IN_BULK)
    await measure('bulk', IN_BULK, () =>
      Promise.all(attempts.map((attempt) => tellAuthorised(origin, attempt))),
    )
    const paid = await database.pool.query(`select from orders where status = 'paid'`)
    expect(paid.rowCount).toBe(SHOPPERS + 1 + IN_BULK)

    const rows = (Object.keys(budgets) as Counted[]).map((key) => ({
      ...budgets[key],
      now: Math.round((found[key] ?? Number.NaN) * 10) / 10,
    }))
    console.log(rows.map(({ what, goal, now }) => `| ${what} | ${goal} | ${now} |`).join('\n'))
    const over = rows.filter(({ now, most }) => !(now <= most))
    expect(over.map(({ what, now, most }) => `${what}: ${now}, and ${most} at most`)).toEqual([])
  },
  LONGEST_MS,
)
