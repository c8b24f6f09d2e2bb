import { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { demoCommand } from '@/lib/launch/demo'
import { needsBuild, type ShippedShop, startShippedShop } from '@/lib/proof/shop/shipped-shop'
import { createScratchDatabase, dropScratchDatabase } from '@/lib/proof/shop/test-postgres'

/* The shelves in the menu of every page, in a shop as it ships: without goods, with some, and with its database away. */

const adyen = {
  ADYEN_ENVIRONMENT: 'test',
  ADYEN_API_KEY: 'key-of-the-shop',
  ADYEN_MERCHANT_ACCOUNT: 'SomeShop',
  ADYEN_HMAC_KEYS: 'AB'.repeat(32),
}

let url: string
let pool: Pool
let shop: ShippedShop
beforeEach(needsBuild)
beforeAll(async () => {
  url = await createScratchDatabase(inject('testServer'))
  pool = new Pool({ connectionString: url, max: 1 })
  shop = await startShippedShop({ DATABASE_URL: url, ...adyen })
})
afterAll(async () => {
  await shop.stop()
  await pool.end()
  await dropScratchDatabase(inject('testServer'), url)
})

// The window, a text of the law, pages about people, and one that is not there.
const PAGES = ['', '/terms', '/cart', '/orders/find', '/nowhere']

async function shelvesOn(page: string, locale = 'ko'): Promise<string[]> {
  const response = await fetch(`${shop.origin}/${locale}${page}`)
  expect(response.status, page).toBe(page === '/nowhere' ? 404 : 200)
  const header = /<header.*?<\/header>/s.exec(await response.text())?.[0] ?? ''
  return [...header.matchAll(/\/collections\/[^"]*"[^>]*>([^<]*)/g)].map(([, name]) => name ?? '')
}

const DEMONSTRATION = ['곳간', '상차림', '살림', '종이']
const becomes = (page: string, names: readonly string[], locale?: string) =>
  expect.poll(() => shelvesOn(page, locale), { timeout: 30_000 }).toEqual(names)

test('a shop without goods leads nobody to shelves that are not there', async () => {
  for (const page of PAGES) expect(await shelvesOn(page), page).toEqual([])
  const sitemap = await (await fetch(`${shop.origin}/sitemap.xml`)).text()
  expect(sitemap).not.toContain('/collections/')
})

test('a shop that gets goods leads to its own shelves from every page', async () => {
  await demoCommand(url)
  for (const page of PAGES) await becomes(page, DEMONSTRATION)
  await pool.query(`update collections set name_en = 'Larder', position = 9 where id = 'pantry'`)
  for (const page of PAGES) await becomes(page, ['Table', 'Home', 'Paper', 'Larder'], 'en')
})

test('for its menu no page asks the database', async () => {
  for (const page of PAGES) await becomes(page, ['상차림', '살림', '종이', '곳간'])
  await pool.query('alter table collections rename to nobody_finds_them')
  for (const page of PAGES) expect(await shelvesOn(page), page).toHaveLength(4)
})

test('while the database cannot say which shelves there are, pages come without, and get them back', async () => {
  await pool.query('update products set position = position')
  for (const page of ['/orders/find', '/terms', '/cart', '/nowhere']) await becomes(page, [])
  await pool.query('alter table nobody_finds_them rename to collections')
  for (const page of PAGES) await becomes(page, ['상차림', '살림', '종이', '곳간'])
})
