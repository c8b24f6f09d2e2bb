import { type Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { connect, type Db } from './connection'
import { up as bones } from './migrations/001-bones'
import { up as theShop } from './migrations/002-the-shop'
import { up as limits } from './migrations/003-limits'
import { up as accounts } from './migrations/004-accounts'
import { up as saved } from './migrations/005-saved'
import { up as counts } from './migrations/006-counts'
import { up as challenges } from './migrations/007-challenges'
import { up as claims } from './migrations/008-claims'
import { up as visitors } from './migrations/009-visitors'
import { up as unpaidOrders } from './migrations/010-unpaid-orders'
import { up as askers } from './migrations/011-askers'
import { up as savedIds } from './migrations/012-saved-ids'
import { up as anonymousCarts } from './migrations/013-anonymous-carts'
import { up as refusalCodes } from './migrations/014-refusal-codes'
import { up as money } from './migrations/015-money'
import { up as daysOff } from './migrations/016-days-off'
import { up as stock } from './migrations/017-stock'
import { up as hidden } from './migrations/018-hidden'
import { up as goods } from './migrations/019-goods'
import { up as vat } from './migrations/020-vat'
import { up as handOvers } from './migrations/021-hand-overs'
import { up as orderNotes } from './migrations/024-the-desk/notes'
import { up as orderLists } from './migrations/024-the-desk/order-lists'
import { up as theDoor } from './migrations/024-the-desk/the-door'
import { up as theWayThere } from './migrations/024-the-desk/the-way-there'
import { hasSteps, type Look, lookAtSchema } from './migrations/look-at-schema'
import { wholeSchema } from './migrations/whole-schema'
import { prepareQueues, WANTED_QUEUES } from './queues'
import { QUEUES_MADE, setSetting } from './settings'

export const steps = {
  '001-bones': { up: bones },
  '002-the-shop': { up: theShop },
  '003-limits': { up: limits },
  '004-accounts': { up: accounts },
  '005-saved': { up: saved },
  '006-counts': { up: counts },
  '007-challenges': { up: challenges },
  '008-claims': { up: claims },
  '009-visitors': { up: visitors },
  '010-unpaid-orders': { up: unpaidOrders },
  '011-askers': { up: askers },
  '012-saved-ids': { up: savedIds },
  '013-anonymous-carts': { up: anonymousCarts },
  '014-refusal-codes': { up: refusalCodes },
  '015-money': { up: money },
  '016-days-off': { up: daysOff },
  '017-stock': { up: stock },
  '018-hidden': { up: hidden },
  '019-goods': { up: goods },
  '020-vat': { up: vat },
  '021-hand-overs': { up: handOvers },
  // All that 0.5 changes is one step, since 0.4, which runs beside it for a while, puts up with one.
  '024-the-desk': { up: inTurn(orderLists, theWayThere, theDoor, orderNotes) },
}

/** Several parts of one step, each in a file of its own. */
function inTurn(...parts: readonly ((db: Kysely<unknown>) => Promise<void>)[]) {
  return async (db: Kysely<unknown>) => {
    for (const part of parts) await part(db)
  }
}

/** Where a database that is new begins: the steps before this one leave it nothing to do. */
const FIRST_AFTER_WHOLE_SCHEMA = '019'

/** What a database has to take: all of it at once when it is new, else the steps that it lacks. */
const migrationsFor = (isNew: boolean) =>
  Object.fromEntries(
    Object.entries(steps).map(([name, step], index) => {
      if (!isNew || name >= FIRST_AFTER_WHOLE_SCHEMA) return [name, step]
      return [name, { up: index === 0 ? wholeSchema : async () => undefined }]
    }),
  )

const migratorOf = (db: Db, isNew = false) =>
  new Migrator({ db, provider: { getMigrations: async () => migrationsFor(isNew) } })

async function isNew(db: Db): Promise<boolean> {
  const { rows } = await sql<{ isNew: boolean }>`
    select to_regclass('settings') is null as is_new`.execute(db)
  return rows[0]?.isNew ?? true
}

// Any fixed number that nobody else in this database uses.
const LOCK = 20_261_123

/** Brings the schema up to date when one look says that it is not. Leaves one alone that is too new. */
export async function bringUpToDate(db: Db, databaseUrl: string): Promise<Look> {
  const look = await lookAtSchema(db, Object.keys(steps))
  if (look.kind === 'lacking') await migrate(databaseUrl)
  return look
}

/** Takes all steps that the schema lacks, or none. Safe to run from many processes at once. */
export async function migrate(databaseUrl: string): Promise<void> {
  const { db } = connect(databaseUrl)
  try {
    await db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx)
      const { error } = await migratorOf(tx, await isNew(tx)).migrateToLatest()
      if (error) throw error
    })
    await prepareQueues(databaseUrl)
    await setSetting(db, QUEUES_MADE, WANTED_QUEUES)
  } finally {
    await db.destroy()
  }
}

/** The same for a database that begins with the first step and takes each: what older databases went through. */
export async function migrateStepByStep(databaseUrl: string, last?: string): Promise<void> {
  const { db } = connect(databaseUrl)
  try {
    const migrator = migratorOf(db)
    const { error } = last ? await migrator.migrateTo(last) : await migrator.migrateToLatest()
    if (error) throw error
  } finally {
    await db.destroy()
  }
}

/** What one look says of a schema; nothing is changed. */
export const lookAtOurSchema = (db: Db): Promise<Look> => lookAtSchema(db, Object.keys(steps))

/** True when the schema is what this version of the shop expects, or newer. */
export const isMigrated = (db: Db): Promise<boolean> => hasSteps(db, Object.keys(steps))
