import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { MINUTE, type OrderId, SECOND } from '@/lib/core/ids'
import { statusOf } from '@/lib/core/order'
import { shownOutcomeOf } from '@/lib/core/shown-outcome'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { findVariant } from '@/lib/db/goods/products'
import { findOrder } from '@/lib/db/orders'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { askerWith, aVisitorWithACart, cancelOwnOrder, checkOut } from '@/lib/proof/shop/shopper'
import { finishPayment } from '../payment/finish-payment'
import { payAgain } from '../payment/pay-again'
import { startPayment } from '../payment/start-payment'

/*
 * Bugs of other integrations, as their public trackers tell them, each with the test that would notice it
 * here. Links are to where it was reported. Those that cannot occur here, and why:
 *
 * - saleor/storefront#549, amounts times 100: there is one number from the product to Adyen, in whole won.
 * - Adyen/adyen-java-api-library#1062, `kakaopay` missing in the typed enum: the type is a string of ours.
 * - Adyen/adyen-ruby-api-library#108, commercetools HmacAuthHook: see lib/adyen/signature.test.ts and the
 *   webhook door's test.
 * - Adyen/adyen-magento2#1287 (shopperReference) and pull/3199 (token webhook): no tokens yet.
 * - Adyen/adyen-prestashop#283, OFFER_CLOSED un-ships: nothing but money decides `paid`, see below.
 */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

let order: OrderId
beforeEach(async () => {
  order = await checkOut(shop, await aVisitorWithACart(shop))
})

async function state(id = order) {
  const found = await findOrder(shop.deps.db, id)
  if (!found) throw new Error(`no order ${id}`)
  return found
}
const status = async () => statusOf(await state()).status
async function shown() {
  const found = await state()
  return found.attempts.map((one) => shownOutcomeOf(one, found))
}
async function attempt(number = 1) {
  const found = await findAttemptByNumber(shop.deps.db, order, number)
  if (!found) throw new Error(`no attempt ${number}`)
  return found
}
const notify = async (eventCode: string, success: boolean, number = 1, more = {}) =>
  shop.control('notifications', {
    reference: (await attempt(number)).reference,
    eventCode,
    success,
    ...more,
  })
async function press(button: string, number = 1) {
  const back = await shop.press((await attempt(number)).reference, button)
  return back === null ? null : new URL(back).searchParams.get('redirectResult')
}
const comeBack = async (redirectResult: string | null, number = 1) =>
  finishPayment(shop.deps, (await attempt(number)).returnToken, redirectResult)
const stock = async () => (await findVariant(shop.deps.db, 'yuja-preserve'))?.stock

test('magento2#1166, magento2/pull/2668: a second hit of the return does not become "failed"', async () => {
  const redirectResult = await press('Approve')
  await comeBack(redirectResult)
  await comeBack(redirectResult)
  expect(await shown()).toEqual(['approved'])
})

test('odoo/pull/238688: 704 is not a refusal', async () => {
  const redirectResult = await press('Approve')
  // Somebody has asked before us, with another key: all that we will ever hear is 704.
  const asked = await fetch(`${shop.origin}/simulator/api/v72/payments/details`, {
    method: 'POST',
    headers: { 'X-API-Key': 'simulator', 'Content-Type': 'application/json' },
    body: JSON.stringify({ details: { redirectResult } }),
  })
  expect(asked.status).toBe(200)
  await comeBack(redirectResult)
  expect(await status()).toBe('confirming')
  expect(await shown()).toEqual(['unknown'])
})

test('odoo/pull/184919: a payment that is asked for again is the same payment', async () => {
  await shop.control('faults', { on: 'payments', kind: 'lost_answer', times: 1 })
  const input = await aVisitorWithACart(shop)
  const id = await checkOut(shop, input)
  const { reference } = (await findAttemptByNumber(shop.deps.db, id, 1)) ?? { reference: '' }
  const ledger = await fetch(`${shop.origin}/simulator/control/ledger?reference=${reference}`)
  expect(((await ledger.json()) as { payments: unknown[] }).payments).toHaveLength(1)
})

test('magento2#2726: a return after the notification does not take "paid" back', async () => {
  const redirectResult = await press('Approve')
  await shop.advance(5 * SECOND)
  await comeBack(redirectResult)
  expect(await status()).toBe('paid')
})

test('magento2#607, #717, #1631: failed first, paid later, in the app', async () => {
  await comeBack(await press('Cancel, then approve in the app'))
  await shop.advance(60 * SECOND)
  expect(await status()).toBe('paid')
})

test('shopware5#141, shopware6#352: a late failure does not override a success', async () => {
  await press('Approve without returning')
  await shop.advance(5 * SECOND)
  await notify('AUTHORISATION', false, 1, { pspReference: 'new' })
  await notify('OFFER_CLOSED', true, 1, { pspReference: 'new' })
  await shop.advance(5 * SECOND)
  expect(await status()).toBe('paid')
})

