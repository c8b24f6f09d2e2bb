import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { findVariant } from '@/lib/db/goods/products'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aNumberedOrder, aPaidNumberedOrder, typistOn } from '@/lib/proof/shop/typed-commands'

let scratch: ScratchDatabase
let shop: TestShop
beforeAll(async () => {
  scratch = await scratchDatabase()
  shop = await openShop({}, Promise.resolve(scratch))
})
afterAll(() => shop.close())
beforeEach(() => shop.deps.pool.query('update variants set stock = 20 where id = $1', [JAR]))

const JAR = 'yuja-preserve'
const type = (...words: string[]) => typistOn(scratch.url)(...words)
const stock = async () => (await findVariant(shop.deps.db, JAR))?.stock
const wishIn = (said: string) => /--wish (\w{22})/.exec(said)?.[1] ?? ''

test('three broken jars are taken off: shown first, done at a word, and once', async () => {
  const shown = await type('stock', JAR, 'change', '-3', '--reason', 'Broken')
  expect(shown.code).toBe(2)
  expect(shown.said).toContain('20 now, 17 then (-3).')
  const wish = wishIn(shown.complained)
  expect(shown.complained).toContain(
    `npm run shop -- stock ${JAR} change -3 --reason "Broken" --wish ${wish} --yes`,
  )
  expect(await stock()).toBe(20)

  const line = ['stock', JAR, 'change', '-3', '--reason', 'Broken', '--wish', wish, '--yes']
  expect(await type(...line)).toMatchObject({ code: 0, said: expect.stringContaining('17 are in') })
  expect((await type(...line)).said).toContain('Done already')
  expect(await stock()).toBe(17)
})

test('what is counted leaves out what lies there for orders, and what is sold meanwhile is still taken off', async () => {
  const { number } = await aPaidNumberedOrder(shop)
  await aNumberedOrder(shop)
  const shown = await type('stock', JAR, 'count', '17', '--reason', 'Monday')
  expect(shown.said).toContain('18 now, 17 then (-1).')
  expect(shown.said).toContain('2 lie there for orders, and are not counted.')
  await aNumberedOrder(shop)
  expect(shown.complained).toContain(`stock ${JAR} change -1 --reason "Monday"`)
  const wish = ['--wish', wishIn(shown.said), '--yes']
  await type('stock', JAR, 'change', '-1', '--reason', 'Monday', ...wish)
  expect(await stock()).toBe(16)
  expect((await type('stock', JAR, 'count', '16', '--reason', 'x', '--yes')).said).toContain(
    'nothing was changed',
  )

  const { said } = await type('stock', JAR, 'show')
  expect(said).toContain(`(${JAR}): 16 in stock.\n3 lie there for orders`)
  expect(said).toMatch(/-1 {2}changed: {2}Monday/)
  expect(said).toContain(`-1  put aside for  ${number}`)
  await type('order', number, 'sent', 'CJ 1234')
  expect((await type('stock', JAR, 'show')).said).toContain('2 lie there for orders')
})

test('everything is listed by the names that are typed', async () => {
  expect((await type('stock', 'list')).said).toContain(`     20  ${JAR}`)
  await shop.deps.pool.query(`
    alter table variants disable trigger stock_is_explained;
    update variants set stock = 19 where id = '${JAR}';
    alter table variants enable trigger stock_is_explained`)
  expect((await type('stock', 'list')).said).toContain(
    `     19  ${JAR}  its ledger adds up to 20: count it`,
  )
  await shop.deps.pool.query(`
    alter table variants disable trigger stock_is_explained;
    update variants set stock = 20 where id = '${JAR}';
    alter table variants enable trigger stock_is_explained`)
})

test.each([
  [['yuja', 'change', '1'], 'Nothing is called "yuja"'],
  [[JAR, 'change', '-21'], 'There are only 20 in stock'],
  [[JAR, 'change', '1.5'], '"1.5" is no number of pieces'],
  [[JAR, 'change', 'many'], '"many" is no number of pieces'],
  [[JAR, 'change', '2000000'], 'is no number of pieces'],
  [[JAR, 'count', '-1'], 'is no number of pieces'],
])('%j changes nothing, and it is said why', async (words, why) => {
  const told = await type('stock', ...words, '--reason', 'x', '--yes')
  expect(told).toMatchObject({ code: 1, said: '' })
  expect(told.complained).toContain(why)
  expect(await stock()).toBe(20)
})

test('without a reason nothing is changed', async () => {
  const told = await type('stock', JAR, 'change', '+1', '--yes')
  expect(told).toMatchObject({ code: 1, complained: expect.stringContaining('Say why') })
  expect(await stock()).toBe(20)
})
