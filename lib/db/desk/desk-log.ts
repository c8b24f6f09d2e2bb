import type { LogAct, PersonId, Role } from '../../core/desk/roles'
import type { Db } from '../connection'

export type LogLine = {
  readonly at: Date
  readonly person: PersonId
  /** Their address, as it was. */
  readonly who: string
  readonly role: Role
  readonly act: LogAct
  /** What it was done to, by a name that is no shopper's: an order's number, a person of the shop, a setting. */
  readonly about: string
  readonly why: string
}

/** Adds a line for good: the database lets nobody change one. */
export async function appendLog(db: Db, line: LogLine): Promise<void> {
  await db.insertInto('deskLog').values(line).execute()
}

export type LogRow = LogLine & { readonly id: number }

export type LogFilter = {
  /** The address of who did it, or what it was done to; null: all. */
  readonly about: string | null
  /** Lines older than this one; null: from the newest. */
  readonly before: number | null
}

/** The newest lines first, `most` at most. What is looked for is looked up by two indexes, however long the log is. */
export async function listLog(
  db: Db,
  { about, before }: LogFilter,
  most: number,
): Promise<LogRow[]> {
  const lines = db
    .selectFrom('deskLog')
    .selectAll()
    .$if(before !== null, (query) => query.where('id', '<', before))
    .orderBy('id', 'desc')
    .limit(most)
  if (about === null) return lines.execute()
  const person = db.selectFrom('deskPeople').select('deskPeople.id').where('email', '=', about)
  const both = await Promise.all([
    lines.where('person', '=', person).execute(),
    lines.where('about', '=', about).execute(),
  ])
  const found = new Map(both.flat().map((line) => [line.id, line]))
  return [...found.values()].sort((a, b) => b.id - a.id).slice(0, most)
}
