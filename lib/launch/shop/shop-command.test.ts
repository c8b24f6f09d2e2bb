import { execFile } from 'node:child_process'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { allBooks } from '@/lib/core/books'
import { HOUR, type OrderId, SECOND } from '@/lib/core/ids'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { findOrder, findOrderRow } from '@/lib/db/orders'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut } from '@/lib/proof/shop/shopper'
import { typistOn } from '@/lib/proof/shop/typed-commands'

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
let reference: string
beforeEach(async () => {
  id = await checkOut(shop, await aVisitorWithACart(shop))
  reference = (await findAttemptByNumber(shop.deps.db, id, 1))?.reference ?? ''
  await shop.press(reference, 'Approve without returning')
  await shop.advance(10 * SECOND)
  number = (await findOrderRow(shop.deps.db, id))?.number ?? ''
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

test('an order that nobody has paid shows by which reference Adyen would know it', async () => {
  id = await checkOut(shop, await aVisitorWithACart(shop))
  number = (await findOrderRow(shop.deps.db, id))?.number ?? ''
  const { said } = await type('order', number, 'show')
  expect(said).toContain(`Order ${number}: awaiting payment`)
  expect(said).toMatch(/unpaid +payment 1, our reference \S+: the shopper has not come back yet/)
  const told = await type('order', number, 'refund', '1000', 'x', '--yes')
  expect(told.complained).toContain('nothing can be given back: no money has come.')
  const shown = await type('order', number, 'cancel')
  expect(shown.said).toContain('then: no money has come; if money comes after all, it goes back')
  expect(shown.said).toContain('Letters       none.')
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

test('an order is shown as a person reads it, and as a program does', async () => {
  await type('order', number, 'refund', '3000', 'A scratch', '--yes')
  const { said } = await type('order', ` #${number.toLowerCase().replace('-', '')} `, 'show')
  const payment = (await findOrder(shop.deps.db, id))?.kept ?? ''
  expect(said).toContain(`Order ${number}: paid`)
  expect(said).toMatch(/on its way back +₩3,000/)
  expect(said).toMatch(new RegExp(`${payment}, our reference ${reference}, pays the order`))
  expect(said).toContain('on its way: Adyen is asked; by a person of the shop; "A scratch"')
  expect(said).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d +₩15,000 came, as /)

  const shown = JSON.parse((await type('order', number, 'show', '--json')).said)
  expect(shown).toMatchObject({
    number,
    status: 'paid',
    money: { came: 15_000, kept: 12_000, onItsWay: 3000, givenBack: 0, taken: 0, added: 0 },
    payments: [{ payment, ourReference: reference, amount: 15_000, paysTheOrder: true }],
    wishes: [{ amount: 3000, reason: 'A scratch', tries: [{ rung: 'requested' }] }],
    sendingNeedsAWord: false,
  })
})

test('a refund that fails is shown with why, and with its next try', async () => {
  await shop.control('switches', { reference, refunds: 'refused' })
  await type('order', number, 'refund', '3000', 'A scratch', '--yes')
  for (let times = 0; times < 3; times++) await shop.advance(60 * SECOND)
  const waiting = await type('order', number, 'show')
  expect(waiting.said).toMatch(/₩3,000 +in vain so far, and tried again/)
  expect(waiting.said).toMatch(/try 1: failed, asked .*because: /)
  expect(waiting.said).toMatch(/next try \d{4}-/)
  for (const hours of [1, 6, 24, 72]) {
    await shop.advance(hours * HOUR)
    for (let times = 0; times < 3; times++) await shop.advance(60 * SECOND)
  }
  const { said } = await type('order', number, 'show')
  expect(said).toContain('in vain so far: a person has to look after it')
  expect(said).toContain('try 5: failed')
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
