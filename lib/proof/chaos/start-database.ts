import { rm, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'pg'
import { filesOf, findRunning, readPassword } from '@/lib/launch/postgres-data'
import { type PostgresPlace, placeFor } from '@/lib/launch/postgres-place'
import { connectOrStart, type ServerSettings, stopServer } from '@/lib/launch/postgres-server'
import { stablePort } from './ports'

export type DatabaseProcess = {
  readonly url: string
  /** For looking at what is there; it survives the server. */
  readonly pool: Pool
  /** Ends the server as a power cut would, and starts it again after so many milliseconds. */
  interrupt(downMs: number): Promise<void>
  stop(): Promise<void>
}

// As a shop would run it: what was committed is on the disk.
const DURABLE: ServerSettings = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }

/** A Postgres that can be killed, with nothing in it. A run that was killed itself leaves nothing to this one. */
export async function startDatabase(folder: string): Promise<DatabaseProcess> {
  const place = await placeFor(folder)
  await stopServer(place)
  await rm(filesOf(place).data, { recursive: true, force: true })
  const port = await stablePort()
  await writeFile(filesOf(place).port, String(port))
  await start(place, port)

  const url = `postgres://norang:${await readPassword(place)}@127.0.0.1:${port}/postgres`
  const pool = new Pool({ connectionString: url, max: 3 })
  pool.on('error', () => undefined)
  return {
    url,
    pool,
    interrupt: async (downMs) => {
      await kill(place)
      await sleep(downMs)
      await start(place, port)
    },
    stop: async () => {
      await pool.end().catch(() => undefined)
      await stopServer(place)
    },
  }
}

async function start(place: PostgresPlace, port: number): Promise<void> {
  const client = await connectOrStart(place, DURABLE)
  await client.end().catch(() => undefined)
  const running = await findRunning(place)
  if (running?.port !== port) throw new Error(`Postgres came back on another port than ${port}.`)
}

/** What `pg_ctl stop -m immediate` does: nobody says goodbye, and the next start recovers from the log. */
async function kill(place: PostgresPlace): Promise<void> {
  const running = await findRunning(place)
  if (!running) throw new Error('Postgres was gone before it was killed.')
  process.kill(running.pid, 'SIGQUIT')
  while (await findRunning(place)) await sleep(20)
}
