import { spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '@/lib/launch/port'
import { listenForStop } from '@/lib/launch/stop'
import { findBrowser, findKoreanFont } from '../browser/find-browser'
import { exitCodeOf, NO_SETTINGS } from '../browser/production'
import { hasPooler, startPooler } from '../shop/pooler'
import {
  createScratchDatabase,
  dropScratchDatabase,
  startTestPostgres,
} from '../shop/test-postgres'
import { buildForVercel, FUNCTIONS, OUTPUT } from './build-output'
import { serveDeployment } from './serve-deployment'
import { vercelProgram } from './vercel-cli'

/**
 * Plays the stories that carry `@vercel` in what `vercel build` made: behind a pooler in transaction mode, by functions that
 * live for ten requests and some of which are killed with work in hand. Answers with the exit code.
 */
export async function playOnVercel(args: readonly string[]): Promise<number> {
  const program = await programOrReason()
  if (typeof program !== 'string') return 0
  const stop = listenForStop()
  const { executablePath = '' } = await findBrowser()
  await findKoreanFont()
  const server = await startTestPostgres()
  const unpooled = await createScratchDatabase(server.url)
  const pooler = await startPooler(server.url)
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const settings = {
    VERCEL: '1',
    VERCEL_ENV: 'production',
    VERCEL_DEPLOYMENT_ID: 'dpl_of_a_proof',
    BASE_URL: origin,
    DATABASE_URL: pooler.through(unpooled),
    DATABASE_URL_UNPOOLED: unpooled,
    CRON_SECRET: 'secret-of-the-cron',
    RATE_LIMITS: 'off',
  }
  try {
    await buildForVercel(program, { ...NO_SETTINGS, ...settings }, stop)
    const log = openSync('.data/vercel/functions.log', 'w')
    const place = { settings, folder: FUNCTIONS, log }
    const deployment = await serveDeployment({ port, output: OUTPUT, ...place })
    try {
      const code = await play({ origin, databaseUrl: unpooled, executablePath, stop }, args)
      tell(deployment.seen())
      return code
    } finally {
      deployment.stop()
    }
  } finally {
    await pooler.stop()
    await dropScratchDatabase(server.url, unpooled)
    await server.stop()
  }
}

async function programOrReason(): Promise<string | null> {
  const skipped = (why: string) => {
    console.log(`Skipped, since ${why}.`)
    return null
  }
  if (!hasPooler) return skipped('there is no PgBouncer: on Debian, apt-get install pgbouncer')
  return vercelProgram().catch((error: unknown) =>
    skipped(
      `there is no command line of Vercel's: ${error instanceof Error ? error.message : error}`,
    ),
  )
}

type Shop = {
  readonly origin: string
  readonly databaseUrl: string
  readonly executablePath: string
  readonly stop: AbortSignal
}

function play({ origin, databaseUrl, executablePath, stop }: Shop, args: readonly string[]) {
  const only = ['--project=phone', '--project=with the clock', '--grep=@vercel', '--workers=1']
  const stories = spawn(join('node_modules', '.bin', 'playwright'), ['test', ...only, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      BASE_URL: origin,
      DATABASE_URL: databaseUrl,
      NORANG_EXHAUSTIVE: '',
      NORANG_SIMULATOR: `${origin}/simulator`,
      // The one shop there is: who moves its clock waits for its turn, as all do.
      NORANG_CLOCK_URL: origin,
      NORANG_CLOCK_SIMULATOR: `${origin}/simulator`,
      NORANG_BROWSER: executablePath,
      NORANG_OTHER_SIDE: 'simulator',
    },
  })
  return exitCodeOf(stories, stop)
}

type Seen = ReturnType<Awaited<ReturnType<typeof serveDeployment>>['seen']>

function tell({ fromKept, functions }: Seen): void {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)
  const started = sum(functions.map((each) => each.started))
  const killed = sum(functions.map((each) => each.killed))
  console.log(
    `${functions.length} functions: ${started} cold starts, ${killed} killed after an answer; ${fromKept} pages without a function.`,
  )
}
