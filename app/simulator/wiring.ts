import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { deps } from '@/lib/deps'
import { env, isLoopback, simulatorOrigin } from '@/lib/env'
import { createSimulator, type Simulator } from '@/lib/simulator/simulator'

let built: Promise<Simulator> | undefined

/** The simulator of this process with its tables in place. A failed start is tried again next time. */
export function simulator(): Promise<Simulator> {
  built ??= build().catch((error: unknown) => {
    built = undefined
    throw error
  })
  return built
}

async function build(): Promise<Simulator> {
  const { adyen, baseUrl, simulatorPassword } = env()
  const { clock, nextDue, settle, shop, simulatorPool } = deps()
  const [hmacKey, previousHmacKey] = await shop.hmacKeys()
  const [tokenHmacKey, previousTokenHmacKey] = await shop.tokenHmacKeys()
  if (hmacKey === undefined) throw new Error('the simulator has no key to sign webhooks with')

  const made = createSimulator({
    // Somebody else's system has connections of its own, and reads bigint its own way.
    pool: new pg.Pool(simulatorPool).on('error', () => undefined),
    now: () => clock.now(),
    moveClock: (ms) => clock.advance(ms),
    nextDue,
    settle,
    origin: `${simulatorOrigin(baseUrl)}/simulator`,
    shop: {
      name: 'Norang',
      webhookUrl: `${baseUrl}/api/webhooks/adyen`,
      hmacKey,
      ...(tokenHmacKey === undefined ? {} : { tokenHmacKey }),
      previousHmacKey: previousHmacKey ?? null,
      previousTokenHmacKey: previousTokenHmacKey ?? null,
      username: adyen.webhookUser?.name ?? null,
      password: adyen.webhookUser?.password ?? null,
      pass: adyen.pass,
    },
    merchantAccount: adyen.merchantAccount,
    apiKey: adyen.apiKey,
    controlPassword: simulatorPassword,
    open: isLoopback(baseUrl),
    // On one's own machine a shop in another language, on another port, may use it too.
    leadsTo: isLoopback(baseUrl) ? null : { origins: [baseUrl], setting: 'BASE_URL' },
    retryScale: 1,
  })
  await made.migrate()
  return made
}

// What an act sets off is told a second after it, and tries that were lost in between nine seconds later.
const SOON_MS = 5_000
const STEP_MS = 200

/** Sends what is due, and waits for what is about to be: the process may sleep from then on. */
export async function deliverSoon(): Promise<void> {
  const { deliverDue, nextDelivery } = await simulator()
  const end = performance.now() + SOON_MS
  for (;;) {
    await deliverDue()
    const waits = await nextDelivery()
    const left = end - performance.now()
    if (waits === null || waits > left) return
    await sleep(Math.max(waits, STEP_MS))
  }
}

const PAUSE_MS = 300

/** Sends what the simulator owes, for as long as this process lives. Where none stays, requests do it. */
export async function startDeliveries(): Promise<void> {
  if (env().adyen.environment !== 'simulator') return
  const turn = async () => {
    // The database may be away for a while, at the start too; what is due waits in it.
    await simulator()
      .then(({ deliverDue }) => deliverDue())
      .catch(() => 0)
    setTimeout(turn, PAUSE_MS)
  }
  void turn()
}
