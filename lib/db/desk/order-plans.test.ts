import { CamelCasePlugin, CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listed } from '@/lib/proof/run/run-sizes'
import { fillManyOrders } from '@/lib/proof/shop/many-orders'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'
import type { Db } from '../connection'
import type { Database } from '../schema'
import { listOrders } from './order-list'
import { everyOrder, type OrderFilter, type OrderQuery, orderSorts } from './order-query'
import { askedWords } from './order-words'

/* Whatever is asked of the list of orders, no table is read from end to end for it. */

const MOST_MS = 600_000
// Where there is little to read, reading all of it is cheap: here it is what is done when there is no other way.
const options = listed < 100_000 ? '-c enable_seqscan=off' : ''
let database: ScratchDatabase
let db: Db
let asked: { sql: string; parameters: readonly unknown[] }[] = []

beforeAll(async () => {
  database = await scratchDatabase()
  await fillManyOrders(database.pool, listed)
  db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: new Pool({ connectionString: database.url, options }) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log: ({ query }) => {
      asked.push(query)
    },
  })
}, MOST_MS)
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

const query = (change: Partial<Omit<OrderQuery, 'filter'>>, filter: Partial<OrderFilter> = {}) => ({
  ...everyOrder,
  ...change,
  filter: { ...everyOrder.filter, ...filter },
})

/** What is read from end to end for a page, of all that is asked for it. */
async function readWhole(wanted: OrderQuery): Promise<string[]> {
  asked = []
  await listOrders(db, wanted, 50)
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.length).toBeLessThanOrEqual(3)
  const whole: string[] = []
  for (const { sql, parameters } of [...asked]) {
    const { rows } = await db.executeQuery<object>(
      CompiledQuery.raw(`explain (format json) ${sql}`, [...parameters]),
    )
    for (const [, table = ''] of JSON.stringify(rows).matchAll(
      /"Node Type":"Seq Scan"(?:(?!"Node Type").)*?"Relation Name":"(\w+)"/g,
    ))
      whole.push(table)
  }
  return whole
}

const cursor = {
  side: 'after',
  key: Date.now() - 200 * 86_400_000,
  number: '20260601-X0001',
} as const
const before = { ...cursor, side: 'before' } as const
const found = (text: string) => ({ search: { ...askedWords(text), mayNamePeople: true } })

const filters: Partial<OrderFilter>[] = [
  {},
  { status: 'paid' },
  { status: 'confirming' },
  { sent: 'to_be_sent' },
  { sent: 'partly_sent' },
  { sent: 'delivered' },
  { claimed: 'open' },
  { money: 'part_refunded' },
  { money: 'on_its_way' },
  { money: 'taken' },
  { kind: 'subscription' },
  { kind: 'charge' },
  { kind: 'single' },
  { method: 'scheme' },
  { device: 'iPhone' },
  { from: new Date(Date.now() - 86_400_000), until: new Date() },
  { least: 50_000, most: 60_000 },
  {
    status: 'cancelled',
    sent: 'delivered',
    claimed: 'over',
    money: 'part_refunded',
    device: 'iPad',
  },
]

describe.each(orderSorts)('sorted by %s', (sort) => {
  test.each(filters)('%j', async (filter) => {
    for (const at of [null, cursor, before])
      expect(
        await readWhole(query({ sort, cursor: at && { ...at, ...keyOf(sort) } }, filter)),
      ).toEqual([])
  })
})

const keyOf = (sort: string) => (sort === 'dear' || sort === 'cheap' ? { key: 40_000 } : {})

test.each(
  [
    '5678',
    '홍길동',
    '김길동 7919',
    '서울특별시',
    '유자청',
    'ㄱㄱㄷ',
    '010-1234-5678',
    'buyer77@example.com',
    'PSPO17',
    'RPSPO50',
    '600000000017',
    '20261123-4F7K-1-ab12cd',
    '가'.repeat(10_000),
    'x'.repeat(10_000),
  ].map((text) => [text.slice(0, 30), text] as const),
)('looked for: %s', async (_, text) => {
  for (const filter of [{}, { status: 'paid' as const }, { device: 'iPad' }])
    expect(await readWhole(query(found(text), filter))).toEqual([])
})

test('whoever may not see people looks for references alone', async () => {
  const search = { ...askedWords('PSPO17'), mayNamePeople: false }
  expect(await readWhole(query({ search }))).toEqual([])
})
