import { Pool, types } from 'pg'
import { scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { serve } from '@/lib/proof/shop/serve'
import { createSimulator, type Simulator, type SimulatorConfig } from '@/lib/simulator/simulator'

/** For tests: a simulator behind a socket, a clock, and a shop that notes down every webhook. */
export type TestSimulator = Simulator & {
  readonly origin: string
  readonly pool: Pool
  readonly received: ReceivedWebhook[]
  /** What the shop answers to webhooks, 202 unless a test says otherwise. */
  shopAnswers: () => number | Promise<number>
  readonly api: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>
  readonly control: (path: string, body?: unknown) => Promise<ControlAnswer>
  /** Moves the clock and sends what is due then. */
  readonly advance: (ms: number) => Promise<number>
  readonly close: () => Promise<void>
}
type ControlAnswer = { readonly status: number; readonly body: Record<string, unknown> }
type ReceivedWebhook = {
  readonly headers: Headers
  readonly text: string
  readonly item: ReceivedItem
}
type ReceivedItem = {
  readonly eventCode: string
  readonly success: string
  readonly pspReference: string
  readonly originalReference?: string
  readonly merchantReference: string
  readonly merchantAccountCode: string
  readonly amount?: { readonly currency: string; readonly value: number }
  readonly eventDate: string
  readonly paymentMethod: string
  readonly reason: string
  readonly additionalData: Record<string, string>
}

export const hmacKey = '44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056'

export async function startTestSimulator(
  changes: Partial<SimulatorConfig> = {},
): Promise<TestSimulator> {
  const database = await scratchDatabase()
  const pool = poolLikeTheShops(database.url)
  const shop = await startShop()
  let now = Date.parse('2026-11-23T12:00:00Z')
  let handle: Simulator['handle'] = async () => new Response(null, { status: 503 })
  const served = await serve((request) => handle(request))
  const origin = `${served.origin}/simulator`
  const simulator = createSimulator({
    ...usual,
    pool,
    // The clock of the real shop is a row of the same database, and takes a connection of the same pool.
    now: async () => {
      await pool.query('select')
      return now
    },
    moveClock: async (ms) => {
      now += ms
    },
    origin,
    shop: { ...shopSettings, webhookUrl: `${shop.origin}/api/webhooks/adyen` },
    ...changes,
  })
  await simulator.migrate()
  handle = simulator.handle

  return Object.assign(shop.seen, callsTo(origin), simulator, {
    origin,
    pool,
    advance: async (ms: number) => {
      now += ms
      return simulator.deliverDue()
    },
    close: async () => {
      await Promise.all([served.close(), shop.close()])
      await pool.end()
      await database.drop()
    },
  })
}

const BIGINT = 20

/** Few connections, so that a transaction that wants a second one is found out; bigints are numbers. */
function poolLikeTheShops(connectionString: string): Pool {
  const getTypeParser: typeof types.getTypeParser = (id: number, format?: 'text' | 'binary') =>
    id === BIGINT ? Number : types.getTypeParser(id, format)
  const pool = new Pool({ connectionString, max: 3, types: { getTypeParser } })
  pool.on('error', () => undefined)
  return pool
}

const shopSettings = { name: 'Norang', hmacKey, username: 'adyen', password: 'sesame' }
const usual = {
  merchantAccount: 'NorangSimulator',
  apiKey: 'simulator',
  controlPassword: null,
  open: true,
  leadsTo: null,
  retryScale: 1,
}

/** A shop that is nothing but the address for webhooks. */
async function startShop() {
  const seen: Pick<TestSimulator, 'received' | 'shopAnswers'> = {
    received: [],
    shopAnswers: () => 202,
  }
  const served = await serve(async (request) => {
    const text = await request.text()
    const item = JSON.parse(text).notificationItems[0].NotificationRequestItem
    seen.received.push({ headers: request.headers, text, item })
    return new Response('[accepted]', { status: await seen.shopAnswers() })
  })
  return { ...served, seen }
}

function callsTo(origin: string): Pick<TestSimulator, 'api' | 'control'> {
  const post = (path: string, body: unknown, headers: Record<string, string>) =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  return {
    api: (path, body, headers = {}) =>
      post(`/api${path}`, body, { 'x-api-key': 'simulator', ...headers }),
    control: async (path, body = {}) => {
      const response = await post(`/control${path}`, body, {})
      return { status: response.status, body: await response.json() }
    },
  }
}

const merchantAccount = 'NorangSimulator'
const amount = { currency: 'KRW', value: 15_000 }
export const returnUrl = 'https://shop.example/api/return/4f7k?lang=ko'

export const aPaymentRequest = (reference: string) => ({
  merchantAccount,
  amount,
  reference,
  returnUrl,
  paymentMethod: { type: 'kakaopay' },
  countryCode: 'KR',
  shopperLocale: 'ko-KR',
  channel: 'Web',
})

export const aDetailsRequest = (redirectResult: string) => ({ details: { redirectResult } })

/** Asks for a payment and gives the address of its wallet page. */
export async function startSimulatedPayment(
  simulator: TestSimulator,
  reference: string,
): Promise<string> {
  const response = await simulator.api('/v72/payments', aPaymentRequest(reference))
  const body = await response.json()
  if (body.action === undefined) throw new Error(`no redirect: ${JSON.stringify(body)}`)
  return body.action.url
}

/** Presses a button by HTTP and gives the redirectResult with which the shopper comes back. */
export async function pressInWallet(
  simulator: TestSimulator,
  reference: string,
  press: string,
): Promise<string> {
  const { body } = await simulator.control('/wallet', { reference, press })
  const url = new URL(String(body.returnUrl))
  return url.searchParams.get('redirectResult') ?? ''
}

/** A payment that has been approved, told to the shop, and can be refunded: its pspReference. */
export async function aPaidPayment(simulator: TestSimulator, reference: string): Promise<string> {
  await startSimulatedPayment(simulator, reference)
  await simulator.control('/wallet', { reference, press: 'Approve without returning' })
  await simulator.advance(1_000)
  const told = simulator.received.find(({ item }) => item.merchantReference === reference)
  return told?.item.pspReference ?? ''
}
