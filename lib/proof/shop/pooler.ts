import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { TestContext } from 'vitest'
import { freePort } from '@/lib/launch/port'

export type Pooler = {
  /** The same database, behind the pooler. */
  through(databaseUrl: string): string
  stop(): Promise<void>
}

// Debian puts it where only root's shell looks.
const program = ['pgbouncer', '/usr/sbin/pgbouncer'].find(
  (path) => spawnSync(path, ['--version']).status === 0,
)
export const hasPooler = program !== undefined

/** For tests that cannot do without: skips them with what there is to install. */
export const needsPooler = ({ skip }: Pick<TestContext, 'skip'>) =>
  skip(!hasPooler, 'needs PgBouncer: install it, on Debian by "apt-get install pgbouncer"')

const START_LIMIT_MS = 20_000

/**
 * A real PgBouncer in transaction mode on loopback: consecutive transactions of a client run on different connections
 * to the server, and what one of them leaves behind is not there for the next.
 */
export async function startPooler(server: string): Promise<Pooler> {
  if (program === undefined) throw new Error('there is no PgBouncer')
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
  const child = spawn(program, ['-q', ...asSomebody, config], { stdio: 'ignore' })
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