test('shopware6#486, magento#642, shopware5#85: an offer that closes ends the order, and so does our own limit', async () => {
  await notify('OFFER_CLOSED', true)
  await shop.advance(5 * SECOND)
  expect(statusOf(await state())).toEqual({ status: 'cancelled', why: 'timed_out' })
  order = await checkOut(shop, await aVisitorWithACart(shop))
  await shop.advance(71 * MINUTE)
  expect(statusOf(await state())).toEqual({ status: 'cancelled', why: 'timed_out' })
})

test('magento2/pull/597, /436, /1776: stock is given back once', async () => {
  const before = (await stock()) ?? 0
  await notify('OFFER_CLOSED', true)
  await notify('AUTHORISATION', false)
  await notify('OFFER_CLOSED', true, 1, { pspReference: 'new' })
  await shop.advance(5 * SECOND)
  await cancelOwnOrder(shop.deps, order)
  expect(await stock()).toBe(before + 1)
})

test('magento2/pull/2557: a notification that comes twice does not stop the others', async () => {
  await notify('AUTHORISATION', true)
  await notify('AUTHORISATION', true)
  await shop.advance(5 * SECOND)
  expect(await status()).toBe('paid')
  expect((await state()).payments).toHaveLength(1)
})

test('prestashop#130, #131: what became of an abandoned attempt does not cancel the order', async () => {
  await comeBack(await press('Refuse'))
  await payAgain(shop.deps, askerWith(), { order, number: 2, method: 'kakaopay' })
  await shop.advance(5 * SECOND)
  expect(await status()).toBe('awaiting_payment')
  await press('Approve without returning', 2)
  await shop.advance(20 * MINUTE)
  expect(await status()).toBe('paid')
  const letters = await shop.deps.db
    .selectFrom('mails')
    .select('letter')
    .where('orderId', '=', order)
    .execute()
  expect(letters).toEqual([{ letter: 'paid' }])
})

test('prestashop#286: a return in another browser, without any cookie, finds its order', async () => {
  expect(await comeBack(await press('Approve'))).toMatchObject({ kind: 'back', order })
})

test('prestashop#106, sfcc#401, pronamic#277: one form is one payment, however often it is sent', async () => {
  const input = await aVisitorWithACart(shop)
  const started = await Promise.all([1, 2, 3].map(() => startPayment(shop.deps, input)))
  const orders = new Set(started.map((each) => (each.kind === 'redirect' ? each.order : each.kind)))
  expect(orders.size).toBe(1)
})

test('sapcommercecloud/pull/74: every attempt has a reference of its own', async () => {
  await comeBack(await press('Cancel'))
  await payAgain(shop.deps, askerWith(), { order, number: 2, method: 'kakaopay' })
  expect((await attempt(1)).reference).not.toBe((await attempt(2)).reference)
})

test('shopware6#564, saleor#11661: money of a shopper who never returned can be given back', async () => {
  await press('Approve without returning')
  await shop.advance(5 * SECOND)
  await cancelOwnOrder(shop.deps, order)
  await shop.advance(60 * SECOND)
  await shop.advance(60 * SECOND)
  expect(await status()).toBe('refunded')
})

test('adyen-commercetools#1046: the notification and the return at the same moment', async () => {
  const redirectResult = await press('Approve')
  await shop.deps.clock.advance(5 * SECOND)
  await Promise.all([comeBack(redirectResult), shop.settle()])
  expect(await status()).toBe('paid')
})

test('magento2#94: the Back button after success does not run the redirect again', async () => {
  const input = await aVisitorWithACart(shop)
  order = await checkOut(shop, input)
  await comeBack(await press('Approve'))
  expect(await startPayment(shop.deps, input)).toMatchObject({ kind: 'answered', order })
})

test('SyliusAdyenPlugin_old#17: a failure without a reason is a failure', async () => {
  await notify('AUTHORISATION', false, 1, { reason: '' })
  await shop.advance(5 * SECOND)
  expect(await status()).toBe('cancelled')
})

test('killbill#1, magento#631, prestashop#228: a refund that fails later is not done', async () => {
  const { reference } = await attempt()
  await shop.control('webhooks', { reference, refunds: 'failed_later' })
  await press('Approve without returning')
  await shop.advance(5 * SECOND)
  await cancelOwnOrder(shop.deps, order)
  await shop.advance(60 * SECOND)
  for (let days = 0; days < 2; days++) await shop.advance(60 * MINUTE)
  const { refunds } = await state()
  expect(refunds.length).toBeGreaterThan(1)
  expect(refunds[0]?.rung).toBe('failed')
})

test('dotnet#381: an older return, whose parameter is called payload, is understood by the door', async () => {
  const { redirectResultIn } = await import('@/app/api/return/[attempt]/redirect-result')
  expect(redirectResultIn('?payload=abc')).toBe('abc')
})
