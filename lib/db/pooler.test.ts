import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { POST as postCode } from '@/app/api/account/code/route'
import { POST as postSignIn } from '@/app/api/account/sign-in/route'
import { POST as postCheckout } from '@/app/api/checkout/route'
import { GET as comeBack } from '@/app/api/return/[attempt]/route'
import { codeMailedTo, openBrowser, sendForm } from '@/lib/proof/shop/account-forms'
import { mostOf } from '@/lib/proof/shop/limits'
import { hasPooler, needsPooler, type Pooler, startPooler } from '@/lib/proof/shop/pooler'
import { scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, cookieFor } from '@/lib/proof/shop/shopper'
import { createScratchDatabase, dropScratchDatabase } from '@/lib/proof/shop/test-postgres'
import { connect } from './connection'
import { countAll } from './counts'
import { isMigrated, migrate } from './migrate'

/* The whole shop reaches its database through a pooler that hands every transaction another connection. */

describe('behind PgBouncer in transaction mode', () => {
  let pooler: Pooler
  let shop: TestShop
  beforeAll(async () => {
    if (!hasPooler) return
    pooler = await startPooler(inject('testServer'))
    shop = await openShop({ RATE_LIMITS: 'on', TRUST_PROXY: 'x-real-ip' }, pooled(pooler))
  })
  beforeEach(needsPooler)
  afterAll(async () => {
    await shop?.close()
    await pooler?.stop()
  })

  test('a session really does not last from one transaction to the next', async () => {
    const { pool } = shop.deps
    const [client, other] = [await pool.connect(), await pool.connect()]
    const connection = async () => (await client.query('select pg_backend_pid() as id')).rows[0].id
    const first = await connection()
    // The pooler hands out the connection that was used last.
    await other.query('begin')
    await other.query('select 1')
    expect(await connection()).not.toBe(first)
    await other.query('commit')
    for (const each of [client, other]) each.release()
  })

  test('of forty tries at once exactly ten pass a limit of ten', async () => {
    const ten = { key: 'ten', times: 10, seconds: 60 }
    const tries = await Promise.all(
      Array.from({ length: 40 }, () => countAll(shop.deps.pool, [ten])),
    )
    expect(tries.filter((full) => full === null)).toHaveLength(10)
  })

  test('of forty codes to one mailbox, asked for from everywhere at once, as many as may be are mailed', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, time) =>
        sendForm(postCode, { email: 'victim@example.com' }, { 'x-real-ip': `192.0.2.${time}` }),
      ),
    )
    const most = mostOf('code', 'mailbox')
    expect(most).toBe(10)
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(most)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(40 - most)
    const { rows } = await shop.deps.pool.query('select count(*)::int as letters from mails')
    expect(rows).toEqual([{ letters: most }])
  })

  test('somebody signs in', async () => {
    const [browser, email] = [openBrowser(), 'somebody@example.com']
    await browser.send(postCode, { email })
    const code = await codeMailedTo(shop, email)
    expect((await browser.send(postSignIn, { email, code })).location).toBe('/en/account')
  })

  test('a purchase goes through: to the wallet, back, and paid by the notification', async () => {
    const { visitor, checkoutId, customer, total } = await aVisitorWithACart(shop)
    const paid = await sendForm(
      postCheckout,
      {
        ...customer,
        checkout: checkoutId,
        attempt: '1',
        total: String(total),
        method: 'kakaopay',
        agreement: 'yes',
      },
      { cookie: await cookieFor(visitor) },
    )
    expect(paid.location).toContain('/simulator/')
    const attempt = await shop.deps.db.selectFrom('attempts').selectAll().executeTakeFirstOrThrow()
    const back = new URL((await shop.press(attempt.reference, 'Approve')) ?? '')
    const request = new Request(`http://localhost${back.pathname}${back.search}`)
    const params = Promise.resolve({ attempt: attempt.returnToken })
    expect((await comeBack(request, { params })).headers.get('location')).toContain(
      '/result?attempt=1',
    )
    await shop.advance(10_000)
    const order = await shop.deps.db.selectFrom('orders').select('status').executeTakeFirstOrThrow()
    expect(order.status).toBe('paid')
    const { rows } = await shop.deps.pool.query("select letter from mails where letter = 'paid'")
    expect(rows).toHaveLength(1)
  })

  test('the schema is brought up to date by many at once, and no lock stays behind', async () => {
    const server = inject('testServer')
    const url = await createScratchDatabase(server)
    await Promise.all([1, 2, 3].map(() => migrate(pooler.through(url))))
    await migrate(pooler.through(url))
    const { db, pool } = connect(url)
    expect(await isMigrated(db)).toBe(true)
    const { rows } = await pool.query(
      `select objid from pg_locks join pg_database on pg_database.oid = database
       where locktype = 'advisory' and datname = current_database()`,
    )
    expect(rows).toEqual([])
    await db.destroy()
    await dropScratchDatabase(server, url)
  })
})

async function pooled(pooler: Pooler) {
  const database = await scratchDatabase()
  const url = pooler.through(database.url)
  const pool = new pg.Pool({ connectionString: url, max: 5 })
  pool.on('error', () => undefined)
  const drop = async () => {
    await pool.end()
    await database.drop()
  }
  return { url, pool, drop }
}
