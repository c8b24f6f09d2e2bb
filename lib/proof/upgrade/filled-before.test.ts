import { Pool } from 'pg'
import { expect, inject, test } from 'vitest'
import { statusOf } from '@/lib/core/order'
import { subscriptionStatusOf } from '@/lib/core/subscription'
import { migrate } from '@/lib/db/migrate'
import { findOrder } from '@/lib/db/orders'
import { filledBy } from '@/lib/proof/run/run-sizes'
import type { ScratchDatabase } from '@/lib/proof/shop/scratch-database'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { approveInWallet, passDays, periodsOf, subscriptionOf } from '@/lib/proof/shop/subscriber'
import { createScratchDatabase, dropScratchDatabase } from '@/lib/proof/shop/test-postgres'
import { fillWithBuild } from './fill-with-build'
import { unpackCommit } from './unpack-commit'
import { olderBuilds, versions } from './versions'

/* A database that a build of long ago filled, by its own code, is what it was when it is brought up to date, and goes on. */

const server = inject('testServer')
const builds = [...olderBuilds, ...versions].flatMap(({ step, commit }) =>
  commit !== null && filledBy.test(step) ? [{ step, commit }] : [],
)
const MOST_MS = 3_600_000

test.for(builds)(
  'a database of $step comes up with every order, subscription and letter as it was',
  { timeout: MOST_MS },
  async ({ commit }, { skip }) => {
    const folder = await unpackCommit(commit)
    skip(folder === null, `${commit} is not in this clone: git fetch --unshallow brings it`)
    const database = await emptyDatabase()
    const { atTheWallet, subscriber } = await fillWithBuild(folder ?? '', database)
    const was = await rowsOf(database)
    await migrate(database.url)
    expect(await rowsOf(database)).toEqual(was)

    const shop = await openShop({}, Promise.resolve(database))
    try {
      await readAll(shop, was)
      await approveInWallet(shop, atTheWallet)
      expect((await rowsOf(database)).orders).toContainEqual(
        expect.objectContaining({ id: atTheWallet, status: 'paid' }),
      )
      await passDays(shop, 31)
      const periods = (await periodsOf(shop, subscriber.id)).map(({ status }) => status)
      expect(periods).toEqual(['paid', 'paid', 'paid'])
    } finally {
      await shop.close()
    }
  },
)

async function emptyDatabase(): Promise<ScratchDatabase> {
  const url = await createScratchDatabase(server)
  const pool = new Pool({ connectionString: url, max: 5 })
  pool.on('error', () => undefined)
  const drop = async () => {
    if (!pool.ended) await pool.end()
    await dropScratchDatabase(server, url)
  }
  return { url, pool, drop }
}

type Rows = Awaited<ReturnType<typeof rowsOf>>

async function rowsOf({ pool }: ScratchDatabase) {
  const all = async (sql: string) => (await pool.query(sql)).rows
  return {
    orders: await all(
      'select id, number, status, why, amount::int, refunded::int, email from orders order by id',
    ),
    subscriptions: await all(
      'select id, shopper, plan_id, terms, status, is_over, due_at from subscriptions order by id',
    ),
    letters: await all('select letter, order_id, recipient, subject, text from mails order by id'),
  }
}

/** This build reads what happened to each, and comes to what its row says. */
async function readAll(shop: TestShop, { orders, subscriptions }: Rows): Promise<void> {
  expect(orders.length).toBeGreaterThan(3)
  for (const { id, status } of orders) {
    const order = await findOrder(shop.deps.db, id)
    expect(order && statusOf(order), id).toMatchObject({ status })
  }
  for (const { id, status } of subscriptions) {
    const { sub } = await subscriptionOf(shop, id)
    expect(subscriptionStatusOf(sub), id).toBe(status)
  }
}
