import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { type Count, countAll, forgetCounts } from './counts'

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(() => database.drop())

let keys = 0
const upTo = (times: number, seconds = 60): Count => ({ key: `key ${++keys}`, times, seconds })
const count = (...counts: Count[]) => countAll(database.pool, counts)
const timesOf = async ({ key }: Count) => {
  const { rows } = await database.pool.query('select times from counts where key = $1', [key])
  return rows[0]?.times ?? 0
}

test('of forty at once exactly ten pass a limit of ten', async () => {
  const ten = upTo(10)
  const tries = await Promise.all(Array.from({ length: 40 }, () => count(ten)))
  expect(tries.filter((full) => full === null)).toHaveLength(10)
  for (const full of tries) expect(full?.wait ?? 60).toBeGreaterThan(50)
})

test('whoever is refused by the narrow count does not use up the wide one', async () => {
  const [narrow, wide] = [upTo(3), upTo(100)]
  const tries = await Promise.all(Array.from({ length: 20 }, () => count(narrow, wide)))
  expect(tries.filter((full) => full?.count === narrow)).toHaveLength(17)
  expect(await timesOf(wide)).toBe(3)
  const another = upTo(10)
  expect(await count(narrow, another)).toMatchObject({ count: narrow })
  expect(await timesOf(another)).toBe(0)
})

test('the wide count holds over many narrow ones', async () => {
  const wide = upTo(10)
  const tries = await Promise.all(Array.from({ length: 40 }, () => count(upTo(3), wide)))
  expect(tries.filter((full) => full?.count === wide)).toHaveLength(30)
})

test('counting begins anew when its time is over, and not before', async () => {
  const short = upTo(2, 1)
  expect([await count(short), await count(short)]).toEqual([null, null])
  expect(await count(short)).toEqual({ count: short, wait: 1 })
  await database.pool.query('update counts set ends_at = now() where key = $1', [short.key])
  expect([await count(short), await count(short)]).toEqual([null, null])
  expect(await count(short)).toMatchObject({ count: short })
})

test('what no longer counts is forgotten', async () => {
  const [over, open] = [upTo(1), upTo(1)]
  await count(over, open)
  await database.pool.query('update counts set ends_at = now() where key = $1', [over.key])
  await forgetCounts(database.pool)
  expect([await timesOf(over), await timesOf(open)]).toEqual([0, 1])
})
