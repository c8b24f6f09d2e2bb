import { globSync } from 'node:fs'
import { join } from 'node:path'
import { autoImplementMethods } from 'next/dist/server/route-modules/app-route/helpers/auto-implement-methods'
import { NextRequest } from 'next/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openToOthers } from '@/lib/proof/house/form-routes'
import { signInAs } from '@/lib/proof/shop/account-forms'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aRunningSubscription, customer, type Subscriber } from '@/lib/proof/shop/subscriber'
import { routeLimits as table } from './route-limits'

/*
 * Every door that can change something is found by its file, so that a new one is under this test by itself.
 */

let shop: TestShop
let subscriber: Subscriber
let session: string
beforeAll(async () => {
  shop = await openShop()
  subscriber = await aRunningSubscription(shop)
  session = await signInAs(shop, customer.email)
})
afterAll(() => shop.close())

const CHANGING = ['POST', 'PUT', 'PATCH', 'DELETE'] as const
const doors = globSync('app/api/**/route.ts')
  .filter((file) => !(file in openToOthers))
  .sort()

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
  .concat(['verifications', 'challenges', 'counts', 'act_links', 'hand_overs'])

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
})

const bytesOf = new Map(Object.entries(table).map(([name, { bytes }]) => [name, bytes]))
const context = () => {
  const { first, id } = subscriber
  const params = { order: first, subscription: id, act: 'cancel', session: 'x', attempt: 'x' }
  return { params: Promise.resolve(params) }
}

describe.each(doors)('%s', (file) => {
  test.each(strangers)('is closed to a form from %s', async (_, headers) => {
    const before = await memory()
    for (const [method, door] of await changingMethods(file)) {
      const request = new Request('http://localhost/', {
        method,
        headers: { host: 'localhost', cookie: session, ...headers },
        body: new URLSearchParams({ locale: 'en', email: 'a@example.com', when: 'now' }),
      })
      expect((await door(request, context())).status, method).toBe(403)
    }
    expect(await memory()).toBe(before)
  })

  test('takes nothing that is larger than its line in the table, and changes nothing by it', async () => {
    const before = await memory()
    for (const [method, door] of await changingMethods(file)) {
      const fields = 'locale=en&email=a%40example.com&when=now&x='
      const bytes = bytesOf.get(file.replace(/^app\/api\/|\/route\.ts$/g, '')) ?? 0
      const request = new Request('http://localhost/', {
        method,
        headers: {
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
          cookie: session,
        },
        body: fields.padEnd(bytes + 1, 'x'),
      })
      expect((await door(request, context())).status, method).toBe(413)
    }
    expect(await memory()).toBe(before)
  })

  test('shows nothing where it takes something', async () => {
    if ((await changingMethods(file)).length === 0) return
    // What Next makes of the methods that a route does not name.
    const { GET } = autoImplementMethods(await import(join(process.cwd(), file)))
    const answer = await GET(new NextRequest('http://localhost/'), context())
    expect(answer).toMatchObject({ status: 405 })
  })
})
