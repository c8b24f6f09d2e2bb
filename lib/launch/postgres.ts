import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { withLock } from './lock.ts'
import { readPassword, readPort } from './postgres-data.ts'
import { type PostgresPlace, placeFor } from './postgres-place.ts'
import { connectOrStart, LAUNCHER, type ServerSettings, stopServer } from './postgres-server.ts'

/** Where our own data lies. */
export const EMBEDDED = '.data/postgres'

export type Postgres = {
  readonly url: string
  /** Where the data is. Another folder than asked for when the server's user cannot enter that one. */
  readonly folder: string
  /** Another launcher holds on to it as well. */
  isShared(): Promise<boolean>
  /** Lets go of the server. It stops when nobody else uses it. */
  stop(): Promise<void>
}

/**
 * A Postgres of our own for one folder: the one that runs there already, or a new one. However many
 * processes ask, there is one server, and it stays for as long as one of them holds on to it.
 * What dies without a word (launcher, server, both) is found or recovered by the next start. Where none can run, the
 * setting that is to name another one is said.
 */
export async function startPostgres(
  folder: string,
  settings: ServerSettings = {},
  instead = 'DATABASE_URL',
): Promise<Postgres> {
  try {
    return await start(folder, settings)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(
      `The embedded Postgres cannot run here (${firstLine(why)}): set ${instead} to a Postgres of your own.`,
    )
  }
}

async function start(folder: string, settings: ServerSettings): Promise<Postgres> {
  await mkdir(folder, { recursive: true })
  const lock = join(folder, 'lock')
  const place = await withLock(lock, () => placeFor(folder))
  let keeper: Client
  let stopping = false

  // One open connection says "in use" to other launchers, and falls away by itself when we are killed.
  const hold = async () => {
    keeper = await withLock(lock, () => connectOrStart(place, settings))
    keeper.once('end', () => {
      if (!stopping) hold().catch((error) => console.error(`Postgres has gone: ${error.message}`))
    })
  }
  await hold()

  return {
    url: await urlOf(place),
    folder: place.folder,
    isShared: async () => (await usersOf(keeper)).includes('launcher'),
    stop: async () => {
      stopping = true
      await withLock(lock, () => letGo(keeper, place))
    },
  }
}

async function letGo(keeper: Client, place: PostgresPlace): Promise<void> {
  const used = await isUsedByOthers(keeper)
  await keeper.end().catch(() => undefined)
  if (!used) await stopServer(place)
}

const GOODBYE_MS = 3_000 // a shop that has just ended takes a moment until its last connection is gone

async function isUsedByOthers(keeper: Client): Promise<boolean> {
  const began = Date.now()
  for (;;) {
    const users = await usersOf(keeper)
    if (users.length === 0) return false
    if (users.includes('launcher') || Date.now() - began > GOODBYE_MS) return true
    await sleep(100)
  }
}

/** Who else has a connection. */
async function usersOf(keeper: Client): Promise<('launcher' | 'shop')[]> {
  const { rows } = await keeper
    .query<{ launcher: boolean }>(
      `select application_name = $1 as launcher from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid()`,
      [LAUNCHER],
    )
    .catch(() => ({ rows: [] }))
  return rows.map(({ launcher }) => (launcher ? 'launcher' : 'shop'))
}

async function urlOf(place: PostgresPlace): Promise<string> {
  return `postgres://norang:${await readPassword(place)}@127.0.0.1:${await readPort(place)}/postgres`
}

const firstLine = (text: string) => text.trim().split('\n')[0]
