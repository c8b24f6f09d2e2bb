import { once } from 'node:events'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'pg'
import { readSimulatorEnv, type SimulatorEnv } from '@/lib/env/simulator'
import { ownClock } from '@/lib/simulator/own-clock'
import { createSimulator, type Simulator } from '@/lib/simulator/simulator'
import { checkPort } from '../port'
import { startPostgres } from '../postgres'
import { sentencesOf } from '../sentences-of'
import { serveRequests } from '../serve-requests'
import { listenForStop } from '../stop'
import { asTheOnlyOne } from './only-one'

const EMBEDDED = '.data/simulator'
// What one merchant's play money needs.
const SMALL = { max_connections: '30', shared_buffers: '32MB' }

/** Runs the simulator without our shop until it is told to stop, and answers with its exit code. */
export async function runSimulator(): Promise<number> {
  try {
    return await run(listenForStop())
  } catch (error) {
    for (const sentence of sentencesOf(error)) console.error(sentence)
    return 1
  }
}

async function run(stop: AbortSignal): Promise<number> {
  // No .env file is read: those here are the shop's, whose port, database and address are others.
  const settings = readSimulatorEnv(process.env)
  await checkPort(settings.port, 'npm run simulator')
  if (settings.databaseUrl !== null) return alone(settings, settings.databaseUrl, stop)

  const postgres = await startPostgres(EMBEDDED, SMALL, 'SIMULATOR_DATABASE_URL')
  if (postgres.folder !== resolve(EMBEDDED))
    console.log(`The database is in ${postgres.folder}: its user may not enter this folder.`)
  try {
    return await alone(settings, postgres.url, stop)
  } finally {
    await postgres.stop()
  }
}

async function alone(settings: SimulatorEnv, url: string, stop: AbortSignal): Promise<number> {
  const ended = await asTheOnlyOne(url, () => serveUntil(settings, url, stop))
  if (ended !== null) return ended
  console.error(
    'Another simulator runs on this database: stop it, or give this one a database of its own with SIMULATOR_DATABASE_URL.',
  )
  return 1
}

const GRACE_MS = 3_000 // for a request under way; what hangs on order hangs for longer than anybody waits

async function serveUntil(
  settings: SimulatorEnv,
  connectionString: string,
  stop: AbortSignal,
): Promise<number> {
  const pool = new Pool({ connectionString, max: 8 }).on('error', () => undefined)
  try {
    const simulator = simulatorOf(settings, pool)
    await simulator.migrate()
    const { port, isOpen } = settings
    const served = await serveRequests(doorTo(simulator), {
      port,
      host: isOpen ? '127.0.0.1' : null,
    })
    greet(settings)
    const sending = sendUntil(simulator, stop)
    if (!stop.aborted) await once(stop, 'abort')
    await served.close(GRACE_MS)
    // A webhook without an answer is sent again at the next start, as if it had been lost.
    await Promise.race([sending, sleep(1_000)])
    return 0
  } finally {
    await Promise.race([pool.end(), sleep(1_000)])
  }
}

const simulatorOf = (settings: SimulatorEnv, pool: Pool): Simulator =>
  createSimulator({
    pool,
    ...ownClock(pool),
    origin: settings.origin,
    shop: null,
    merchantAccount: settings.merchantAccount,
    apiKey: settings.apiKey,
    controlPassword: settings.password,
    open: settings.isOpen,
    leadsTo: settings.isOpen
      ? null
      : { origins: settings.shops, setting: 'SIMULATOR_RETURN_ORIGINS' },
    retryScale: 1,
  })

/** Who opens the bare address is led to the page for people. */
const doorTo = (simulator: Simulator) => async (request: Request) =>
  ['/', '/simulator', '/simulator/'].includes(new URL(request.url).pathname)
    ? new Response(null, { status: 303, headers: { location: '/simulator/control' } })
    : simulator.handle(request)

const PAUSE_MS = 300

async function sendUntil({ deliverDue }: Simulator, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    // The database may be away for a while; what is due waits in it.
    await deliverDue().catch(() => 0)
    await sleep(PAUSE_MS, undefined, { signal: stop }).catch(() => undefined)
  }
}

function greet({ origin, apiKey, merchantAccount, isOpen }: SimulatorEnv): void {
  const key = isOpen ? apiKey : 'as set'
  const lines = [
    `Adyen and KakaoPay in miniature run at ${origin}. No money moves.`,
    `API ${origin}/api, X-API-Key ${key}, merchantAccount ${merchantAccount}`,
    `Say where its webhooks go at ${origin}/control; docs/simulator.md says the rest.`,
  ]
  console.log(`\n${lines.map((line) => `  ${line}`).join('\n')}\n`)
}
