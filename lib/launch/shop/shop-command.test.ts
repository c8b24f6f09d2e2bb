import { execFile } from 'node:child_process'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { allBooks } from '@/lib/core/books'
import { type OrderId, SECOND } from '@/lib/core/ids'
import { findOrder } from '@/lib/db/orders'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aPaidNumberedOrder, typistOn } from '@/lib/proof/shop/typed-commands'

/* What a merchant types, with the real database and Adyen's simulator at the other end. */

let scratch: ScratchDatabase
let shop: TestShop
beforeAll(async () => {
  scratch = await scratchDatabase()
  shop = await openShop({}, Promise.resolve(scratch))
})
afterAll(() => shop.close())

let id: OrderId
let number: string
beforeEach(async () => {
  ;({ id, number } = await aPaidNumberedOrder(shop))
})

const type = (...words: string[]) => typistOn(scratch.url)(...words)
const money = async () => {
  const order = await findOrder(shop.deps.db, id)
  if (!order) throw new Error(`no order ${id}`)
  const { kept, onItsWay, givenBack } = allBooks(order)
  return [kept.minor, onItsWay.minor, givenBack.minor]
}
const wishIn = (said: string) => /--wish (\w{22})/.exec(said)?.[1] ?? ''

test('₩3,000 are given back: shown first, done at a word, and once however often the line is typed', async () => {
  const shown = await type('order', number, 'refund', '3,000', 'A scratch')
  expect(shown.code).toBe(2)
  expect(shown.said).toContain(`Give ₩3,000 of order ${number} back`)
  expect(shown.said).toContain('now:  ₩15,000 came, ₩15,000 kept')
  expect(shown.said).toContain('then: ₩15,000 came, ₩12,000 kept, ₩3,000 on its way back')
  expect(shown.said).toContain('stay ordered, and are still to be sent.')
  expect(shown.said).toContain('One now, that money is on its way back; another once it is there.')
  const wish = wishIn(shown.complained)
  expect(shown.complained).toContain(
    `npm run shop -- order ${number} refund 3000 "A scratch" --wish ${wish} --yes`,
  )
  expect(await money()).toEqual([15_000, 0, 0])

  const line = ['order', number, 'refund', '3000', 'A scratch', '--wish', wish, '--yes']
  expect((await type(...line)).code).toBe(0)
  const again = await type(...line)
  expect(again).toMatchObject({ code: 0 })
  expect(again.said).toContain('Done already')
  expect(await money()).toEqual([12_000, 3000, 0])
  await shop.advance(60 * SECOND)
  await shop.advance(60 * SECOND)
  expect(await money()).toEqual([12_000, 0, 3000])
})

test.each(['₩3000', '3,000원', '３０００', '￦ 3,000 원'])('%s is an amount', async (amount) => {
  expect((await type('order', number, 'refund', amount, 'A scratch', '--yes')).code).toBe(0)
  expect(await money()).toEqual([12_000, 3000, 0])
})

test.each(['0', '-3000', '$3', '3 USD', '3000.5', 'all', '15,001', '999999999999'])(
  '%s changes nothing, and what is left is said',
  async (amount) => {
    for (const act of ['refund', 'note-refund-elsewhere']) {
      const told = await type('order', number, act, amount, 'A scratch', '--yes')
      expect(told).toMatchObject({ code: 1, said: '' })
      expect(told.complained).toContain(`Of order ${number} ₩15,000 can still be given back.`)
    }
    expect(await money()).toEqual([15_000, 0, 0])
  },
)

test('where all is given back, nothing more is, and it is said where the money is', async () => {
  await type('order', number, 'refund', '15000', 'Broken', '--yes')
  const told = await type('order', number, 'refund', '1', 'More', '--yes')
  expect(told.complained).toContain('nothing can be given back: ₩15,000 came, ₩15,000 on its way')
})

test('whoever sits there is asked, and a no does nothing', async () => {
  const line = ['order', number, 'refund', '3000', 'A scratch']
  expect((await typistOn(scratch.url, false)(...line)).code).toBe(2)
  expect(await money()).toEqual([15_000, 0, 0])
  expect((await typistOn(scratch.url, true)(...line)).code).toBe(0)
  expect(await money()).toEqual([12_000, 3000, 0])
})

test('what was given back by bank is noted once, and shown', async () => {
  const line = ['order', number, 'note-refund-elsewhere', '5,000', 'By bank, 30 November']
  const shown = await type(...line)
  expect(shown.said).toContain('then: ₩15,000 came, ₩10,000 kept, ₩5,000 given back')
  for (let times = 0; times < 2; times++)
    expect((await type(...line, '--wish', wishIn(shown.said), '--yes')).code).toBe(0)
  expect(await money()).toEqual([10_000, 0, 5000])
  const { said } = await type('order', number, 'show')
  expect(said).toMatch(/another road\n {2}₩5,000 +By bank, 30 November/)
})

test('an order is cancelled after a look: its goods and its money go back', async () => {
  const shown = await type('order', number, 'cancel')
  expect(shown.code).toBe(2)
  expect(shown.said).toContain('Goods         go back into stock.')
  expect(shown.said).toContain('then: ₩15,000 came, ₩15,000 on its way back')
  expect((await findOrder(shop.deps.db, id))?.cancelledBy).toBeNull()
  expect((await type('order', number, 'cancel', '--yes')).code).toBe(0)
  expect((await findOrder(shop.deps.db, id))?.cancelledBy).toBe('merchant')
  expect((await type('order', number, 'cancel', '--yes')).said).toContain('cancelled already')
})

test('what has left the house is not cancelled, and the way on is said', async () => {
  await type('order', number, 'sent', 'CJ 1')
  const told = await type('order', number, 'cancel', '--yes')
  expect(told.code).toBe(1)
  expect(told.complained).toContain(`order ${number} refund <amount>`)
})

test('typed in a shell it is the same, and says by its exit code whether it was done', async () => {
  const run = (...words: string[]) =>
    new Promise<{ code: unknown; out: string }>((resolve) => {
      // Vite has an idea of its own about BASE_URL.
      const env = { ...process.env, DATABASE_URL: scratch.url, BASE_URL: '' }
      execFile('npm', ['run', '-s', 'shop', '--', ...words], { env }, (error, out, problem) =>
        resolve({ code: error?.code ?? 0, out: out + problem }),
      )
    })
  const shown = await run('order', number, 'refund', '3,000', 'A scratch')
  expect(shown).toMatchObject({ code: 2, out: expect.stringContaining('Nothing was done') })
  const line = ['--wish', wishIn(shown.out), '--yes']
  expect((await run('order', number, 'refund', '3,000', 'A scratch', ...line)).code).toBe(0)
  expect(await money()).toEqual([12_000, 3000, 0])
}, 60_000)
