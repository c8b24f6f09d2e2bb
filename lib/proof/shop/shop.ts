import { POST as postWebhook } from '@/app/api/webhooks/adyen/route'
import { POST as postTokenWebhook } from '@/app/api/webhooks/adyen/tokens/route'
import { createDeps, type ShopDeps } from '@/lib/deps'
import { readEnv } from '@/lib/env'
import { workOff } from '@/lib/jobs/work'
import { createSimulator, type Simulator } from '@/lib/simulator/simulator'
import { watchTraffic } from '../specification/watch-traffic'
import { type ScratchDatabase, scratchDatabase } from './scratch-database'
import { serve } from './serve'

export type TestShop = {
  readonly deps: ShopDeps
  readonly simulator: Simulator
  /** Where the simulator is reached. */
  readonly origin: string
  /** Sends what the simulator owes, and does what the shop owes, until nobody owes anything now. */
  settle(): Promise<void>
  /** Moves the clock, then settles. */
  advance(milliseconds: number): Promise<void>
  /** Presses a button of the wallet for a reference; the address that the shopper returns to, or null. */
  press(reference: string, button: string): Promise<string | null>
  /** What passed between shop and simulator, and where it breaks Adyen's specification. */
  readonly traffic: ReturnType<typeof watchTraffic>
  /** Tells the simulator to misbehave. */
  control(path: string, body: object): Promise<unknown>
  close(): Promise<void>
}

type Settings = Readonly<Record<string, string>>

/**
 * A whole shop for one test: a database of its own, the simulator behind a real socket, and the real
 * doors. `deps()` is this shop until it is closed.
 */
export async function openShop(
  settings: Settings = {},
  scratch: Promise<ScratchDatabase> = scratchDatabase(),
): Promise<TestShop> {
  const database = await scratch
  const traffic = watchTraffic()
  const door = await serve(traffic.webhook(doorOf))
  let simulator: Simulator | undefined
  const adyen = await serve(
    traffic.api(async (request) =>
      simulator ? simulator.handle(request) : new Response(null, { status: 503 }),
    ),
  )
  const env = readEnv({
    DATABASE_URL: database.url,
    BASE_URL: door.origin,
    ADYEN_API_ORIGIN: `${adyen.origin}/simulator/api`,
    // Most tests are about money that moves, not about what a parcel costs.
    DELIVERY_FEE: '0',
    // Tests are in more of a hurry than people.
    RATE_LIMITS: 'off',
    ...settings,
  })
  // Nothing happens behind a test's back: what is owed is done by `settle`.
  const afterAnswers: (() => Promise<void>)[] = []
  const deps: ShopDeps = {
    ...createDeps(env, () => undefined),
    log: () => undefined,
    // The one that it talks to is not beside it.
    simulatorSleeps: false,
    workAfterwards: (first) => void (first && afterAnswers.push(first)),
  }
  await deps.boss.start()
  const before = Reflect.get(globalThis, 'norang')
  Reflect.set(globalThis, 'norang', deps)

  const [hmacKey = '', previousHmacKey = null] = await deps.shop.hmacKeys()
  const [tokenHmacKey = '', previousTokenHmacKey = null] = await deps.shop.tokenHmacKeys()
  const made = createSimulator({
    pool: database.pool,
    now: deps.clock.now,
    moveClock: deps.clock.advance,
    nextDue: deps.nextDue,
    settle: deps.settle,
    origin: `${adyen.origin}/simulator`,
    shop: {
      name: 'Norang',
      webhookUrl: `${door.origin}/api/webhooks/adyen`,
      hmacKey,
      previousHmacKey,
      tokenHmacKey,
      previousTokenHmacKey,
      username: env.adyen.webhookUser?.name ?? null,
      password: env.adyen.webhookUser?.password ?? null,
    },
    merchantAccount: env.adyen.merchantAccount,
    apiKey: env.adyen.apiKey,
    controlPassword: null,
    open: true,
    leadsTo: null,
    retryScale: 1,
  })
  await made.migrate()
  simulator = made

  const settle = async () => {
    await Promise.all(afterAnswers.splice(0).map((first) => first()))
    for (let quiet = false; !quiet; ) {
      const sent = await made.deliverDue()
      const done = await workOff(deps, 30_000)
      quiet = sent === 0 && done === 0
    }
  }
  const control = async (path: string, body: object) => {
    const response = await fetch(`${adyen.origin}/simulator/control/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok)
      throw new Error(`control/${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  return {
    deps,
    simulator: made,
    origin: adyen.origin,
    traffic,
    settle,
    control,
    async advance(milliseconds) {
      await deps.clock.advance(milliseconds)
      await settle()
    },
    async press(reference, button) {
      const pressed = (await control('wallet', { reference, press: button })) as {
        returnUrl: string | null
      }
      return pressed.returnUrl
    },
    async close() {
      Reflect.set(globalThis, 'norang', before)
      await Promise.all([door.close(), adyen.close()])
      await deps.boss.stop({ graceful: false })
      await deps.db.destroy()
      await database.drop()
      // A shop that spoke or heard what Adyen does not say fails the tests that used it.
      if (traffic.complaints.length > 0) throw new Error(traffic.complaints.join('\n'))
    },
  }
}

async function doorOf(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (pathname === '/api/webhooks/adyen') return postWebhook(request)
  if (pathname === '/api/webhooks/adyen/tokens') return postTokenWebhook(request)
  return new Response(null, { status: 404 })
}
