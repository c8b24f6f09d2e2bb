import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '@/lib/launch/port'

export type Pooler = {
  /** The same database, behind the pooler. */
  through(databaseUrl: string): string
  stop(): Promise<void>
}

/** Said where tests of it are skipped. */
export const hasPooler = spawnSync('pgbouncer', ['--version']).status === 0
export const needsPooler = 'needs PgBouncer: install it, with Debian by "apt-get install pgbouncer"'

const START_LIMIT_MS = 20_000

/**
 * A real PgBouncer in transaction mode on loopback: consecutive transactions of a client run on different connections
 * to the server, and what one of them leaves behind is not there for the next.
 */
export async function startPooler(server: string): Promise<Pooler> {
  const { hostname, port, username, password } = new URL(server)
  const folder = mkdtempSync(join(tmpdir(), 'norang-pooler-'))
  const own = await freePort()
  const config = join(folder, 'pgbouncer.ini')
  const login = `user=${username} password=${decodeURIComponent(password)}`
  writeFileSync(
    config,
    `[databases]
* = host=${hostname} port=${port || 5432} ${login}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${own}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 4
max_client_conn = 500
`,
  )
  // It refuses to run as root.
  const asSomebody = process.getuid?.() === 0 ? ['-u', 'nobody'] : []
  const child = spawn('pgbouncer', ['-q', ...asSomebody, config], { stdio: 'ignore' })
  const through = (databaseUrl: string) => {
    const url = new URL(databaseUrl)
    url.host = `127.0.0.1:${own}`
    return url.href
  }
  await untilItAnswers(through(server), () => child.exitCode)
  return {
    through,
    async stop() {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function untilItAnswers(url: string, exitCode: () => number | null): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS
  while (Date.now() < deadline && exitCode() === null) {
    const client = new pg.Client({ connectionString: url })
    const isThere = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => undefined)
    if (isThere) return
    await sleep(50)
  }
  throw new Error('PgBouncer does not answer')
}
