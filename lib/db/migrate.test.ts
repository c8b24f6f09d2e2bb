import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createScratchDatabase, dropScratchDatabase } from '@/lib/proof/shop/test-postgres'
import { connect } from './connection'
import { fillDemonstration } from './demonstration/fill'
import { hasGoods } from './goods/products'
import { isMigrated, migrate, migrateStepByStep, steps } from './migrate'

/* A shop begins empty, and a database of any age ends as one that is new. */

const server = inject('testServer')
const made: string[] = []
const empty = async () => {
  const url = await createScratchDatabase(server)
  made.push(url)
  return url
}

let fresh: string
beforeAll(async () => {
  fresh = await empty()
  await migrate(fresh)
})
afterAll(async () => {
  for (const url of made) await dropScratchDatabase(server, url)
})

// Whether a column may be null is asked of the columns: that such a constraint has a name says nothing.
const queries = [
  `select table_name, column_name, data_type, is_nullable, column_default, is_identity
   from information_schema.columns where table_schema = 'public' order by 1, 2`,
  `select conrelid::regclass::text as table_name, conname, pg_get_constraintdef(oid)
   from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n' order by 1, 2`,
  `select indexname, indexdef from pg_indexes where schemaname = 'public' order by 1`,
  `select tgname, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal order by 1, 2`,
  `select proname, regexp_replace(prosrc, '\\s+', ' ', 'g') from pg_proc
   where pronamespace = 'public'::regnamespace order by 1`,
  `select relname, relpersistence from pg_class where relnamespace = 'public'::regnamespace order by 1`,
  'select name from kysely_migration order by 1',
]

/** All that the system's own tables know of a database of ours. */
async function catalogue(url: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const found: unknown[] = []
    for (const query of queries) found.push((await client.query(query)).rows)
    return found
  } finally {
    await client.end()
  }
}

test.each(Object.keys(steps))(
  'a database that stopped at %s ends as one that is new',
  async (last) => {
    const url = await empty()
    await migrateStepByStep(url, last)
    await migrate(url)
    expect(await catalogue(url)).toEqual(await catalogue(fresh))
  },
)

test('a shop begins without goods, gets those of the demonstration when it is asked, and once', async () => {
  const { db } = connect(fresh)
  try {
    expect([await isMigrated(db), await hasGoods(db)]).toEqual([true, false])
    const both = await Promise.all([fillDemonstration(db), fillDemonstration(db)])
    expect(both.toSorted()).toEqual(['filled', 'has_goods'])
    expect(await fillDemonstration(db)).toBe('has_goods')
    const plans = await db.selectFrom('plans').select('id').execute()
    expect([await hasGoods(db), plans.length]).toEqual([true, 4])
  } finally {
    await db.destroy()
  }
})

test('what cannot be brought up to date is left as it was', async () => {
  const url = await empty()
  await migrateStepByStep(url, '014-refusal-codes')
  const before = await catalogue(url)
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query('create table ledger (somebody text)')
  await expect(migrate(url)).rejects.toThrow('ledger')
  await client.query('drop table ledger')
  await client.end()
  expect(await catalogue(url)).toEqual(before)
})
