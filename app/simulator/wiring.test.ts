import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { SIMULATOR_HMAC_KEYS } from '@/lib/env/simulator-keys'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'

/* The simulator as it is wired beside the shop: here, and where anybody can reach it. */

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(() => database.drop())
beforeEach(() => vi.resetModules())
afterEach(() => {
  vi.unstubAllEnvs()
  Reflect.deleteProperty(globalThis, 'norang')
})

const PASSWORD = 'open sesame'

async function simulatorOf(settings: Record<string, string>) {
  const all = { DATABASE_URL: database.url, SIMULATOR_PASSWORD: PASSWORD, ...settings }
  for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value)
  const { simulator } = await import('./wiring')
  return simulator()
}

type Handled = Awaited<ReturnType<typeof simulatorOf>>

const controlPage = async ({ handle }: Handled, origin: string, path = '') => {
  const headers = { 'x-simulator-password': PASSWORD, host: new URL(origin).host }
  const response = await handle(new Request(`${origin}/simulator/control${path}`, { headers }))
  return response.text()
}

async function keysOf(simulator: Handled, origin: string): Promise<string[]> {
  const { webhooks } = JSON.parse(await controlPage(simulator, origin, '/keys'))
  return webhooks.flatMap((each: { hmacKey: string; previousHmacKey: string }) => [
    each.hmacKey,
    each.previousHmacKey,
  ])
}

const DEMO = 'https://demo.example'

test('on this machine it signs with the keys that it publishes', async () => {
  const origin = 'http://localhost:3000'
  const keys = await keysOf(await simulatorOf({ BASE_URL: origin }), origin)
  expect([...new Set(keys)]).toEqual(SIMULATOR_HMAC_KEYS)
})

test('where anybody can reach it, it signs with two of its own, which its control page shows', async () => {
  const simulator = await simulatorOf({ BASE_URL: DEMO })
  const [...keys] = new Set(await keysOf(simulator, DEMO))
  expect(keys).toHaveLength(2)
  const page = await controlPage(simulator, DEMO)
  for (const key of keys) {
    expect(key).toMatch(/^[0-9A-F]{64}$/)
    expect(SIMULATOR_HMAC_KEYS).not.toContain(key)
    expect(page).toContain(key)
  }
  expect(page).not.toContain(SIMULATOR_HMAC_KEYS[0])
})

test('instances that start at once, and the shop beside each, have the same', async () => {
  const { simulatorHmacKeys } = await import('@/lib/db/settings')
  const { connect } = await import('@/lib/db/connection')
  const fresh = await scratchDatabase()
  const many = Array.from({ length: 8 }, () => connect(fresh.url))
  const made = await Promise.all(many.map(({ db }) => simulatorHmacKeys(db)))
  await Promise.all(many.map(({ db }) => db.destroy()))
  await fresh.drop()
  expect(new Set(made.map((keys) => keys.join())).size).toBe(1)

  const keys = await keysOf(await simulatorOf({ BASE_URL: DEMO }), DEMO)
  const { deps } = await import('@/lib/deps')
  expect([...new Set(keys)]).toEqual(await deps().shop.hmacKeys())
  expect(await deps().shop.tokenHmacKeys()).toEqual(await deps().shop.hmacKeys())
})

test('keys that were set count, wherever it runs', async () => {
  const set = 'AB'.repeat(32)
  const simulator = await simulatorOf({ BASE_URL: DEMO, ADYEN_HMAC_KEYS: set })
  expect(await keysOf(simulator, DEMO)).toContain(set)
})

test.each([
  ['https://demo.example', 303],
  ['https://evil.example', 200],
])(
  'beside a shop on the internet the wallet goes back to BASE_URL only: %s',
  async (to, status) => {
    const { handle } = await simulatorOf({ BASE_URL: DEMO })
    const asked = await handle(
      new Request(`${DEMO}/simulator/api/v72/payments`, {
        method: 'POST',
        headers: { 'x-api-key': 'simulator', 'content-type': 'application/json' },
        body: JSON.stringify({
          merchantAccount: 'NorangSimulator',
          amount: { currency: 'KRW', value: 15_000 },
          reference: `wiring-${to}`,
          returnUrl: `${to}/back`,
          paymentMethod: { type: 'kakaopay' },
        }),
      }),
    )
    const { action } = await asked.json()
    const body = new URLSearchParams({ press: 'Approve' })
    body.set('redirectData', new URL(action.url).searchParams.get('redirectData') ?? '')
    const answer = await handle(new Request(action.url, { method: 'POST', body }))
    expect(answer.status).toBe(status)
    if (status === 200) expect(await answer.text()).toContain('BASE_URL')
  },
)
