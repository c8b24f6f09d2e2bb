import { once } from 'node:events'
import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { needsBuild, type ShippedShop, startShippedShop } from '@/lib/proof/shop/shipped-shop'
import { expandEveryTable } from '@/lib/proof/upgrade/expand-every-table'

/* `npm start` with a database of somebody else's, as a merchant runs it. Counts, so a busy machine is no failure. */

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(() => database.drop())
beforeEach(needsBuild)

const started: ShippedShop[] = []
const start = async (settings: Record<string, string> = {}) => {
  const shop = await startShippedShop({ DATABASE_URL: database.url, ...settings })
  started.push(shop)
  return shop
}
afterEach(async () => {
  for (const shop of started.splice(0)) await shop.stop()
})

const memory = ({ processes }: ShippedShop) =>
  processes().reduce((sum, { pssMiB }) => sum + pssMiB, 0)

const PAGES = [
  '/ko',
  '/en',
  '/ko/products/yuja-preserve',
  '/ko/cart',
  '/ko/orders/find',
  '/ko/terms',
]

test.skipIf(process.platform !== 'linux')(
  'below npm the shop is one process, light when it idles and after work',
  async () => {
    const shop = await start()
    await sleep(2_000)
    expect(shop.processes().map(({ command }) => command)).toEqual([
      expect.stringContaining('next-server'),
    ])
    const idle = memory(shop)
    const shopper = async () => {
      for (let round = 0; round < 15; round++)
        for (const page of PAGES) await (await fetch(`${shop.origin}${page}`)).text()
    }
    await Promise.all(Array.from({ length: 10 }, shopper))
    const after = memory(shop)
    console.log(`npm start: ${idle.toFixed(0)} MiB idle, ${after.toFixed(0)} MiB after 900 pages.`)
    expect(idle).toBeLessThanOrEqual(220)
    expect(after).toBeLessThanOrEqual(320)
  },
)

test('a shop that is stopped answers what it has begun, nothing new, and ends within ten seconds', async () => {
  const shop = await start()
  const { port } = shop
  const headers = { 'Content-Length': 20, 'Content-Type': 'application/json' }
  const path = '/api/webhooks/adyen'
  const begun = request({ host: '127.0.0.1', port, method: 'POST', path, headers })
  begun.write('{"live":')
  await sleep(500)
  const stopped = shop.stop()
  await sleep(500)
  await expect(fetch(shop.origin)).rejects.toThrow()
  const answered = once(begun, 'response')
  begun.end('"false"    }')
  const [response] = await answered
  response.resume()
  expect([response.statusCode, response.headers.connection]).toEqual([400, 'close'])
  expect(await stopped).toBeLessThan(10_000)
})

test('a shop whose visitor sends nothing any more ends all the same', async () => {
  const shop = await start()
  const headers = { 'Content-Length': 20 }
  const begun = request({
    host: '127.0.0.1',
    port: shop.port,
    method: 'POST',
    path: '/api/checkout',
    headers,
  })
  begun.on('error', () => undefined)
  begun.write('a')
  await sleep(500)
  expect(await shop.stop()).toBeLessThan(12_000)
})

test('a second shop on the same port says so in one sentence', async () => {
  const { port } = await start()
  const second = await start({ PORT: String(port) })
  expect([await second.ended, second.said().trim()]).toEqual([
    1,
    expect.stringMatching(/^Port \d+ is taken: .*PORT=\d+ npm start\.$/),
  ])
})

test('a shop ends when npm is killed', async () => {
  const shop = await start()
  process.kill(shop.npm, 'SIGKILL')
  await shop.ended
  await expect(fetch(shop.origin)).rejects.toThrow()
})

test('a database that is one step newer is served, one that is two steps newer is refused with a sentence', async () => {
  const step = `insert into kysely_migration (name, timestamp) values ($1, '')`
  await database.pool.query(step, ['998-next'])
  await expandEveryTable(database.pool)
  const shop = await start()
  for (const page of ['/api/health', ...PAGES])
    expect((await fetch(`${shop.origin}${page}`)).status, page).toBe(200)
  await database.pool.query(step, ['999-after-next'])
  const older = await start()
  expect([await older.ended, older.said()]).toEqual([
    1,
    expect.stringMatching(
      /\nThe database .* is that of a newer version \(999-after-next, .*\.\n.*999-after-next.*\n$/,
    ),
  ])
  await database.pool.query(`delete from kysely_migration where name >= '998'`)
})
