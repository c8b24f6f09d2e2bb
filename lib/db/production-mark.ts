import type pg from 'pg'
import type { Db } from './connection'
import { setSetting } from './settings'

const MARK = 'production'

/** Says of this database that it is production's, also to copies of it. */
export const leaveMark = (db: Db): Promise<void> => setSetting(db, MARK, 'here')

const NO_SUCH_TABLE = '42P01'

/** Did production migrate this database, or the one that it is a copy of? */
export async function hasMark(client: Pick<pg.ClientBase, 'query'>): Promise<boolean> {
  try {
    const { rowCount } = await client.query('select from settings where key = $1', [MARK])
    return rowCount === 1
  } catch (error) {
    // What has no tables yet is nobody's.
    if (error instanceof Error && 'code' in error && error.code === NO_SUCH_TABLE) return false
    throw error
  }
}
