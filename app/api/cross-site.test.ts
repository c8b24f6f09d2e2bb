import { globSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aRunningSubscription, type Subscriber } from '@/lib/proof/shop/subscriber'

/*
 * Every door that can change something is found by its file, so that a new one is under this test by itself.
 */

let shop: TestShop
let subscriber: Subscriber
beforeAll(async () => {
  shop = await openShop()
  subscriber = await aRunningSubscription(shop)
})
afterAll(() => shop.close())

/** These are opened by Adyen, by a wallet on its way back, or by a machine with a secret. */
const openToOthers = [
  // Its key is known to this process alone.
  'app/api/catalogue/route.ts',
  'app/api/return/[attempt]/route.ts',
  'app/api/webhooks/adyen/route.ts',
  'app/api/webhooks/adyen/tokens/route.ts',
]

const CHANGING = ['POST', 'PUT', 'PATCH', 'DELETE'] as const
const doors = globSync('app/api/**/route.ts').sort()

type Door = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>

async function changingMethods(file: string): Promise<[string, Door][]> {
  const found: Record<string, Door> = await import(join(process.cwd(), file))
  return CHANGING.flatMap((method) =>
    found[method] ? [[method, found[method]] as const] : [],
  ).map(([method, door]) => [method, door])
}

const strangers: [string, Record<string, string>][] = [
  ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
  ['a page of the same domain', { 'sec-fetch-site': 'same-site', origin: 'https://x.localhost' }],
  ['an address that was typed', { 'sec-fetch-site': 'none' }],
  ['an old browser on another site', { origin: 'https://evil.example' }],
  ['a page without an origin', { origin: 'null' }],
  ['nobody knows where', {}],
]

const TABLES = [
  'orders',
  'order_events',
  'attempts',
  'carts',
  'cart_lines',
  'returns',
  'refunds',
  'mails',
]
  .concat([
    'subscriptions',
    'subscription_events',
    'saved_methods',
    'sessions',
    'users',
    'jobs_due',
  ])
  .concat(['verifications', 'wrong_codes', 'limits'])

/** Everything that a door could have changed. */
async function memory(): Promise<string> {
  const all = TABLES.map(
    (table) => `select md5(coalesce(string_agg(t::text, '' order by t::text), '')) from ${table} t`,
  )
  const { rows } = await shop.deps.pool.query(all.join(' union all '))
  return JSON.stringify(rows)
}

test('there are doors', () => {
  expect(doors.length).toBeGreaterThan(15)
  expect(openToOthers.filter((file) => !doors.includes(file))).toEqual([])
})

describe.each(doors.filter((file) => !openToOthers.includes(file)))('%s', (file) => {
  test.each(strangers)('is closed to a form from %s', async (_, headers) => {
    const before = await memory()
    for (const [method, door] of await changingMethods(file)) {
      const request = new Request('http://localhost/', {
        method,
        headers: { host: 'localhost', ...headers },
        body: new URLSearchParams({ locale: 'en', email: 'a@example.com', when: 'now' }),
      })
      const { first, id } = subscriber
      const params = { order: first, subscription: id, act: 'cancel', session: 'x', attempt: 'x' }
      const answer = await door(request, { params: Promise.resolve(params) })
      expect(answer.status, method).toBe(403)
    }
    expect(await memory()).toBe(before)
  })
})
