import { randomBytes } from 'node:crypto'
import { Client, Pool } from 'pg'
import { inject } from 'vitest'
import { databaseOn } from './database-setup'

export type ScratchDatabase = {
  readonly url: string
  readonly pool: Pool
  drop(): Promise<void>
}

/** A database of one's own with our schema in it and nothing else. Give it back with `drop`. */
export async function scratchDatabase(): Promise<ScratchDatabase> {
  const server = inject('testServer')
  // The time in the name lets a later run clear away what a killed one left.
  const born = Math.floor(Date.now() / 1000)
  const name = `norang_scratch_${born}_${randomBytes(5).toString('hex')}`
  await tell(server, `create database ${name} template ${inject('testTemplate')}`)

  const url = databaseOn(server, name)
  const pool = new Pool({ connectionString: url, max: 5 })
  // `drop` ends connections that a test forgot; their complaint is not news.
  pool.on('error', () => undefined)
  return {
    url,
    pool,
    drop: async () => {
      if (!pool.ended) await pool.end()
      await tell(server, `drop database if exists ${name} with (force)`)
    },
  }
}

async function tell(server: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
