import { afterAll, beforeAll, expect, test } from 'vitest'
import { mostOf } from '@/lib/proof/shop/limits'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { limiterOn } from './limits'

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(() => database.drop())

const key = async () => Buffer.from('a key of the tests')
const instance = (log: (...said: unknown[]) => void = () => undefined) =>
  limiterOn({ pool: database.pool, key, log })
const from = (network: string) => ({ network, mailbox: null, browser: null, letter: null })

test('two instances count together', async () => {
  const [one, other] = [instance(), instance()]
  for (let time = 0; time < mostOf('pay', 'network'); time++)
    expect(await (time % 2 ? one : other).take('pay', from('192.0.2.7'))).toBeNull()
  expect(await one.take('pay', from('192.0.2.7'))).toBeGreaterThan(0)
  expect(await other.take('pay', from('192.0.2.7'))).toBeGreaterThan(0)
})

test('more payments than usual are one line in the log, and nobody is refused', async () => {
  const logged: unknown[][] = []
  const { take } = instance((...said) => logged.push(said))
  await database.pool.query('delete from counts')
  expect(await take('pay', from('192.0.2.8'))).toBeNull()
  await database.pool.query('update counts set times = 1000')
  for (let time = 0; time < 5; time++) expect(await take('pay', from(`192.0.2.${time}`))).toBeNull()
  expect(logged).toEqual([
    [expect.stringContaining('More than usual'), { what: 'pay', times: 1000, seconds: 3600 }],
  ])
})
