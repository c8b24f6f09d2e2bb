import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from './scratch-database'

let one: ScratchDatabase
let other: ScratchDatabase

beforeAll(async () => {
  ;[one, other] = await Promise.all([scratchDatabase(), scratchDatabase()])
})

afterAll(() => Promise.all([one.drop(), other.drop()]))

test('a scratch database has our tables', async () => {
  const { rows } = await one.pool.query(
    `select count(*)::int as tables from pg_tables where schemaname = 'public'`,
  )
  expect(rows[0].tables).toBeGreaterThan(0)
})

test('what one test writes another does not see', async () => {
  await one.pool.query('create table note (text text)')
  await expect(other.pool.query('select * from note')).rejects.toThrow('does not exist')
})

test('a dropped database is gone, also while somebody is connected', async () => {
  const third = await scratchDatabase()
  const forgotten = await third.pool.connect()
  forgotten.on('error', () => undefined)
  forgotten.release()
  await third.drop()
  const { rows } = await one.pool.query('select 1 from pg_database where datname = $1', [
    new URL(third.url).pathname.slice(1),
  ])
  expect(rows).toEqual([])
})
