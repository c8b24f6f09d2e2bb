import { Client } from 'pg'
import { whatItSaid } from '../sentences-of'

// Any fixed number that nobody else in this database uses.
const LOCK = 7_306_020_002

/**
 * Holds a database for as long as the work lasts, and answers with null when somebody else does. It is a lock of a
 * session, which falls away by itself with whoever is killed.
 */
export async function asTheOnlyOne<T>(
  databaseUrl: string,
  work: () => Promise<T>,
): Promise<T | null> {
  const client = new Client({ connectionString: databaseUrl })
  // Without a listener, a server that dies would take this process with it.
  client.on('error', () => undefined)
  await client.connect().catch((error) => {
    const { host, pathname } = new URL(databaseUrl)
    throw new Error(`The database ${host}${pathname} cannot be used: ${whatItSaid(error)}.`)
  })
  try {
    const { rows } = await client.query<{ mine: boolean }>(
      'select pg_try_advisory_lock($1) as mine',
      [LOCK],
    )
    return rows[0]?.mine ? await work() : null
  } finally {
    await client.end().catch(() => undefined)
  }
}
