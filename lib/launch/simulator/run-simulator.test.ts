import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type LoneSimulator, startLoneSimulator } from '@/lib/proof/shop/lone-simulator'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { type Served, serve } from '@/lib/proof/shop/serve'

/* The simulator as `npm run simulator` starts it: a process of its own, for a shop that is not ours. */

let database: ScratchDatabase
let shop: Served
let answersWith: () => Promise<Response>
const told: string[] = []
beforeAll(async () => {
  database = await scratchDatabase()
  shop = await serve(async (request) => {
    told.push(await request.text())
    return answersWith()
  })
})
afterAll(async () => {
  await shop.close()
  await database.drop()
})
beforeEach(() => {
  told.splice(0)
  answersWith = async () => new Response('[accepted]', { status: 202 })
})

const start = (settings: Record<string, string> = {}) =>
  startLoneSimulator({ SIMULATOR_DATABASE_URL: database.url, ...settings })

const payment = (reference: string) => ({
  merchantAccount: 'NorangSimulator',
  reference,
  amount: { currency: 'KRW', value: 15_000 },
  countryCode: 'KR',
  paymentMethod: { type: 'kakaopay' },
  returnUrl: 'http://localhost:3000/back',
})

const pay = (origin: string, reference: string) =>
  fetch(`${origin}/api/v72/payments`, {
    method: 'POST',
    headers: { 'x-api-key': 'simulator', 'content-type': 'application/json' },
    body: JSON.stringify(payment(reference)),
  })

async function approve(simulator: LoneSimulator, reference: string): Promise<void> {
  await pay(simulator.origin, reference)
  await simulator.control('wallet', { reference, press: 'Approve' })
}

/** The status line of what is answered to bytes that no client would send. */
const rawly = (port: number, bytes: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.once('data', (data) => {
      resolve(String(data).split('\r\n')[0] ?? '')
      socket.destroy()
    })
    socket.once('error', reject)
  })

describe('while it runs', () => {
  let simulator: LoneSimulator
  beforeAll(async () => {
    simulator = await start()
  })
  afterAll(() => simulator.stop())

  test('it says where it is and what a shop needs', () => {
    expect(simulator.said()).toContain(`${simulator.origin}/control`)
    expect(simulator.said()).toContain('X-API-Key simulator, merchantAccount NorangSimulator')
  })

  test('whoever opens the bare address is led to the page that says who the merchant is', async () => {
    const response = await fetch(new URL(simulator.origin).origin)
    expect(response.url).toBe(`${simulator.origin}/control`)
    const page = await response.text()
    for (const words of ['Your shop', 'NorangSimulator', `${simulator.origin}/api`, 'Basic auth'])
      expect(page).toContain(words)
  })

  test('another simulator on its port says so in one sentence', async () => {
    const second = await start({ PORT: String(simulator.port) })
    expect([await second.ended, second.said().trim()]).toEqual([
      1,
      expect.stringMatching(/^Port \d+ is taken: .*PORT=\d+ npm run simulator\.$/),
    ])
  })

  test('another simulator on its data says so in one sentence', async () => {
    const second = await start()
    expect([await second.ended, second.said().trim()]).toEqual([
      1,
      expect.stringMatching(/^Another simulator runs on this database.*SIMULATOR_DATABASE_URL\.$/),
    ])
  })

  test('its wallet shows the merchant and sends the shopper back', async () => {
    const { action } = await (await pay(simulator.origin, 'wallet')).json()
    expect(action.url).toMatch(`${simulator.origin}/checkoutshopper/`)
    expect(await (await fetch(action.url)).text()).toContain('NorangSimulator')
    const body = new URLSearchParams({ press: 'Approve' })
    body.set('redirectData', new URL(action.url).searchParams.get('redirectData') ?? '')
    const back = await fetch(action.url, { method: 'POST', redirect: 'manual', body })
    expect(back.headers.get('location')).toMatch(/^http:\/\/localhost:3000\/back\?redirectResult=/)
  })

  test.each([
    ['TRACE / HTTP/1.1\r\nHost: a\r\n\r\n', 405],
    ['GET http://evil.example/ HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nHost: a b\r\n\r\n', 400],
    ['GET //simulator/control HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', 404],
  ])('what no client sends is refused: %j', async (bytes, status) => {
    expect(await rawly(simulator.port, bytes)).toMatch(`HTTP/1.1 ${status}`)
  })

  test('a request of three million bytes is too large', async () => {
    const body = 'x'.repeat(3_000_000)
    const response = await fetch(`${simulator.origin}/control/switches`, { method: 'POST', body })
    expect(response.status).toBe(413)
  })
})

