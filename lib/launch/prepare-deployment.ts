import { connect } from '../db/connection'
import { fillDemonstration } from '../db/demonstration/fill'
import { lookAtOurSchema } from '../db/migrate'
import { hasMark, leaveMark } from '../db/production-mark'
import { type Env, SettingsError } from '../env'
import { togetherWords as words } from '../i18n/settings/together-words'
import { placeOf, prepareDatabase } from './prepare-database'
import { whatItSaid } from './sentences-of'

/**
 * What a deployment on Vercel needs of its database before it is built: the schema, and on the simulator something to buy.
 * Production leaves a mark in it. A preview keeps away from one that has this mark, and is built also without a database:
 * its pages then say what to set.
 */
export async function prepareDeployment(settings: Env): Promise<number> {
  const { databaseUrl, unpooledUrl, vercel, isCopy, adyen } = settings
  const isPreview = vercel?.deployment === 'preview'
  if (databaseUrl === '') {
    if (!isPreview) throw new SettingsError([words.no_database_on_vercel])
    console.log(`${words.no_database_on_vercel.en} Until then this preview only says so.`)
    return 0
  }
  if (isPreview && !isCopy)
    for (const url of new Set([databaseUrl, unpooledUrl]))
      if (await on(url, ({ pool }) => hasMark(pool)))
        throw new SettingsError([words.database_of_production])

  await on(unpooledUrl, ({ db }) => prepareDatabase(db, unpooledUrl))
  await on(databaseUrl, async ({ db }) => {
    if ((await lookAtOurSchema(db)).kind === 'lacking')
      throw new SettingsError([words.two_databases])
    if (!isPreview) await leaveMark(db)
    if (adyen.environment === 'simulator') await fillDemonstration(db)
  })
  console.log(`The database ${placeOf(databaseUrl)} is ready.`)
  return 0
}

async function on<T>(url: string, work: (to: ReturnType<typeof connect>) => Promise<T>) {
  const to = connect(url)
  try {
    return await work(to)
  } catch (error) {
    if (error instanceof SettingsError) throw error
    throw new Error(`The database ${placeOf(url)} cannot be made ready: ${whatItSaid(error)}.`)
  } finally {
    await to.db.destroy()
  }
}
