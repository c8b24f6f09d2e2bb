import { createHash, randomBytes } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { Client, Pool } from 'pg'
import { connect } from '@/lib/db/connection'
import { fillDemonstration } from '@/lib/db/demonstration/fill'
import { migrate } from '@/lib/db/migrate'
import { startPostgres } from '@/lib/launch/postgres'
import { migrate as migrateSimulator } from '@/lib/simulator/migrate'
import { inMemory } from './in-memory'

/** A server on which tests may make and drop databases. */
export type TestPostgres = { readonly url: string; stop(): Promise<void> }

// Nothing here needs to survive a power cut, and every test makes a database.
const QUICK = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  // Every test copies a database: this way the system copies its files, without reading them.
  file_copy_method: 'clone',
  // Counts what is asked, for whoever asks it to.
  shared_preload_libraries: 'pg_stat_statements',
}

export async function startTestPostgres(): Promise<TestPostgres> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => undefined }
  return startPostgres(inMemory('.data/test-postgres'), QUICK)
}

/** Migrates one database, named by what the migrations say, so that the next run finds it ready. */
export async function prepareTemplate(server: string): Promise<string> {
  const template = `norang_template_${schemaFingerprint()}`
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    // Two runs at once: the second waits, and finds the work done.
    await client.query(`select pg_advisory_lock(hashtext('norang_template'))`)
    const found = await client.query('select 1 from pg_database where datname = $1', [template])
    if (found.rowCount === 0) await build(client, server, template)
    await client.query(`comment on database ${template} is '${seconds()}'`)
    await dropLeftovers(client)
    return template
  } finally {
    await client.end()
  }
}

async function build(client: Client, server: string, template: string): Promise<void> {
  const half = `${template}_half`
  await client.query(`drop database if exists ${half} with (force)`)
  await client.query(`create database ${half}`)
  await migrate(databaseOn(server, half))
  const { db } = connect(databaseOn(server, half))
  await fillDemonstration(db).finally(() => db.destroy())
  const pool = new Pool({ connectionString: databaseOn(server, half), max: 1 })
  await migrateSimulator(pool).finally(() => pool.end())
  await client.query(`alter database ${half} rename to ${template}`)
}

// What may change the schema: our migrations, the simulator's, and the version of the job queue.
const SCHEMA_SOURCES = ['lib/db/**/*.ts', 'lib/simulator/migrate.ts', 'package-lock.json']

function schemaFingerprint(): string {
  const hash = createHash('sha256')
  const files = globSync(SCHEMA_SOURCES, { exclude: ['**/*.test.ts'] }).sort()
  for (const file of files) hash.update(file).update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

const LEFT_AFTER_S = 3600 // no run takes as long

/** Databases of runs that were killed, and templates that no run has asked for lately. */
async function dropLeftovers(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string; used: string | null }>(
    `select datname as name,
            coalesce(substring(datname from '^norang_scratch_(\\d+)_'),
                     shobj_description(oid, 'pg_database')) as used
     from pg_database where datname ~ '^norang_(scratch|template)_'`,
  )
  for (const { name, used } of rows) {
    if (seconds() - Number(used ?? 0) < LEFT_AFTER_S) continue
    // One that somebody is connected to refuses to go, which is right.
    await client.query(`drop database if exists ${name}`).catch(() => undefined)
  }
}

/** Makes an empty database, or a copy of the template, under a name that tells a later run how old it is. */
export async function createScratchDatabase(
  server: string,
  template = 'template1',
): Promise<string> {
  const name = `norang_scratch_${seconds()}_${randomBytes(5).toString('hex')}`
  // Copied as files, which without fsync is four times as quick as through the log.
  await execute(server, `create database ${name} template ${template} strategy file_copy`)
  return databaseOn(server, name)
}

export async function dropScratchDatabase(server: string, url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1)
  await execute(server, `drop database if exists ${name} with (force)`)
}

async function execute(server: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

const seconds = () => Math.floor(Date.now() / 1000)

function databaseOn(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
