import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Database } from './schema'

export type Db = Kysely<Database>
export type Tx = Transaction<Database>

const BIGINT = 20

/** A pool and kysely on it. Whoever connects also ends the pool. */
export function connect(url: string): { pool: pg.Pool; db: Db } {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    // Won and row numbers are far below 2^53, so a bigint arrives as a number.
    types: {
      getTypeParser: (id, format) =>
        Number(id) === BIGINT ? Number : pg.types.getTypeParser(id, format),
    },
  })
  // A connection that breaks while it idles must not end the process: the next query opens another.
  pool.on('error', () => undefined)
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  return { pool, db }
}