test('told to stop in the middle of a call and of a webhook, it ends within 10 s and goes on at the next start', async () => {
  const simulator = await start()
  await simulator.control('webhook-settings', { webhook: 'standard', url: `${shop.origin}/told` })
  await simulator.control('clock', { advance: 'P3D' })
  answersWith = () => new Promise(() => undefined)
  await approve(simulator, 'unanswered')
  await expect.poll(() => told.length, { timeout: 10_000 }).toBe(1)
  await simulator.control('faults', { on: 'payments', kind: 'hang' })
  const hanging = pay(simulator.origin, 'hanging').catch(() => 'cut off')
  await expect.poll(async () => (await simulator.control('ledger')).faults).toEqual([])

  const { code, ms } = await simulator.stop()
  expect(code).toBe(0)
  expect(ms).toBeLessThan(10_000)
  expect(await hanging).toBe('cut off')

  answersWith = async () => new Response('[accepted]', { status: 202 })
  const next = await start()
  // The lease of what was under way runs out in real time.
  await database.pool.query('update simulator.notifications set leased_until = null')
  await expect.poll(() => told.length, { timeout: 10_000 }).toBe(2)
  expect(told[1]).toBe(told[0])
  const { now } = await next.control('clock')
  expect(Date.parse(String(now)) - Date.now()).toBeGreaterThan(71 * 3_600_000)
  expect((await next.stop()).code).toBe(0)
})

describe('where others can reach it', () => {
  const PUBLIC = {
    BASE_URL: 'https://adyen.example',
    SIMULATOR_PASSWORD: 'open sesame',
    ADYEN_API_KEY: 'of the shop',
    SIMULATOR_RETURN_ORIGINS: 'https://shop.example',
  }

  test('it does not start without password and key, and says what is missing', async () => {
    const refused = await start({ BASE_URL: 'https://adyen.example', LANG: 'en_US.UTF-8' })
    expect([await refused.ended, refused.said().trim().split('\n')]).toEqual([
      1,
      [
        expect.stringMatching(/^ADYEN_API_KEY is missing: .*\.$/),
        expect.stringMatching(/^SIMULATOR_PASSWORD is missing: .*\.$/),
      ],
    ])
  })

  test('it is entered with the password, tells no key in its log, and reaches only its shops', async () => {
    const simulator = await start(PUBLIC)
    expect(simulator.said()).not.toContain('of the shop')
    expect((await fetch(`${simulator.origin}/control`)).status).toBe(401)
    const enter = async (url: string) => {
      const response = await fetch(`${simulator.origin}/control/webhook-settings`, {
        method: 'POST',
        headers: { 'x-simulator-password': 'open sesame', 'content-type': 'application/json' },
        body: JSON.stringify({ webhook: 'standard', url }),
      })
      return [response.status, (await response.json()).error]
    }
    expect(await enter('https://shop.example/webhooks')).toEqual([200, undefined])
    expect(await enter('http://127.0.0.1:5432/')).toEqual([
      403,
      expect.stringContaining('add http://127.0.0.1:5432 to SIMULATOR_RETURN_ORIGINS'),
    ])
    await simulator.stop()
  })
})

test('a database that is away is one sentence', async () => {
  const nowhere = await start({ SIMULATOR_DATABASE_URL: 'postgres://a:b@127.0.0.1:1/none' })
  expect([await nowhere.ended, nowhere.said().trim()]).toEqual([
    1,
    expect.stringMatching(/^The database 127\.0\.0\.1:1\/none cannot be used: .*\.$/),
  ])
})
