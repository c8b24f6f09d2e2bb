import { migrate } from '../db/migrate'
import { deps } from '../deps'
import { env, SettingsError } from '../env'
import { watchCatalogue } from '../jobs/watch-catalogue'
import { startWorker } from '../jobs/work'

/** Makes a server ready: settings read, schema there, queue open, worker running where it can stay. */
export async function startShop(): Promise<void> {
  const settings = settingsOrExit()
  await migrate(settings.databaseUrl)
  const shop = deps()
  await shop.boss.start()
  if (!settings.longRunning) return
  const knock = async () => {
    const { status } = await fetch(`http://127.0.0.1:${settings.port}/api/catalogue`, {
      method: 'POST',
      signal: AbortSignal.timeout(10_000),
      headers: { Authorization: `Bearer ${shop.catalogue.key}` },
    })
    if (status !== 204) throw new Error(`the catalogue could not be refreshed: ${status}`)
  }
  startWorker(shop, watchCatalogue(shop.db, knock))
}

function settingsOrExit() {
  try {
    const settings = env()
    if (settings.databaseUrl === '')
      throw new SettingsError([
        'DATABASE_URL is missing: start the shop with "npm run dev" or "npm start", which bring a database, or set it.',
      ])
    return settings
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    for (const sentence of error.sentences) console.error(sentence)
    process.exit(1)
  }
}
