import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY } from '@/lib/core/calendar'
import type { OrderId } from '@/lib/core/ids'
import { findPlan } from '@/lib/db/goods/plans'
import { findOrderOfPeriod, findOrderRow } from '@/lib/db/orders'
import { findSubscription } from '@/lib/db/subscriptions'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aRunningSubscription, monthlyForm } from '@/lib/proof/shop/subscriber'
import { typistOn } from '@/lib/proof/shop/typed-commands'

/* What a merchant does to an order that is a delivery of a subscription, and to its plan and wallet. */

let scratch: ScratchDatabase
let shop: TestShop
beforeAll(async () => {
  scratch = await scratchDatabase()
  shop = await openShop({}, Promise.resolve(scratch))
})
afterAll(() => shop.close())

const type = (...words: string[]) => typistOn(scratch.url)(...words)
const numberOf = async (order: OrderId) => (await findOrderRow(shop.deps.db, order))?.number ?? ''
const aNewcomer = (email: string) =>
  aRunningSubscription(shop, { customer: { ...monthlyForm.customer, email } })

test('a first delivery that is given back whole ends the subscription, and it is said before', async () => {
  const { id, first } = await aNewcomer('first@example.com')
  const number = await numberOf(first)
  const part = await type('order', number, 'refund', '900', 'A scratch')
  expect(part.said).toContain('Subscription  goes on: only a part is given back.')
  const whole = await type('order', number, 'refund', '9,900', 'Broken')
  expect(whole.said).toContain('Subscription  ends once all of it is back')
  expect(whole.said).toContain('One when the subscription has ended.')
  const cancelled = await type('order', number, 'cancel')
  expect(cancelled.said).toContain('Subscription  ends now: this is its first delivery')

  await type('order', number, 'refund', '9,900', 'Broken', '--yes')
  for (let times = 0; times < 3; times++) await shop.advance(60_000)
  expect((await findSubscription(shop.deps.db, id))?.sub.over).toEqual({
    status: 'cancelled',
    why: 'by_merchant',
  })
  const { said } = await type('order', number, 'show')
  expect(said).toContain('delivery 1 of chrysanthemum-monthly, which is cancelled')
})

test('a later delivery is left out, and the subscription goes on', async () => {
  const { id } = await aNewcomer('later@example.com')
  for (let days = 0; days < 32; days++) await shop.advance(DAY)
  const second = await findOrderOfPeriod(shop.deps.db, id, 2)
  if (!second) throw new Error('no second delivery')
  const number = await numberOf(second)
  const shown = await type('order', number, 'cancel')
  expect(shown.said).toContain('Subscription  goes on: this delivery is left out.')
  await type('order', number, 'cancel', '--yes')
  for (let times = 0; times < 3; times++) await shop.advance(60_000)
  expect((await findSubscription(shop.deps.db, id))?.sub.over).toBeNull()
})

test('a saved wallet is charged after a look, and nobody’s without one', async () => {
  const { first } = await aNewcomer('charged@example.com')
  const number = await numberOf(first)
  const shown = await type('charge', number, '4,000', 'Extra insurance')
  expect(shown).toMatchObject({ code: 2 })
  expect(shown.said).toContain('Charge ₩4,000')
  expect(shown.said).toContain('The shopper reads: Extra insurance')
  expect((await type('charge', number, '4.5', 'x')).complained).toContain('no amount in whole won')
  expect((await type('charge', number, '4000', ' ')).complained).toContain('Say why')
  await shop.deps.db.deleteFrom('savedMethods').execute()
  const none = await type('charge', number, '4,000', 'Extra insurance', '--yes')
  expect(none.complained).toContain('has no saved wallet')
})

test('a first delivery that costs what every one costs goes up with them, which is said before', async () => {
  const plan = 'corn-tea-weekly'
  const before = (await findPlan(shop.deps.db, plan))?.terms
  expect(before?.firstPrice).toEqual(before?.price)
  const shown = await type('plan-price', plan, '6200')
  expect(shown.said).toContain('First price   ₩6,200, and ₩5,900 until now.')
  await type('plan-price', plan, '6200', '--yes')
  const after = (await findPlan(shop.deps.db, plan))?.terms
  expect([after?.price.minor, after?.firstPrice.minor]).toEqual([6200, 6200])
})

test('a first price of its own stays, unless every delivery costs less, which is said before', async () => {
  const { plan, total } = monthlyForm
  const dearer = await type('plan-price', plan, '19000')
  expect(dearer.said).toContain('First price   ₩9,900, as until now.')
  await type('plan-price', plan, '19000', '--yes')
  expect((await findPlan(shop.deps.db, plan))?.terms.firstPrice.minor).toBe(total)
  const cheaper = await type('plan-price', plan, '9000', '--yes')
  expect(cheaper.said).toContain('First price   ₩9,000, and ₩9,900 until now.')
  expect((await findPlan(shop.deps.db, plan))?.terms.firstPrice.minor).toBe(9000)
  await shop.deps.db
    .updateTable('plans')
    .set({ price: monthlyForm.price, firstPrice: total })
    .where('id', '=', plan)
    .execute()
})

test('what a plan costs is changed after a look, and not by halves', async () => {
  const plan = monthlyForm.plan
  const shown = await type('plan-price', plan.toUpperCase(), '18,000원')
  expect(shown).toMatchObject({ code: 2 })
  expect(shown.said).toContain('₩18,000 from now on, and ₩16,200 until now')
  expect(shown.said).toContain('asked by letter')
  expect((await type('plan-price', plan, '18000', '--yes')).said).toContain('costs 18000 won')
  expect((await type('plan-price', 'nothing', '18000')).complained).toBe(
    'There is no plan nothing.',
  )
  expect((await type('plan-price', plan, '-1')).complained).toContain('no amount in whole won')
})
