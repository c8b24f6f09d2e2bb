import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { freePort } from './port.ts'
import {
  asServer,
  filesOf,
  findRunning,
  initialise,
  readPassword,
  readPort,
  whoseFolder,
} from './postgres-data.ts'
import type { PostgresPlace } from './postgres-place.ts'

/** Names and values as in postgresql.conf. */
export type ServerSettings = Readonly<Record<string, string>>

/** Every connection of a launcher carries it, so that launchers can tell each other from a shop. */
export const LAUNCHER = 'norang launcher'

const START_LIMIT_MS = 60_000 // after a kill -9 the server reads its log again first
// Processes of a server that was killed may outlive it for a moment, and Postgres waits for them to go.
const REFUSAL_LIMIT_MS = 10_000

/** Finds the server of this folder or starts one, and connects to it. The caller holds the lock. */
export async function connectOrStart(
  place: PostgresPlace,
  settings: ServerSettings,
): Promise<Client> {
  await initialise(place)
  const began = Date.now()
  while (Date.now() - began < START_LIMIT_MS) {
    const found = await joined(place)
    if (found instanceof Client) return found
    if (found === 'not_ready') await sleep(50)
    else if ((await started(place, settings)) === 'refused') {
      if (Date.now() - began > REFUSAL_LIMIT_MS) break
      await sleep(250)
    }
  }
  throw new Error(`it does not answer, and the last it said is "${await lastWords(place)}"`)
}

/** Connects to the server that runs on this very folder, if there is one. */
async function joined(place: PostgresPlace): Promise<Client | 'not_ready' | 'nobody'> {
  const running = await findRunning(place)
  if (running === null) return 'nobody'
  if (running.moved) {
    // Ours was moved while it ran, and the paths that it knows lead nowhere.
    await stopServer(place)
    return 'nobody'
  }
  const client = await connected(place, running.port)
  if (client === null) return 'not_ready'
  // A number and a port that were copied, or left behind, may be another server's by now.
  const folder = await client
    .query<{ data_directory: string }>('show data_directory')
    .then(({ rows }) => rows[0]?.data_directory ?? null)
    .catch(() => null)
  if (folder !== null && (await whoseFolder(place, folder)) === 'ours') return client
  await client.end().catch(() => undefined)
  return folder === null ? 'not_ready' : 'nobody'
}

/** Stops the server and waits until it has gone. The caller holds the lock. */
export async function stopServer(place: PostgresPlace): Promise<void> {
  const running = await findRunning(place)
  if (!running) return
  process.kill(running.pid, 'SIGINT')
  const began = Date.now()
  while (Date.now() - began < START_LIMIT_MS && (await findRunning(place))) await sleep(20)
}

/** Null: not ready yet. */
async function connected(place: PostgresPlace, port: number): Promise<Client | null> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: 'norang',
    password: await readPassword(place),
    database: 'postgres',
    ssl: false,
    application_name: LAUNCHER,
  })
  // Without a listener, a server that dies would take this process with it.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    if (isNotReadyYet(error)) return null
    throw error
  }
}

const CANNOT_CONNECT_NOW = '57P03'

const isNotReadyYet = (error: unknown) =>
  error instanceof Error &&
  'code' in error &&
  ['ECONNREFUSED', 'ECONNRESET', CANNOT_CONNECT_NOW].includes(String(error.code))

/** Starts a server in a session of its own, so that Ctrl-C in our terminal ends the shop before its database. */
async function started(
  place: PostgresPlace,
  settings: ServerSettings,
): Promise<'started' | 'refused'> {
  const files = filesOf(place)
  // What kill -9 left behind: its number may be a stranger's by now, and then Postgres would refuse to start.
  await rm(files.pid, { force: true })
  // The port of last time if it can be had, so that an open database tool stays connected.
  const port = await freePort(await readPort(place))
  await writeFile(files.port, String(port))
  // Loopback only, and no socket file: the password is the one way in, on a machine that others use too.
  const fixed = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port) }
  const flags = Object.entries({ ...settings, ...fixed }).flatMap(([k, v]) => ['-c', `${k}=${v}`])
  const log = openSync(files.log, 'w', 0o600)
  const server = spawn(join(place.binaries, 'postgres'), ['-D', files.data, ...flags], {
    ...asServer(place),
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  server.unref()
  return untilKnown(place, server)
}

async function untilKnown(
  place: PostgresPlace,
  server: ChildProcess,
): Promise<'started' | 'refused'> {
  let failure: Error | null = null
  server.once('error', (error) => {
    failure = error
  })
  while ((await findRunning(place)) === null) {
    if (failure) throw failure
    if (server.exitCode !== null || server.signalCode !== null) return 'refused'
    await sleep(10)
  }
  return 'started'
}

const lastWords = async (place: PostgresPlace) =>
  (await readFile(filesOf(place).log, 'utf8').catch(() => '')).trim().split('\n').at(-1) ?? ''
