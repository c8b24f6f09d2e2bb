import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { PostgresPlace } from './postgres-place.ts'

const run = promisify(execFile)

/** What lies in a server's folder. */
export const filesOf = ({ folder }: PostgresPlace) => ({
  data: join(folder, 'data'),
  password: join(folder, 'data', 'norang-password'),
  pid: join(folder, 'data', 'postmaster.pid'),
  port: join(folder, 'port'),
  log: join(folder, 'server.log'),
})

/** How to run one of Postgres's programs there. */
export const asServer = (place: PostgresPlace) => ({ ...place.user, cwd: place.folder })

// Postgres's own locale: the same on every machine, and it knows upper and lower case beyond English.
const localeFlags = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
]

/** Password and data come into being together, by one rename: a start that was killed half-way left nothing. */
export async function initialise(place: PostgresPlace): Promise<void> {
  const there = await stat(filesOf(place).data).catch(() => null)
  // What root has copied is root's, and Postgres takes no data that are somebody else's.
  if (there && place.user && there.uid !== place.user.uid)
    await run('chown', ['-R', `${place.user.uid}:${place.user.gid}`, filesOf(place).data])
  if (there) return
  const setup = join(place.folder, 'setup')
  await rm(setup, { recursive: true, force: true })
  await mkdir(setup, { mode: 0o700 })
  const password = join(setup, 'password')
  await writeFile(password, `${randomBytes(18).toString('hex')}\n`, { mode: 0o600 })
  if (place.user)
    for (const path of [setup, password]) await chown(path, place.user.uid, place.user.gid)

  const data = join(setup, 'data')
  const choices = ['--username=norang', '--auth=scram-sha-256', ...localeFlags]
  const paths = [`--pgdata=${data}`, `--pwfile=${password}`]
  await run(join(place.binaries, 'initdb'), [...choices, ...paths], asServer(place))
  await rename(password, join(data, 'norang-password'))
  await rename(data, filesOf(place).data)
  await rm(setup, { recursive: true })
}

export const readPassword = async (place: PostgresPlace) =>
  (await readFile(filesOf(place).password, 'utf8')).trim()

/** The port of last time, or 0. */
export const readPort = async (place: PostgresPlace) =>
  Number(await readFile(filesOf(place).port, 'utf8').catch(() => '0'))

export type Running = {
  readonly pid: number
  readonly port: number
  /** It runs on a folder that is not there any more under the name by which it was started: ours was moved. */
  readonly moved: boolean
}

/** The server of this folder as its own postmaster.pid tells it, if it is still alive. */
export async function findRunning(place: PostgresPlace): Promise<Running | null> {
  const lines = (await readFile(filesOf(place).pid, 'utf8').catch(() => '')).split('\n')
  const [pid = '', data = '', , port = ''] = lines
  if (pid === '' || data === '' || !(await isServer(pid, data))) return null
  const whose = await whoseFolder(place, data)
  return whose === 'another'
    ? null
    : { pid: Number(pid), port: Number(port), moved: whose === null }
}

/** Whose folder that is by its real path; null: it is not there. A copied folder names the one it was copied from. */
export async function whoseFolder(
  place: PostgresPlace,
  data: string,
): Promise<'ours' | 'another' | null> {
  const real = await realpath(data).catch(() => null)
  if (real === null) return null
  return real === (await realpath(filesOf(place).data)) ? 'ours' : 'another'
}

/** A number alone proves nothing: after kill -9 it may belong to a stranger, or to a zombie that nobody buries. */
async function isServer(pid: string, data: string): Promise<boolean> {
  const command =
    process.platform === 'linux'
      ? readFile(`/proc/${pid}/cmdline`, 'utf8')
      : run('ps', ['-p', pid, '-o', 'command=']).then(({ stdout }) => stdout)
  return (await command.catch(() => '')).includes(data)
}
