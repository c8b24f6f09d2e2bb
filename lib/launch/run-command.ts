import { resolve } from 'node:path'
import { migrate } from '@/lib/db/migrate'
import { type Env, isLoopback, SettingsError, simulatorOrigin } from '@/lib/env'
import { demoCommand } from './demo'
import { loadSettings } from './load-settings'
import { runNext } from './next'
import { checkPort } from './port'
import { startPostgres } from './postgres'
import { sentencesOf, whatItSaid } from './sentences-of'
import { shopCommand } from './shop/shop-command'
import { ownTerminal } from './shop/terminal'
import { listenForStop } from './stop'

const EMBEDDED = '.data/postgres'

/** Runs one of the launcher's commands and answers with its exit code. */
export async function runCommand(name: string, args: readonly string[]): Promise<number> {
  const stop = listenForStop()
  try {
    switch (name) {
      case 'dev':
      case 'start':
        return await serve(name, stop)
      case 'build':
        return await runNext(['build'], {}, stop)
      case 'migrate':
        return await withDatabase(loadSettings('start'), async () => 0)
      case 'demo':
        return await withDatabase(loadSettings('start'), demoCommand)
      case 'shop': {
        const settings = loadSettings('start')
        return await withDatabase(settings, (databaseUrl) =>
          shopCommand({ settings: settings.env, databaseUrl, terminal: ownTerminal(stop) }, args),
        )
      }
      default:
        console.error('Say which: dev, start, build, migrate, demo or shop.')
        return 1
    }
  } catch (error) {
    for (const sentence of sentencesOf(error)) console.error(sentence)
    return 1
  }
}

async function serve(name: 'dev' | 'start', stop: AbortSignal): Promise<number> {
  const settings = loadSettings(name)
  const port = Number(settings.port)
  await checkPort(port)
  return withDatabase(settings, (databaseUrl) => {
    if (name === 'dev') greet(settings.env)
    const shop = { DATABASE_URL: databaseUrl, PORT: String(port) }
    // A shop that calls itself localhost is for this machine, so nobody else can reach it either.
    const where = isLoopback(settings.env.baseUrl) ? ['--hostname', '127.0.0.1'] : []
    return runNext([name, '--port', String(port), ...where], shop, stop)
  })
}

type Loaded = ReturnType<typeof loadSettings>

/** Lends a database whose schema is up to date: the one that was set, or our own for as long as the work lasts. */
async function withDatabase(
  { env }: Loaded,
  work: (databaseUrl: string) => Promise<number>,
): Promise<number> {
  if (env.databaseUrl !== '') {
    await bringUpToDate(env.databaseUrl)
    return work(env.databaseUrl)
  }
  if (!env.longRunning)
    throw new SettingsError(['DATABASE_URL is missing: this host keeps no files, so set it.'])

  const postgres = await startPostgres(EMBEDDED)
  if (postgres.folder !== resolve(EMBEDDED))
    console.log(`The database is in ${postgres.folder}: its user may not enter this folder.`)
  try {
    await bringUpToDate(postgres.url)
    return await work(postgres.url)
  } finally {
    await postgres.stop()
  }
}

async function bringUpToDate(databaseUrl: string): Promise<void> {
  const { host, pathname } = new URL(databaseUrl)
  await migrate(databaseUrl).catch((error) => {
    throw new Error(
      `The database ${host}${pathname} cannot be brought up to date: ${whatItSaid(error)}.`,
    )
  })
}

function greet({ baseUrl, adyen, smtpUrl }: Env): void {
  const lines = [`Norang opens at ${baseUrl} in a moment.`]
  if (adyen.environment === 'simulator')
    lines.push(
      `No money moves: make payments go wrong at ${simulatorOrigin(baseUrl)}/simulator/control`,
    )
  if (adyen.environment === 'simulator' && smtpUrl === null)
    lines.push(`Mails are kept at ${baseUrl}/simulator/mailbox`)
  console.log(`\n${lines.map((line) => `  ${line}`).join('\n')}\n`)
}
