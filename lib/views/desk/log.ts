import type { Db } from '../../db/connection'
import { type LogFilter, type LogRow, listLog } from '../../db/desk/desk-log'

const A_PAGE = 50

export type LogView = {
  readonly lines: readonly LogRow[]
  /** Where the next page begins; null: this is the last. */
  readonly older: number | null
}

/** One page of what people of the shop did, newest first. */
export async function logView(db: Db, filter: LogFilter): Promise<LogView> {
  const rows = await listLog(db, filter, A_PAGE + 1)
  const lines = rows.slice(0, A_PAGE)
  return { lines, older: rows.length > A_PAGE ? (lines.at(-1)?.id ?? null) : null }
}
