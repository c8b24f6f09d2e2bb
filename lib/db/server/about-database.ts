import { Socket } from 'node:net'
import pg from 'pg'

/** What a database says of itself to whoever connects. */
export type AboutDatabase = {
  readonly version: string
  /** Null: a pooler answers, and the way to it cannot be seen. */
  readonly isEncrypted: boolean | null
  readonly way: 'direct' | 'pooled' | 'unclear'
  /** How far its clock is ahead of ours. */
  readonly aheadMs: number
  /** Connections that nobody has; null: not its to say. */
  readonly free: number | null
}

const PATIENCE_MS = 10_000

type Row = {
  readonly version: string
  readonly at: Date
  readonly port: number | null
  readonly ssl: boolean | null
  readonly free: number
}

/** Looks at it by one connection, or throws what kept it from answering. */
export async function aboutDatabase(databaseUrl: string): Promise<AboutDatabase> {
  const socket = new Socket()
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    stream: () => socket,
  })
  // What breaks off later is an answer that does not come.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const before = Date.now()
    const { rows } = await client.query<Row>(question)
    const after = Date.now()
    const [row] = rows
    if (row === undefined) throw new Error('it gave no answer')
    const way = wayTo(databaseUrl, row.port === socket.localPort)
    return {
      version: row.version.split(' ')[0] ?? row.version,
      isEncrypted: isAskedFor(databaseUrl) || (way === 'direct' ? row.ssl === true : null),
      way,
      aheadMs: row.at.getTime() - (before + after) / 2,
      free: way === 'pooled' ? null : row.free,
    }
  } finally {
    await client.end().catch(() => undefined)
  }
}

// Who has which connection is not everybody's to see; how many there are is.
const question = `
  select current_setting('server_version') as version, clock_timestamp() as at,
    (select client_port from pg_stat_activity where pid = pg_backend_pid()) as port,
    (select ssl from pg_stat_ssl where pid = pg_backend_pid()) as ssl,
    current_setting('max_connections')::int
      - current_setting('superuser_reserved_connections')::int
      - (select coalesce(sum(numbackends), 0)::int from pg_stat_database) as free`

/** The port that we call from is the one that the database sees, unless somebody stands between. */
function wayTo(databaseUrl: string, isSamePort: boolean): AboutDatabase['way'] {
  if (isSamePort) return 'direct'
  const { hostname, port } = new URL(databaseUrl)
  return hostname.includes('pool') || POOLERS_PORTS.includes(port) ? 'pooled' : 'unclear'
}

// PgBouncer's own, and Supabase's.
const POOLERS_PORTS = ['6432', '6543']

/** The driver then connects in no other way. */
const isAskedFor = (databaseUrl: string) =>
  /^(require|verify-ca|verify-full|no-verify|prefer)$/.test(
    new URL(databaseUrl).searchParams.get('sslmode') ?? '',
  )
