import { type Env, isLoopback, SettingsError, simulatorOrigin } from '@/lib/env'
import { togetherWords } from '@/lib/i18n/settings/together-words'
import { becomeKeeper, serveBesidePostgres } from './beside-postgres'
import { loadSettings } from './load-settings'
import { becomeNext, runNext } from './next'
import { checkPort } from './port'

/**
 * Serves the shop on its port. In production with a database of somebody else's this very process becomes the server,
 * which brings the schema up to date itself; with our own it becomes a small one that keeps Postgres beside the shop.
 */
export async function serveShop(name: 'dev' | 'start', stop: AbortSignal): Promise<number> {
  const settings = loadSettings(name)
  const port = Number(settings.port)
  await checkPort(port, name === 'dev' ? 'npm run dev' : 'npm start')
  const { databaseUrl, longRunning, baseUrl } = settings.env
  if (databaseUrl === '' && !longRunning) throw new SettingsError([togetherWords.no_files])

  if (name === 'dev') greet(settings.env)
  // A shop that calls itself localhost is for this machine, so nobody else can reach it either.
  const where = isLoopback(baseUrl) ? ['--hostname', '127.0.0.1'] : []
  const args = [name, '--port', String(port), ...where]
  const shop = { PORT: String(port) }
  if (databaseUrl === '') {
    if (!stop.aborted) becomeKeeper(args, shop)
    return serveBesidePostgres(args, shop, stop)
  }
  if (name === 'start' && !stop.aborted) becomeNext(args, { ...shop, DATABASE_URL: databaseUrl })
  return runNext(args, { ...shop, DATABASE_URL: databaseUrl }, stop)
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
