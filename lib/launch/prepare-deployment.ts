import { connect } from '../db/connection'
import { fillDemonstration } from '../db/demonstration/fill'
import { lookAtOurSchema } from '../db/migrate'
import { hasMark, leaveMark } from '../db/production-mark'
import { type Env, OF_PRODUCTION, SettingsError } from '../env'
import { placeOf, prepareDatabase } from './prepare-database'
import { whatItSaid } from './sentences-of'

const NO_DATABASE =
  'DATABASE_URL is missing: on Vercel nothing is kept between requests, so connect a Postgres to the project, in its Storage tab or by this setting.'
const TWO_DATABASES =
  'DATABASE_URL and DATABASE_URL_UNPOOLED lead to two databases: set both to the same one, with and without its pooler.'

/**
 * What a deployment on Vercel needs of its database before it is built: the schema, and on the simulator something to buy.
 * Production leaves a mark in it. A preview keeps away from one that has this mark, and is built also without a database:
 * its pages then say what to set.
 */
export async function prepareDeployment(settings: Env): Promise<number> {
  const { databaseUrl, unpooledUrl, vercel, isCopy, adyen } = settings
  const isPreview = vercel?.deployment === 'preview'
  if (databaseUrl === '') {
    if (!isPreview) throw new SettingsError([NO_DATABASE])
    console.log(`${NO_DATABASE} Until then this preview only says so.`)
    return 0
  }
  if (isPreview && !isCopy)
    for (const url of new Set([databaseUrl, unpooledUrl]))
      if (await on(url, ({ pool }) => hasMark(pool))) throw new SettingsError([OF_PRODUCTION])

  await on(unpooledUrl, ({ db }) => prepareDatabase(db, unpooledUrl))
  await on(databaseUrl, async ({ db }) => {
    if ((await lookAtOurSchema(db)).kind === 'lacking') throw new SettingsError([TWO_DATABASES])
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
