import { CamelCasePlugin, Kysely, PostgresAdapter, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Database } from './schema'

export type Db = Kysely<Database>
export type Tx = Transaction<Database>

const BIGINT = 20

// Kysely's own lock of migrations is a session's: behind a pooler in transaction mode it holds nobody off, and stays
// behind on a connection that others get. lib/db/migrate.ts has one that ends with its transaction.
const noLock = async () => undefined
const adapter = Object.assign(new PostgresAdapter(), {
  acquireMigrationLock: noLock,
  releaseMigrationLock: noLock,
})

/** How a process that comes and goes connects. */
export type Sparing = {
  readonly max: number
  /** Asked about each new connection before anybody has it. It throws to refuse. */
  readonly mayUse?: ((client: pg.ClientBase) => Promise<void>) | undefined
}

/** A pool and kysely on it. Whoever connects also ends the pool. */
export function connect(url: string, sparing?: Sparing): { pool: pg.Pool; db: Db } {
  const pool = new pg.Pool({
    connectionString: url,
    ...(sparing ? sparingly(sparing) : { max: 10 }),
    // Won and row numbers are far below 2^53, so a bigint arrives as a number.
    types: {
      getTypeParser: (id, format) =>
        Number(id) === BIGINT ? Number : pg.types.getTypeParser(id, format),
    },
  })
  // A connection that breaks while it idles must not end the process: the next query opens another.
  pool.on('error', () => undefined)
  const db = new Kysely<Database>({
    dialect: Object.assign(new PostgresDialect({ pool }), { createAdapter: () => adapter }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  return { pool, db }
}

// Longer than any transaction of ours: who waits in vain for a connection is told so, and does not hang.
const PATIENCE_MS = 15_000

/** The same for whoever makes a pool without kysely. */
export const sparingly = ({ max, mayUse }: Sparing): pg.PoolConfig => ({
  max,
  connectionTimeoutMillis: PATIENCE_MS,
  ...(mayUse ? { onConnect: mayUse } : {}),
})
