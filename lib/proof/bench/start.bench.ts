import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { loadavg } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, test } from 'vitest'
import { freePort } from '@/lib/launch/port'
import { NO_SETTINGS } from '@/lib/proof/browser/production'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { needsBuild } from '@/lib/proof/shop/shipped-shop'

/* How long from the command until the window is shown, with nothing to migrate: ours beside a bare `next start` of the same build. */

const ROUNDS = 7

const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
const ways = {
  'npm start': ['npm', 'start', '--silent'],
  'the same without npm': [process.execPath, '--import', 'tsx', 'lib/launch/main.ts', 'start'],
  'next start': [process.execPath, next, 'start', '--hostname', '127.0.0.1'],
} as const

let database: ScratchDatabase
beforeEach(needsBuild)
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(() => database.drop())

/** Milliseconds until the first page has been answered. */
async function untilFirstPage([program, ...words]: readonly [
  string,
  ...string[],
]): Promise<number> {
  const port = await freePort()
  const env = {
    ...process.env,
    ...NO_SETTINGS,
    NODE_ENV: 'production' as const,
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: database.url,
    PORT: String(port),
  }
  const began = performance.now()
  const shop = spawn(program, words, { env, stdio: 'ignore', detached: true })
  const isShown = () =>
    fetch(`http://127.0.0.1:${port}/ko`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await isShown())) await sleep(10)
  const took = performance.now() - began
  // All of its group: npm tells nobody below it.
  process.kill(-(shop.pid ?? 0), 'SIGTERM')
  await once(shop, 'exit')
  return took
}

test('from the command to the first page', async () => {
  const found = new Map<string, number[]>()
  // In turns, so that whatever else the machine does is shared by all.
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, way] of Object.entries(ways))
      found.set(name, [...(found.get(name) ?? []), await untilFirstPage(way)])
  console.log(`Load ${loadavg()[0]?.toFixed(1)}, ${ROUNDS} runs of each in turns:`)
  const middle = (times: readonly number[] = []) =>
    times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0
  const bare = middle(found.get('next start'))
  for (const [name, times] of found)
    console.log(
      `${middle(times).toFixed(0).padStart(7)} ms  ${name}, ${(middle(times) / bare).toFixed(2)} × (${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)})`,
    )
})
