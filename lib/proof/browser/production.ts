import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, globSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { connect } from '@/lib/db/connection'
import { fillDemonstration } from '@/lib/db/demonstration/fill'
import { freePort } from '@/lib/launch/port'
import { listenForStop } from '@/lib/launch/stop'
import {
  createScratchDatabase,
  dropScratchDatabase,
  startTestPostgres,
} from '../shop/test-postgres'
import type { Traffic } from '../specification/watch-traffic'
import { findBrowser, findKoreanFont } from './find-browser'
import { relayTo } from './relay'

const LAUNCHER = ['--import', 'tsx', 'lib/launch/main.ts']
const READY_LIMIT_MS = 90_000

export type RunningShop = {
  readonly url: string
  readonly databaseUrl: string
  /** Where stories reach the simulator. */
  readonly simulatorUrl: string
  /** Empty: Playwright's own browser. */
  readonly executablePath: string
  /** Aborts when somebody wants this process to end. */
  readonly stop: AbortSignal
}

/**
 * Lends the production build with a database of its own and a browser, and clears up behind the work. What shop and
 * simulator say to each other can be watched. Of several at once each needs a name.
 */
export async function withShop<T>(
  work: (shop: RunningShop) => Promise<T>,
  { traffic = null, name = 'e2e' }: { traffic?: Traffic | null; name?: string } = {},
): Promise<T> {
  const stop = listenForStop()
  const { executablePath = '' } = await findBrowser()
  await findKoreanFont()
  await buildIfNeeded(stop)

  const server = await startTestPostgres()
  const databaseUrl = await createScratchDatabase(server.url)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const relay = traffic && !usesRealAdyen ? await relayTo(url, traffic) : null
  const simulatorUrl = `${relay?.origin ?? url}/simulator`
  const log = `.data/${name}-server.log`
  const shop = startShop(port, log, {
    DATABASE_URL: databaseUrl,
    BASE_URL: url,
    ...(relay ? { ADYEN_API_ORIGIN: `${simulatorUrl}/api` } : {}),
  })
  try {
    await untilHealthy(shop, url, log)
    // On the simulator the shop has done so itself.
    const { db } = connect(databaseUrl)
    await fillDemonstration(db).finally(() => db.destroy())
    await fillShelf(databaseUrl)
    return await work({ url, simulatorUrl, databaseUrl, executablePath, stop })
  } finally {
    shop.kill('SIGTERM')
    if (shop.exitCode === null) await once(shop, 'exit')
    await relay?.close()
    await dropScratchDatabase(server.url, databaseUrl)
    await server.stop()
  }
}

/** Stories buy the same thing over and over, side by side, and none of them is about its running out. */
async function fillShelf(connectionString: string): Promise<void> {
  const client = new Client({ connectionString })
  await client.connect()
  await client.query(`update variants set stock = 100000 where id = 'yuja-preserve'`)
  await client.end()
}

/** The exit code of a child that ends by itself, or with us. */
export async function exitCodeOf(child: ChildProcess, stop: AbortSignal): Promise<number> {
  stop.addEventListener('abort', () => child.kill(stop.reason))
  const [code] = await once(child, 'exit')
  return Number(code ?? 1)
}

// Whatever `next build` reads. Tests and what only they import change nothing in it.
const SOURCES = [
  '{app,components,lib,public}/**/*',
  '{next.config,postcss.config}.mjs',
  '{proxy,instrumentation}.ts',
  'package-lock.json',
]

/** Was this made since anything in the shop changed? */
export function isNewerThanSources(made: string, besides: readonly string[] = []): boolean {
  const built = statSync(made, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const sources = globSync([...SOURCES, ...besides], {
    exclude: ['**/*.test.ts', 'lib/{proof,tools}{,/**}'],
  })
  return sources.every((file) => statSync(file).mtimeMs < built)
}

/** Builds the shop unless that was done since anything in it changed. */
export async function buildIfNeeded(stop: AbortSignal): Promise<void> {
  if (isNewerThanSources('.next/BUILD_ID')) return
  const build = spawn(process.execPath, [...LAUNCHER, 'build'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  })
  if ((await exitCodeOf(build, stop)) !== 0) throw new Error('The shop could not be built.')
}

function startShop(
  port: number,
  file: string,
  settings: Readonly<Record<string, string>>,
): ChildProcess {
  mkdirSync('.data', { recursive: true })
  const log = openSync(file, 'w')
  const child = spawn(process.execPath, [...LAUNCHER, 'start'], {
    stdio: ['ignore', log, log],
    env: {
      ...process.env,
      ...NO_SETTINGS,
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: String(port),
      RATE_LIMITS: 'off',
      ...otherSide(),
      ...settings,
    },
  })
  closeSync(log)
  return child
}

const ADYENS = [
  'ADYEN_ENVIRONMENT',
  'ADYEN_API_KEY',
  'ADYEN_MERCHANT_ACCOUNT',
  'ADYEN_HMAC_KEYS',
  'ADYEN_TOKEN_HMAC_KEYS',
  'ADYEN_WEBHOOK_USERNAME',
  'ADYEN_WEBHOOK_PASSWORD',
  'ADYEN_API_ORIGIN',
] as const

/** With ADYEN_ENVIRONMENT=test and its credentials set, the stories are played beside Adyen's real test environment. */
export const usesRealAdyen = process.env.ADYEN_ENVIRONMENT === 'test'

const otherSide = () =>
  usesRealAdyen ? Object.fromEntries(ADYENS.map((name) => [name, process.env[name] ?? ''])) : {}

// An empty variable counts as one that is not set, and keeps a developer's .env.local out of the tests.
export const NO_SETTINGS = Object.fromEntries(
  [...readFileSync('.env.example', 'utf8').matchAll(/^#?\s*([A-Z][A-Z_]+)=/gm)].map(([, name]) => [
    name,
    '',
  ]),
)

async function untilHealthy(shop: ChildProcess, url: string, log: string): Promise<void> {
  const deadline = Date.now() + READY_LIMIT_MS
  while (Date.now() < deadline && shop.exitCode === null) {
    const health = await fetch(`${url}/api/health`).catch(() => null)
    if (health?.ok) return
    await sleep(200)
  }
  throw new Error(`The shop did not start:\n${readFileSync(log, 'utf8').slice(-3000)}`)
}
