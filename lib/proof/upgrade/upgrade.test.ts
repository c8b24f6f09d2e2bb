import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { migrateStepByStep, steps } from '@/lib/db/migrate'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { createScratchDatabase, dropScratchDatabase } from '@/lib/proof/shop/test-postgres'
import { breaksVersionBefore } from './breaks-version-before'
import { schemaPicture } from './schema-picture'
import { whyItIsFine } from './why-it-is-fine'

/* While a new version is rolled out, the one before works on its schema: a step expands, and contracts a version later. */

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(() => database.drop())

/** What a step would break that does this, on the schema of today. */
async function breaks(sql: string): Promise<string[]> {
  const client = await database.pool.connect()
  try {
    await client.query('begin')
    const before = await schemaPicture(client)
    await client.query(sql)
    return breaksVersionBefore(before, await schemaPicture(client))
  } finally {
    await client.query('rollback')
    client.release()
  }
}

test.each([
  'alter table orders add column gift_note text',
  'alter table orders add column gift boolean not null default false',
  `alter table orders add column wrap text unique check (wrap <> '')`,
  'create table gifts (id bigint generated always as identity primary key, order_id text not null references orders)',
  'create index orders_by_name on orders (name)',
  'create or replace view todays_orders as select id from orders',
])('a step may %s', async (sql) => {
  expect(await breaks(sql)).toEqual([])
})

test.each([
  ['drop table act_links', ['The table act_links is gone.']],
  ['alter table orders drop column parcel', ['The column parcel of orders is gone.']],
  ['alter table orders rename column parcel to tracking', ['The column parcel of orders is gone.']],
  [
    'alter table orders alter column taken type bigint',
    ['The column taken of orders is another: bigint, not null.'],
  ],
  [
    'alter table orders alter column why set not null',
    ['The column why of orders is another: text, not null.'],
  ],
  [
    'alter table orders alter column name drop not null',
    ['The column name of orders is another: text, or null.'],
  ],
  [
    'alter table orders alter column taken drop default',
    ['The column taken of orders must not be left out any more.'],
  ],
  [
    'alter table orders add column gift boolean not null',
    ['The column gift of orders is new and must not be left out.'],
  ],
  [
    'alter table orders add constraint not_little check (amount > 100)',
    [
      'The rule not_little of orders is new and may refuse what was written until now: CHECK ((amount > 100)).',
    ],
  ],
  [
    'create unique index one_each on orders (phone)',
    [
      'The rule one_each of orders is new and may refuse what was written until now: CREATE UNIQUE INDEX one_each ON public.orders USING btree (phone).',
    ],
  ],
  [
    'alter table orders drop constraint orders_number_key',
    ['The rule orders_number_key of orders is gone.'],
  ],
  ['drop trigger plans_changed on plans', ['The trigger plans_changed of plans is gone.']],
  [
    'create trigger nosy after insert on orders execute function catalogue_changed()',
    ['The trigger nosy of orders is new and acts on what the version before writes.'],
  ],
])('a step that would %s breaks the version before', async (sql, sentences) => {
  expect(await breaks(sql)).toEqual(sentences)
})

test('a step that has a trigger do something else breaks the version before', async () => {
  const sql = `create or replace function catalogue_changed() returns trigger language plpgsql
    as $$ begin return null; end $$`
  expect(await breaks(sql)).toContain('The trigger plans_changed of plans does something else.')
})

const FIRST_ROLLED_OUT = '016'
const all = Object.keys(steps)
const rolledOut = all.flatMap((step, index) =>
  step >= FIRST_ROLLED_OUT ? [[all[index - 1] ?? '', step]] : [],
)

test.each(rolledOut)(
  'the version that knows %s works beside the one that takes %s',
  async (before, step) => {
    const url = await createScratchDatabase(inject('testServer'))
    const client = new Client({ connectionString: url })
    try {
      await migrateStepByStep(url, before)
      await client.connect()
      const was = await schemaPicture(client)
      await migrateStepByStep(url, step)
      const broken = breaksVersionBefore(was, await schemaPicture(client))
      expect(broken).toEqual(Object.keys(whyItIsFine[step ?? ''] ?? {}))
    } finally {
      await client.end()
      await dropScratchDatabase(inject('testServer'), url)
    }
  },
)
