import { Migrator } from 'kysely/migration'
import { connect, type Db } from './connection'
import * as bones from './migrations/001-bones'
import * as theShop from './migrations/002-the-shop'
import * as limits from './migrations/003-limits'
import * as accounts from './migrations/004-accounts'
import * as saved from './migrations/005-saved'
import { prepareQueues } from './queues'

const migrations = {
  '001-bones': bones,
  '002-the-shop': theShop,
  '003-limits': limits,
  '004-accounts': accounts,
  '005-saved': saved,
}

const migratorOf = (db: Db) =>
  new Migrator({ db, provider: { getMigrations: async () => migrations } })

/**
 * Brings the schema up to date. Safe to run from many processes at once: kysely takes a lock that
 * lives as long as the transaction.
 */
export async function migrate(databaseUrl: string): Promise<void> {
  const { db } = connect(databaseUrl)
  try {
    const { error } = await migratorOf(db).migrateToLatest()
    if (error) throw error
    await prepareQueues(databaseUrl)
  } finally {
    await db.destroy()
  }
}

/** True when the schema is what this version of the shop expects, or newer. */
export async function isMigrated(db: Db): Promise<boolean> {
  const known = await migratorOf(db).getMigrations()
  return known.every((migration) => migration.executedAt !== undefined)
}
