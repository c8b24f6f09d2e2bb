import type { Db } from '../db/connection'
import { bringUpToDate } from '../db/migrate'
import { SettingsError } from '../env'

/** Sees to it that a database has the schema of this version, or refuses it with a sentence. */
export async function prepareDatabase(db: Db, databaseUrl: string): Promise<void> {
  const look = await bringUpToDate(db, databaseUrl)
  if (look.kind !== 'too_new') return
  throw new SettingsError([
    `The database ${placeOf(databaseUrl)} is that of a newer version (${look.newest}): start that one, or the one before it.`,
  ])
}

/** A database as it may be said: without user and password. */
export function placeOf(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl)
  return `${host}${pathname}`
}
