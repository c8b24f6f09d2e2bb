import type { Db } from '../db/connection'
import { bringUpToDate } from '../db/migrate'
import { SettingsError } from '../env'
import { togetherWords } from '../i18n/settings/together-words'

/** Sees to it that a database has the schema of this version, or refuses it with a sentence. */
export async function prepareDatabase(db: Db, databaseUrl: string): Promise<void> {
  const look = await bringUpToDate(db, databaseUrl)
  if (look.kind !== 'too_new') return
  throw new SettingsError([togetherWords.newer_database(placeOf(databaseUrl), look.newest)])
}

/** A database as it may be said: without user and password. */
export function placeOf(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl)
  return `${host}${pathname}`
}
