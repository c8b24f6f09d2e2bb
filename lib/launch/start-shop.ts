import { fillDemonstration } from '../db/demonstration/fill'
import { hasGoods } from '../db/goods/products'
import { deps } from '../deps'
import { env, SettingsError } from '../env'
import { togetherWords } from '../i18n/settings/together-words'
import { forgetHourly } from '../jobs/forget-anonymous'
import { listMissing } from '../jobs/list-orders-again'
import { watchCatalogue } from '../jobs/watch-catalogue'
import { startWorker } from '../jobs/work'
import { placeOf, prepareDatabase } from './prepare-database'
import { sentencesOf, whatItSaid } from './sentences-of'
import { whenDatabaseIsReachable } from './when-database-is-reachable'

const NO_GOODS =
  'The shop has no goods yet, and its window says so. "npm run demo" puts those of the demonstration into it.'

/**
 * Makes a server ready: settings read, schema there, on the simulator something to buy, queue open, worker running where
 * it can stay. It waits for a database that is away: Next never asks a second time, and would answer 500 for as long as
 * it lives.
 */
export async function startShop(): Promise<void> {
  const settings = settingsOrExit()
  const shop = deps()
  const database = placeOf(settings.databaseUrl)
  const work = async () => {
    await prepareDatabase(shop.db, settings.unpooledUrl)
    await shop.boss.start()
    if (settings.adyen.environment === 'simulator') await fillDemonstration(shop.db)
    else if (!(await hasGoods(shop.db))) console.log(NO_GOODS)
  }
  const wait = (why: string) =>
    console.log(`The shop waits a minute for its database ${database}: ${why}.`)
  await whenDatabaseIsReachable(work, { wait }).catch((error) => sayAndExit(error, database))
  const knock = async () => {
    const { status } = await fetch(`http://127.0.0.1:${settings.port}/api/catalogue`, {
      method: 'POST',
      signal: AbortSignal.timeout(10_000),
      headers: { Authorization: `Bearer ${shop.catalogue.key}` },
    })
    if (status !== 204) throw new Error(`the catalogue could not be refreshed: ${status}`)
  }
  beforeTheEnd(
    startWorker(shop, [watchCatalogue(shop.db, knock), forgetHourly(shop), listMissing(shop)]),
  )
}

/** Heard by lib/launch/loaded-first/graceful-stop.mjs; where that was not loaded, nobody stays for long either. */
function beforeTheEnd(finish: () => Promise<void>): void {
  const inHand: (() => Promise<void>)[] | undefined = Reflect.get(
    globalThis,
    Symbol.for('norang.in_hand'),
  )
  inHand?.push(finish)
}

/** Better gone than there and broken: whoever started it starts it again, or reads why it cannot. */
function sayAndExit(error: unknown, database: string): never {
  const sentences =
    error instanceof SettingsError
      ? sentencesOf(error)
      : [`The shop cannot start on the database ${database}: ${whatItSaid(error)}.`]
  for (const sentence of sentences) console.error(sentence)
  process.exit(1)
}

function settingsOrExit() {
  try {
    const settings = env()
    if (settings.databaseUrl === '') throw new SettingsError([togetherWords.no_database])
    return settings
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    for (const sentence of sentencesOf(error)) console.error(sentence)
    process.exit(1)
  }
}
