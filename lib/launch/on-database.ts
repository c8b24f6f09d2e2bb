import { connect } from '@/lib/db/connection'
import { type Env, SettingsError } from '@/lib/env'
import { togetherWords } from '@/lib/i18n/settings/together-words'
import { sayWhere } from './beside-postgres'
import { demoCommand } from './demo'
import { loadSettings } from './load-settings'
import { EMBEDDED, startPostgres } from './postgres'
import { placeOf, prepareDatabase } from './prepare-database'
import { prepareDeployment } from './prepare-deployment'
import { whatItSaid } from './sentences-of'
import { shopCommand } from './shop/shop-command'
import { ownTerminal } from './shop/terminal'

/** The commands that work on the shop's database and end. */
export async function onDatabase(
  name: 'migrate' | 'demo' | 'shop',
  args: readonly string[],
  stop: AbortSignal,
): Promise<number> {
  const settings = loadSettings('start').env
  if (name === 'migrate' && settings.vercel !== null) return prepareDeployment(settings)
  return withDatabase(settings, (databaseUrl) => {
    switch (name) {
      case 'migrate':
        return Promise.resolve(0)
      case 'demo':
        return demoCommand(databaseUrl)
      case 'shop':
        return shopCommand({ settings, databaseUrl, terminal: ownTerminal(stop) }, args)
    }
  })
}

type Place = Pick<Env, 'databaseUrl' | 'unpooledUrl' | 'longRunning'>

/** Lends a database whose schema is up to date: the one that was set, or our own for as long as the work lasts. */
async function withDatabase(
  { databaseUrl, unpooledUrl, longRunning }: Place,
  work: (databaseUrl: string) => Promise<number>,
): Promise<number> {
  if (databaseUrl !== '') {
    await prepare(unpooledUrl)
    return work(databaseUrl)
  }
  if (!longRunning) throw new SettingsError([togetherWords.no_files])

  const postgres = await startPostgres(EMBEDDED)
  sayWhere(postgres)
  try {
    await prepare(postgres.url)
    return await work(postgres.url)
  } finally {
    await postgres.stop()
  }
}

async function prepare(databaseUrl: string): Promise<void> {
  const { db } = connect(databaseUrl)
  try {
    await prepareDatabase(db, databaseUrl)
  } catch (error) {
    if (error instanceof SettingsError) throw error
    throw new Error(
      `The database ${placeOf(databaseUrl)} cannot be brought up to date: ${whatItSaid(error)}.`,
    )
  } finally {
    await db.destroy()
  }
}
