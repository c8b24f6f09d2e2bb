import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OrderId } from '@/lib/core/ids'
import { SECOND } from '@/lib/core/ids'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { finishPayment } from '@/lib/flows/payment/finish-payment'
import { payAgain } from '@/lib/flows/payment/pay-again'
import { startPayment } from '@/lib/flows/payment/start-payment'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { askerWith, aVisitorWithACart, cancelOwnOrder, checkOut } from '@/lib/proof/shop/shopper'
import { orderView, resultView } from './order'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

/** An order whose shopper pressed a button of the wallet and came back, if that leads back. */
async function orderAfter(button: string | null) {
  const input = await aVisitorWithACart(shop)
  const id = await checkOut(shop, input)
  const attempt = await findAttemptByNumber(shop.deps.db, id, 1)
  const back = button && (await shop.press(attempt?.reference ?? '', button))
  const redirectResult = back && new URL(back).searchParams.get('redirectResult')
  if (redirectResult) await finishPayment(shop.deps, attempt?.returnToken ?? '', redirectResult)
  return { id, visitor: input.visitor }
}
const first = { locale: 'ko', attempt: 1 } as const
const resultAfter = async (button: string | null) => {
  const { id, visitor } = await orderAfter(button)
  return resultView(shop.deps.db, id, askerWith({ visitor }), first)
}

test.each([
  ['Approve', 'approved', ['view_order', 'continue_shopping']],
  ['Cancel', 'left', ['try_again', 'other_method', 'cancel_order', 'view_order']],
  ['Fail with an error', 'broken', ['try_again', 'other_method', 'cancel_order', 'view_order']],
  ['Leave pending', 'waiting', ['view_order', 'continue_shopping']],
  ['Leave received', 'waiting', ['view_order', 'continue_shopping']],
  ['Refuse', 'refused', ['other_method', 'try_again', 'cancel_order', 'view_order']],
])('Adyen’s table of results: %s is "%s"', async (button, verdict, next) => {
  expect(await resultAfter(button)).toMatchObject({ verdict, next })
})

test('whoever comes to the result page of a payment that is still open reads that we do not know yet', async () => {
  const view = await resultAfter(null)
  expect(view).toMatchObject({ verdict: 'unknown', tone: 'wait' })
  expect(view?.unsent).toMatchObject({
    kind: 'ready',
    to: { url: expect.stringContaining('checkoutPaymentRedirect') },
  })
})

test.each([
  ['ko', '네이버페이'],
  ['en', 'Naver Pay'],
] as const)('the way on names the method that was chosen, in %s', async (locale, name) => {
  const input = await aVisitorWithACart(shop)
  const id = await checkOut(shop, { ...input, method: 'kcp_naverpay' })
  const asker = askerWith({ visitor: input.visitor })
  expect(await resultView(shop.deps.db, id, asker, { locale, attempt: 1 })).toMatchObject({
    unsent: { to: { name } },
    payAgain: { method: { value: 'kcp_naverpay', name, mark: '/payment-methods/naverpay.svg' } },
  })
})

test('when Adyen gave no answer, the page says so and offers to continue as soon as there is one', async () => {
  await shop.control('faults', { on: 'payments', kind: 'error_500', times: 2 })
  const input = await aVisitorWithACart(shop)
  const started = await startPayment(shop.deps, input)
  if (started.kind !== 'no_answer') throw new Error(started.kind)
  const asker = askerWith({ visitor: input.visitor })
  const view = () => resultView(shop.deps.db, started.order, asker, first)
  expect(await view()).toMatchObject({
    verdict: 'unknown',
    payAgain: { attempt: 2 },
    unsent: { kind: 'no_answer' },
  })
  await shop.advance(31 * SECOND)
  expect(await view()).toMatchObject({ unsent: { kind: 'ready', to: { method: 'GET' } } })
})

test('the result page keeps its verdict, and offers only what the order still allows', async () => {
  const { id } = await orderAfter('Refuse')
  await cancelOwnOrder(shop.deps, id)
  expect(await resultView(shop.deps.db, id, askerWith(), first)).toMatchObject({
    verdict: 'refused',
    next: ['view_order'],
    payAgain: null,
  })
})

test('whose money is given back is not promised a confirmation', async () => {
  const { id } = await orderAfter('Approve')
  await shop.advance(10 * SECOND)
  expect(await resultView(shop.deps.db, id, askerWith(), first)).toMatchObject({ goesBack: false })
  await cancelOwnOrder(shop.deps, id)
  expect(await resultView(shop.deps.db, id, askerWith(), first)).toMatchObject({
    verdict: 'approved',
    goesBack: true,
  })
})

/** An order that was paid, and the reference that Adyen knows its payment by. */
async function paidOrder() {
  const { id } = await orderAfter('Approve')
  await shop.advance(10 * SECOND)
  return { id, reference: (await findAttemptByNumber(shop.deps.db, id, 1))?.reference ?? '' }
}

