import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOUR, SECOND } from '@/lib/core/ids'
import { findOrder } from '@/lib/db/orders'
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

const type = (...words: string[]) => typistOn(scratch.url)(...words)

test('an order is shown as a person reads it, and as a program does', async () => {
  const { id, number, reference } = await aPaidNumberedOrder(shop)
  await type('order', number, 'refund', '3000', 'A scratch', '--yes')
  const { said } = await type('order', ` #${number.toLowerCase().replace('-', '')} `, 'show')
  const payment = (await findOrder(shop.deps.db, id))?.paidBy ?? ''
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
  const { number, reference } = await aPaidNumberedOrder(shop)
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

test('a refund that Adyen does not answer is shown with when it is asked for next', async () => {
  const { number, reference } = await aPaidNumberedOrder(shop)
  await shop.control('faults', { reference, on: 'refunds', kind: 'error_500', times: 2_000 })
  await type('order', number, 'refund', '3000', 'A scratch', '--yes')
  await shop.settle()
  const waiting = await type('order', number, 'show')
  expect(waiting.said).toMatch(/₩3,000 +on its way: Adyen is asked/)
  expect(waiting.said).toMatch(/because: Adyen did not answer \(500/)
  expect(waiting.said).toMatch(/next try \d{4}-/)
  await shop.deps.clock.advance(73 * HOUR)
  await shop.settle()
  const { said } = await type('order', number, 'show')
  expect(said).toContain('in vain so far: a person has to look after it')
  expect(said).toContain('because: given up, last: Adyen did not answer (500')
  expect((await type('parked', 'list')).said).toContain('1 refunds that Adyen never answered')
})

test('an order that nobody has paid shows by which reference Adyen would know it', async () => {
  const { number } = await aNumberedOrder(shop)
  const { said } = await type('order', number, 'show')
  expect(said).toContain(`Order ${number}: awaiting payment`)
  expect(said).toMatch(/unpaid +payment 1, our reference \S+: the shopper has not come back yet/)
  const told = await type('order', number, 'refund', '1000', 'x', '--yes')
  expect(told.complained).toContain('nothing can be given back: no money has come.')
  const shown = await type('order', number, 'cancel')
  expect(shown.said).toContain('then: no money has come; if money comes after all, it goes back')
  expect(shown.said).toContain('Letters       none.')
})
