import { afterAll, beforeAll, expect, test } from 'vitest'
import { MINUTE, wishId } from '@/lib/core/ids'
import { krw } from '@/lib/core/money'
import { refundOrder } from '@/lib/flows/order/refund-order'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aPaidNumberedOrder } from '@/lib/proof/shop/typed-commands'
import { deskOrder } from './desk-order'
import type { DeskSight } from './order-history'

/* The page of one order, as the desk reads it. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const asked = { merchantAccount: 'NorangSimulator', environment: 'TEST', locale: 'en' } as const
const all: DeskSight = { money: true, goods: true, shopper: true }
const merchant = { kind: 'merchant' } as const

async function seen(number: string, sees = all) {
  const view = await deskOrder(shop.deps.db, number, { ...asked, sees })
  if (!view) throw new Error(`no order ${number}`)
  return view
}

test('₩3,000 back are seen from the wish to the letter, with all that support asks about', async () => {
  const { id, number, reference } = await aPaidNumberedOrder(shop)
  const amount = krw(3000)
  const wish = { wish: wishId('a'.repeat(22)), amount, reason: 'A scratch' }
  expect(await refundOrder(shop.deps, merchant, id, wish)).toEqual({ kind: 'done' })

  expect((await seen(number)).money?.wishes).toMatchObject([{ amount, state: 'asked' }])
  await shop.advance(MINUTE)
  await shop.advance(MINUTE)
  const { money, history } = await seen(number)
  expect(money?.wishes).toMatchObject([
    { amount, state: 'back', reason: 'A scratch', nextAt: null, tries: [{ rung: 'done' }] },
  ])
  expect(money?.refundable).toEqual(krw(12_000))

  const [attempt] = money?.attempts ?? []
  const payment = attempt?.payments[0]?.id ?? ''
  const refund = money?.wishes[0]?.tries[0]?.pspReference ?? ''
  expect(attempt?.payments[0]?.page).toBe(
    `https://ca-test.adyen.com/ca/ca/accounts/showTx.shtml?pspReference=${payment}&txType=Payment`,
  )
  for (const part of [reference, payment, refund, 'KRW 15000', 'AUTHORISATION success=true'])
    expect(attempt?.forSupport).toContain(part)
  expect(attempt?.forSupport).not.toContain('@')
  expect(attempt?.answer).not.toContain('redirectData')

  const kinds = history.map((entry) => (entry.kind === 'news' ? entry.eventCode : entry.kind))
  expect(kinds).toContain('REFUND')
  expect(kinds).toContain('letter')
  expect(kinds.at(-1)).toBe('happened')
  const moments = history.map(({ at }) => at)
  expect(moments).toEqual(moments.toSorted((one, other) => other - one))
})

test('a refund that somebody made at Adyen is seen as one that the shop did not ask for', async () => {
  const { number, reference } = await aPaidNumberedOrder(shop)
  await shop.control('customer-area', { reference, value: 4000 })
  await shop.advance(MINUTE)
  const { money } = await seen(number)
  expect(money?.wishes).toEqual([])
  expect(money?.elsewhere).toMatchObject([{ amount: krw(4000), rung: 'done' }])
  expect(money?.books.givenBack).toEqual(krw(4000))
})

test('an accountant sees no shopper, and a packer no money', async () => {
  const { number } = await aPaidNumberedOrder(shop)
  const books = await seen(number, { money: true, goods: false, shopper: false })
  expect(books.customer).toBeNull()
  expect(books.goods).toBeNull()
  expect(books.history.map(({ kind }) => kind)).not.toContain('letter')

  const label = await seen(number, { money: false, goods: true, shopper: false })
  expect(label.customer?.name).not.toBe('')
  expect(label.money).toBeNull()
  expect(label.history.map(({ kind }) => kind)).not.toContain('news')
  expect(label.history.map(({ exact }) => exact).join()).not.toContain('charged')
})
