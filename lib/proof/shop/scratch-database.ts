import { Pool } from 'pg'
import { inject } from 'vitest'
import { createScratchDatabase, dropScratchDatabase } from './test-postgres'

export type ScratchDatabase = {
  readonly url: string
  readonly pool: Pool
  drop(): Promise<void>
}

/** A database of one's own with our schema in it and nothing else. Give it back with `drop`. */
export async function scratchDatabase(): Promise<ScratchDatabase> {
  const server = inject('testServer')
  const url = await createScratchDatabase(server, inject('testTemplate'))
  const pool = new Pool({ connectionString: url, max: 5 })
  // `drop` ends connections that a test forgot; their complaint is not news.
  pool.on('error', () => undefined)
  return {
    url,
    pool,
    drop: async () => {
      if (!pool.ended) await pool.end()
      await dropScratchDatabase(server, url)
    },
  }
}
