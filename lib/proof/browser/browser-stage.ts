import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { Pool } from 'pg'
import { checkNotifications } from '../specification/check-notifications'
import { noSpecification, specification } from '../specification/specification'
import { watchTraffic } from '../specification/watch-traffic'
import { exitCodeOf, type RunningShop, usesRealAdyen, withShop } from './production'

/**
 * Plays the stories of e2e/ against the production build and holds what shop and simulator said to each other meanwhile
 * against Adyen's specification. Who moves the clock does so in a second shop, beside the others. Answers with the exit
 * code.
 */
export async function runInBrowser(args: readonly string[]): Promise<number> {
  const [traffic, clockTraffic] = [watchTraffic(), watchTraffic()]
  const play = async (shop: RunningShop, clockShop: RunningShop | null) => {
    const code = await playStories(shop, clockShop, args)
    if (usesRealAdyen) return code
    const notifications = await Promise.all([shop, clockShop].map(notificationsOf))
    const complaints = [...traffic.complaints, ...clockTraffic.complaints, ...notifications.flat()]
    for (const complaint of new Set(complaints)) console.error(complaint)
    const requests = traffic.seen.requests + clockTraffic.seen.requests
    const answers = traffic.seen.answers + clockTraffic.seen.answers
    console.log(
      specification() === null
        ? noSpecification
        : `Held against Adyen's specification: ${requests} requests, ${answers} answers.`,
    )
    return complaints.length > 0 ? 1 : code
  }
  const withClockShop = (shop: RunningShop) =>
    movesTheClock(args)
      ? withShop((clockShop) => play(shop, clockShop), { traffic: clockTraffic, name: 'e2e-clock' })
      : play(shop, null)
  return withShop(withClockShop, { traffic })
}

/** Nobody can move the clock of Adyen's real test environment. */
function movesTheClock(args: readonly string[]): boolean {
  const chosen = args.filter((arg) => arg.startsWith('--project'))
  return !usesRealAdyen && (chosen.length === 0 || chosen.some((arg) => arg.includes('clock')))
}

function playStories(
  { url, simulatorUrl, databaseUrl, executablePath, stop }: RunningShop,
  clockShop: RunningShop | null,
  args: readonly string[],
): Promise<number> {
  const stories = spawn(join('node_modules', '.bin', 'playwright'), ['test', ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      BASE_URL: url,
      DATABASE_URL: databaseUrl,
      NORANG_SIMULATOR: simulatorUrl,
      NORANG_BROWSER: executablePath,
      NORANG_OTHER_SIDE: usesRealAdyen ? 'adyen' : 'simulator',
      ...(clockShop
        ? { NORANG_CLOCK_URL: clockShop.url, NORANG_CLOCK_SIMULATOR: clockShop.simulatorUrl }
        : {}),
    },
  })
  return exitCodeOf(stories, stop)
}

async function notificationsOf(shop: RunningShop | null): Promise<string[]> {
  if (shop === null) return []
  const pool = new Pool({ connectionString: shop.databaseUrl, max: 1 })
  try {
    return await checkNotifications(pool)
  } finally {
    await pool.end()
  }
}
