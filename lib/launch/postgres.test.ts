import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmod,
  cp,
  mkdtemp,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inMemory } from '@/lib/proof/shop/in-memory'
import { startPostgres } from './postgres'

let home: string
let folder: string
const holders: ChildProcess[] = []

beforeEach(async () => {
  home = await mkdtemp(`${inMemory(join(tmpdir(), 'norang-postgres'))}-`)
  folder = join(home, '.data', 'postgres')
  // As mkdtemp makes it nobody else may enter, and as root the server is somebody else.
  if (process.getuid?.() === 0) await chmod(home, 0o755)
})

afterEach(async () => {
  for (const holder of holders.splice(0)) holder.kill('SIGKILL')
  if (await serverPid()) await (await startPostgres(folder)).stop()
  await rm(home, { recursive: true, force: true })
})

test('what was written is there at the next start, at the same address', async () => {
  const first = await startPostgres(folder)
  await write(first.url, 'kept')
  await first.stop()
  expect(await serverPid()).toBeNull()

  const second = await startPostgres(folder)
  expect(second.url).toBe(first.url)
  expect(await read(second.url)).toEqual(['kept'])
  await second.stop()
})

test('a launcher that was killed leaves a server that the next one finds', async () => {
  const killed = await holder()
  const pid = await serverPid()
  killed.process.kill('SIGKILL')
  await once(killed.process, 'exit')

  const next = await startPostgres(folder)
  expect(await serverPid()).toBe(pid)
  expect(next.url).toBe(killed.url)
  await next.stop()
  expect(await serverPid()).toBeNull()
})

test('a server that was killed with its launcher comes back with what was committed', async () => {
  const killed = await holder()
  await write(killed.url, 'committed')
  const pid = await serverPid()
  killed.process.kill('SIGKILL')
  process.kill(Number(pid), 'SIGKILL')

  const next = await startPostgres(folder)
  expect(await serverPid()).not.toBe(pid)
  expect(await read(next.url)).toEqual(['committed'])
  await next.stop()
})

test('a server that is killed under a running launcher is started again', async () => {
  const postgres = await startPostgres(folder)
  const pid = await serverPid()
  process.kill(Number(pid), 'SIGKILL')
  await expect.poll(() => answers(postgres.url), { timeout: 15_000 }).toBe(true)
  expect(await serverPid()).not.toBe(pid)
  await postgres.stop()
  expect(await serverPid()).toBeNull()
})

test('a postmaster.pid whose number belongs to a stranger by now does not stop the start', async () => {
  const first = await startPostgres(folder)
  await first.stop()
  const stale = [process.pid, join(folder, 'data'), 1, 1, '', '127.0.0.1', '', 'ready'].join('\n')
  await writeFile(join(folder, 'data', 'postmaster.pid'), stale)

  const next = await startPostgres(folder)
  expect(await answers(next.url)).toBe(true)
  await next.stop()
})

describe('a folder of the project that was copied, moved or linked', () => {
  const elsewhere = () => `${home}-elsewhere`
  const there = () => join(elsewhere(), '.data', 'postgres')
  afterEach(async () => {
    if (await serverPid(there())) await (await startPostgres(there())).stop()
    await rm(elsewhere(), { recursive: true, force: true })
  })

  test('a copy has a server of its own, and never joins that of the original', async () => {
    const original = await startPostgres(folder)
    await write(original.url, 'original')
    // What is committed reaches the disk, so that the copy is whole.
    await query(original.url, 'checkpoint')
    const pid = await serverPid()
    await cp(home, elsewhere(), { recursive: true })

    const copy = await startPostgres(there())
    expect(copy.url).not.toBe(original.url)
    expect(await serverPid(there())).not.toBe(pid)
    await write(copy.url, 'copy')
    expect(await read(copy.url)).toEqual(['original', 'copy'])
    expect(await read(original.url)).toEqual(['original'])

    await copy.stop()
    expect(await serverPid()).toBe(pid)
    await original.stop()
  })

  test('one that was moved while its server ran goes on with what it had', async () => {
    const killed = await holder()
    await write(killed.url, 'moved along')
    const pid = await serverPid()
    killed.process.kill('SIGKILL')
    await once(killed.process, 'exit')
    await rename(home, elsewhere())

    const next = await startPostgres(there())
    expect(await serverPid(there())).not.toBe(pid)
    expect(await read(next.url)).toEqual(['moved along'])
    await next.stop()
  })

  test('by another name of the same folder the same server is found', async () => {
    const postgres = await startPostgres(folder)
    await symlink(home, elsewhere())
    const linked = await startPostgres(there())
    expect(linked.url).toBe(postgres.url)
    await linked.stop()
    await postgres.stop()
  })
})

test('launchers that start at the same moment share one server', async () => {
  const three = await Promise.all([holder(), holder(), holder()])
  expect(new Set(three.map(({ url }) => url)).size).toBe(1)
  expect(await answers(three[0].url)).toBe(true)
})

test('a launcher that ends leaves the server to the one that still uses it', async () => {
  const [leaves, stays] = [await startPostgres(folder), await holder()]
  await leaves.stop()
  expect(await answers(stays.url)).toBe(true)

  stays.process.stdin?.end()
  await once(stays.process, 'exit')
  expect(await serverPid()).toBeNull()
})

test('a shop that is still connected keeps the server', async () => {
  const postgres = await startPostgres(folder)
  const shop = new Client({ connectionString: postgres.url })
  await shop.connect()
  await postgres.stop()
  expect((await shop.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await shop.end()
})

test('nobody gets in without the password, and nobody but us can read it', async () => {
  const postgres = await startPostgres(folder)
  const guess = new URL(postgres.url)
  guess.password = 'postgres'
  await expect(read(guess.href)).rejects.toThrow('password authentication failed')
  const { mode } = await stat(join(folder, 'data', 'norang-password'))
  expect(mode & 0o077).toBe(0)
  await postgres.stop()
})

test('in a folder that only root may enter, the data goes where its server can reach it', async ({
  skip,
}) => {
  skip(process.getuid?.() !== 0, 'only root runs Postgres as somebody else')
  await chmod(home, 0o700)
  const postgres = await startPostgres(folder)
  expect(postgres.folder).toMatch(/^\/var\/lib\/norang\/[0-9a-f]{16}$/)
  expect(await answers(postgres.url)).toBe(true)
  await postgres.stop()
  await rm(postgres.folder, { recursive: true })
  await chmod(home, 0o755)
})

async function holder() {
  const script = join(import.meta.dirname, '../proof/shop/hold-postgres.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  holders.push(child)
  const [url] = await once(createInterface(child.stdout), 'line')
  return { process: child, url: String(url) }
}

async function serverPid(of = folder): Promise<string | null> {
  const file = await readFile(join(of, 'data', 'postmaster.pid'), 'utf8').catch(() => null)
  return file?.split('\n')[0] ?? null
}

async function query(url: string, sql: string, values: unknown[] = []) {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

const answers = (url: string) =>
  query(url, 'select 1').then(
    () => true,
    () => false,
  )

async function write(url: string, text: string) {
  await query(url, 'create table if not exists note (text text)')
  await query(url, 'insert into note values ($1)', [text])
}

const read = async (url: string) =>
  (await query(url, 'select text from note')).map((row) => row.text)