test('the result page says how much of the money is back, and of all of it that it goes back', async () => {
  const { id, reference } = await paidOrder()
  await shop.control('customer-area', { reference, value: 5000 })
  await shop.advance(10 * SECOND)
  const result = () => resultView(shop.deps.db, id, askerWith(), first)
  expect(await result()).toMatchObject({
    verdict: 'approved',
    goesBack: false,
    partBack: '₩5,000',
  })
  await shop.control('customer-area', { reference })
  await shop.advance(10 * SECOND)
  expect(await result()).toMatchObject({ verdict: 'approved', goesBack: true, partBack: null })
})

test('money that never came is not called approved, and can be paid anew', async () => {
  const { id, reference } = await paidOrder()
  await shop.control('customer-area', { reference, eventCode: 'CAPTURE_FAILED' })
  await shop.advance(10 * SECOND)
  expect(await resultView(shop.deps.db, id, askerWith(), first)).toMatchObject({
    verdict: 'never_came',
    tone: 'bad',
    goesBack: false,
    payAgain: { attempt: 2 },
  })
  expect(await orderSeenBy(id, null)).toMatchObject({ status: 'cancelled', end: 'never_came' })
})

test('the page does not promise to send what is contested, or whose money is gone', async () => {
  const { id, reference } = await paidOrder()
  const told = async (eventCode: string) => {
    await shop.control('disputes', { reference, eventCode })
    await shop.advance(10 * SECOND)
    return orderSeenBy(id, null)
  }
  expect(await orderSeenBy(id, null)).toMatchObject({ notSent: null, money: null })
  expect(await told('NOTIFICATION_OF_CHARGEBACK')).toMatchObject({
    notSent: 'contested',
    money: { contested: true },
  })
  expect(await told('CHARGEBACK')).toMatchObject({ notSent: 'nothing_kept' })
  expect(await told('CHARGEBACK_REVERSED')).toMatchObject({ notSent: null, money: null })
})

const orderSeenBy = async (id: OrderId, visitor: string | null) =>
  orderView(shop.deps.db, id, askerWith({ visitor }), {
    locale: 'ko',
    now: await shop.deps.clock.now(),
  })

test('a stranger with the link may pay anew, and is not sent on the way that the shopper has begun', async () => {
  const { id, visitor } = await orderAfter(null)
  expect(await orderSeenBy(id, visitor)).toMatchObject({ continueTo: { method: 'GET' } })
  expect(await orderSeenBy(id, null)).toMatchObject({ continueTo: null, payAgain: { attempt: 2 } })
  const result = await resultView(shop.deps.db, id, askerWith(), first)
  expect(result).toMatchObject({ unsent: { kind: 'elsewhere' } })

  const { deps } = shop
  const again = { order: id, number: 2, method: 'kakaopay' }
  expect(await payAgain(deps, askerWith(), again)).toMatchObject({ kind: 'redirect' })
  expect(await orderSeenBy(id, null)).toMatchObject({ continueTo: { method: 'GET' } })
  // The shopper does not go on with what a stranger has begun, nor the other way round.
  expect(await payAgain(deps, askerWith({ visitor }), again)).toEqual({ kind: 'changed' })
  const own = { ...again, number: 3 }
  expect(await payAgain(deps, askerWith({ visitor }), own)).toMatchObject({ kind: 'redirect' })
  expect(await payAgain(deps, askerWith(), own)).toEqual({ kind: 'changed' })
})

test('who placed the order reads the address, and a stranger with the link does not', async () => {
  const { id, visitor } = await orderAfter(null)
  const own = await orderSeenBy(id, visitor)
  expect(own?.customer).toMatchObject({ name: '김노랑', email: 'norang@example.com' })
  for (const stranger of [null, shop.deps.newId()]) {
    const view = await orderSeenBy(id, stranger)
    expect(view?.customerMasked).toBe(true)
    const shown = JSON.stringify(view)
    for (const secret of ['김노랑', 'norang@example.com', '+821012345678', '04524', '세종대로'])
      expect(shown).not.toContain(secret)
  }
})

test('an address typed without a space is hidden as well, and an address of 한국 is read as it is written', async () => {
  const input = await aVisitorWithACart(shop)
  const typed = { address: '서울특별시중구세종대로110', email: 'norang@xn--o80br9i.xn--3e0b707e' }
  const id = await checkOut(shop, { ...input, customer: { ...input.customer, ...typed } })
  expect((await orderSeenBy(id, null))?.customer).toMatchObject({
    name: '김**',
    address: '서울특별시 ***',
    email: 'n***@노랑.한국',
  })
  expect((await orderSeenBy(id, input.visitor))?.customer.email).toBe('norang@노랑.한국')
})

test('the timeline tells a person what happened', async () => {
  const { id, visitor } = await orderAfter('Approve')
  await shop.advance(5 * SECOND)
  const view = await orderSeenBy(id, visitor)
  expect(view?.timeline.entries.map(({ what }) => what)).toEqual([
    'payment_started',
    'returned_approved',
    'paid',
  ])
})

test('an order that has ended is not offered to be cancelled', async () => {
  const { id, visitor } = await orderAfter('Refuse')
  expect((await orderSeenBy(id, visitor))?.mayCancel).toBe(true)
  await shop.advance(5 * SECOND)
  expect((await orderSeenBy(id, visitor))?.mayCancel).toBe(false)
})
