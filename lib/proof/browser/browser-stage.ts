import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { Pool } from 'pg'
import { checkNotifications } from '../specification/check-notifications'
import { noSpecification, specification } from '../specification/specification'
import { watchTraffic } from '../specification/watch-traffic'
import { exitCodeOf, type RunningShop, usesRealAdyen, withShop } from './production'

/**
 * Plays the stories of e2e/ against the production build, with a database of its own, and holds what shop and simulator
 * said to each other meanwhile against Adyen's specification. Answers with the exit code.
 */
export async function runInBrowser(args: readonly string[]): Promise<number> {
  const traffic = watchTraffic()
  const play = async (shop: RunningShop) => {
    const code = await playStories(shop, args)
    if (usesRealAdyen) return code
    const complaints = [...traffic.complaints, ...(await notificationsOf(shop))]
    for (const complaint of new Set(complaints)) console.error(complaint)
    const { requests, answers } = traffic.seen
    console.log(
      specification() === null
        ? noSpecification
        : `Held against Adyen's specification: ${requests} requests, ${answers} answers.`,
    )
    return complaints.length > 0 ? 1 : code
  }
  return withShop(play, traffic)
}

function playStories(
  { url, simulatorUrl, databaseUrl, executablePath, stop }: RunningShop,
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
    },
  })
  return exitCodeOf(stories, stop)
}

async function notificationsOf({ databaseUrl }: RunningShop): Promise<string[]> {
  const pool = new Pool({ connectionString: databaseUrl, max: 1 })
  try {
    return await checkNotifications(pool)
  } finally {
    await pool.end()
  }
}
