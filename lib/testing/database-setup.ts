import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '@/lib/db/migrate'
import { startPostgres } from '@/lib/launch/postgres'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A server on which tests may make databases. */
    testServer: string
    /** The database with our schema that the others are copied from. */
    testTemplate: string
  }
}

// Nothing here needs to survive a power cut, and every test makes a database.
const QUICK = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
}

/** Runs once before all tests. What it returns runs once after them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL
  const postgres = given ? null : await startPostgres('.data/test-postgres', QUICK)
  const server = given ?? postgres?.url ?? ''
  project.provide('testServer', server)
  project.provide('testTemplate', await prepareTemplate(server))
  return async () => postgres?.stop()
}

/** Migrates one database, named by what the migrations say, so that the next run finds it ready. */
async function prepareTemplate(server: string): Promise<string> {
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
  await client.query(`alter database ${half} rename to ${template}`)
}

// What may change the schema: our migrations, and the version of the job queue.
const SCHEMA_SOURCES = ['lib/db/**/*.ts', 'package-lock.json']

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

const seconds = () => Math.floor(Date.now() / 1000)

export function databaseOn(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
