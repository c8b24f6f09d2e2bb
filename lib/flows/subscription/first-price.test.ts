import { afterAll, beforeAll, expect, test } from 'vitest'
import { MINUTE, type ShopperId } from '@/lib/core/ids'
import { findAlive, findSubscriptionRow } from '@/lib/db/subscriptions'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { askerWith, cancelOwnOrder } from '@/lib/proof/shop/shopper'
import {
  approveInWallet,
  aRunningSubscription,
  aSubscriber,
  monthlyForm,
  periodsOf,
} from '@/lib/proof/shop/subscriber'
import { plansView, subscribeView } from '@/lib/views/subscription'
import { changeSubscription } from './change-subscription'
import { subscribe } from './subscribe'

/* The first period of a plan has a price of its own for whoever is new to the plan, and only then. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const { plan, total: firstPrice, price } = monthlyForm
const customerOf = (name: string) => ({ ...monthlyForm.customer, email: `${name}@example.com` })
const endNow = { kind: 'cancel', who: 'shopper', when: 'now' } as const

async function seenBy(shopper: ShopperId) {
  const { deps } = shop
  const asker = { shopper, email: '', visitor: null, locale: 'ko' } as const
  const view = await subscribeView(deps, plan, {
    ...asker,
    showMistakes: false,
    now: await deps.clock.now(),
  })
  if (!view || 'already' in view) throw new Error('no form')
  const inWindow = (await plansView(deps.db, shopper, 'ko')).find(({ id }) => id === plan)
  return { total: view.total, text: view.totalText, inWindow: inWindow?.firstPrice }
}

test('whoever ends a plan and begins it again pays its usual price, as the page says and both agree', async () => {
  const { deps } = shop
  const customer = customerOf('again')
  const { shopper, id } = await aRunningSubscription(shop, { customer })
  await changeSubscription(deps, askerWith({ shopper }), { id, change: endNow })
  await shop.advance(MINUTE)

  expect(await seenBy(shopper)).toEqual({ total: price, text: '₩16,200', inWindow: null })
  const form = { ...monthlyForm, customer, visitor: deps.newId(), shopper }
  expect(await subscribe(deps, form)).toEqual({ kind: 'changed' })
  const again = await subscribe(deps, { ...form, total: price })
  if (again.kind !== 'redirect') throw new Error(again.kind)
  const second = await findAlive(deps.db, shopper, plan)
  const row = second && (await findSubscriptionRow(deps.db, second))
  expect(row?.terms.firstPrice.minor).toBe(price)
  await approveInWallet(shop, again.order)
  expect(row && (await periodsOf(shop, row.id))).toMatchObject([{ status: 'paid', amount: price }])
})

test('whoever never paid the first period, or got it back in full, has the first price still', async () => {
  const { deps } = shop
  const [undecided, sorry] = [
    await aSubscriber(shop, { customer: customerOf('undecided') }),
    await aRunningSubscription(shop, { customer: customerOf('sorry') }),
  ]
  const asker = askerWith({ shopper: undecided.shopper })
  await changeSubscription(deps, asker, { id: undecided.id, change: endNow })
  await cancelOwnOrder(deps, sorry.first)
  await shop.advance(MINUTE)
  for (const { shopper } of [undecided, sorry])
    expect(await seenBy(shopper)).toEqual({ total: firstPrice, text: '₩9,900', inWindow: '₩9,900' })
})

test('another plan has its own first price', async () => {
  const { shopper } = await aRunningSubscription(shop, { customer: customerOf('curious') })
  const plans = await plansView(shop.deps.db, shopper, 'ko')
  expect(plans.find(({ id }) => id === 'yuja-two-weeks')?.firstPrice).toBe('₩9,900')
})
