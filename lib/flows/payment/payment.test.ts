import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { MINUTE, type OrderId, SECOND } from '@/lib/core/ids'
import { type Order, statusOf } from '@/lib/core/order'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { findCart } from '@/lib/db/carts'
import { findVariant } from '@/lib/db/goods/products'
import { listParked } from '@/lib/db/inbox'
import { findOrder } from '@/lib/db/orders'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { askerWith, aVisitorWithACart, cancelOwnOrder, checkOut } from '@/lib/proof/shop/shopper'
import { needsSpecification } from '@/lib/proof/specification/needs-specification'
import { finishPayment } from './finish-payment'
import { payAgain } from './pay-again'
import { type PaymentInput, type Started, startPayment } from './start-payment'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

let input: PaymentInput
beforeEach(async () => {
  input = await aVisitorWithACart(shop)
})

const stock = async () => (await findVariant(shop.deps.db, 'yuja-preserve'))?.stock ?? -1
const redirected = (started: Started | null) => {
  if (started?.kind !== 'redirect') throw new Error(`not a redirect but ${started?.kind}`)
  return started
}
async function orderOf(id: OrderId): Promise<Order> {
  const order = await findOrder(shop.deps.db, id)
  if (!order) throw new Error(`no order ${id}`)
  return order
}
const statusNow = async (id: OrderId) => statusOf(await orderOf(id))

async function attemptOf(id: OrderId, number = 1) {
  const attempt = await findAttemptByNumber(shop.deps.db, id, number)
  if (!attempt) throw new Error(`no attempt ${number}`)
  return attempt
}
const pay = () => checkOut(shop, input)
/** Presses a button of the wallet, and comes back the way that it sends the shopper. */
async function press(id: OrderId, button: string, number = 1) {
  const { reference } = await attemptOf(id, number)
  const returnUrl = await shop.press(reference, button)
  if (returnUrl !== null) await comeBack(returnUrl)
}
async function comeBack(returnUrl: string) {
  const url = new URL(returnUrl)
  const token = url.pathname.split('/').at(-1) ?? ''
  return finishPayment(shop.deps, token, url.searchParams.get('redirectResult'))
}

/** What the simulator itself knows of payments. */
async function ledger(): Promise<unknown[]> {
  const response = await fetch(`${shop.origin}/simulator/control/ledger`)
  const { payments } = (await response.json()) as { payments: unknown[] }
  return payments
}

describe('the way of a payment', () => {
  test('a payment that is approved is confirmed by the return and paid by the notification', async () => {
    const before = await stock()
    const order = await pay()
    await press(order, 'Approve')
    expect(await statusNow(order)).toEqual({ status: 'confirming', why: null })
    await shop.advance(5 * SECOND)
    expect(await statusNow(order)).toEqual({ status: 'paid', why: null })
    expect(await stock()).toBe(before - 1)
  })

  test('a payment that is refused can be tried again, and ends when its notification comes', async () => {
    const order = await pay()
    await press(order, 'Refuse')
    expect((await statusNow(order)).status).toBe('awaiting_payment')
    const before = await stock()
    await shop.advance(5 * SECOND)
    expect(await statusNow(order)).toEqual({ status: 'cancelled', why: 'payment_failed' })
    expect(await stock()).toBe(before + 1)
  })

  test('cancelled once, paid the second time', async () => {
    const order = await pay()
    await press(order, 'Cancel')
    redirected(await payAgain(shop.deps, askerWith(), { order, number: 2, method: 'kakaopay' }))
    await press(order, 'Approve', 2)
    await shop.advance(10 * SECOND)
    expect((await statusNow(order)).status).toBe('paid')
  })

  test('a shopper who approves and never returns has paid', async () => {
    const order = await pay()
    await press(order, 'Approve without returning')
    await shop.advance(5 * SECOND)
    expect((await statusNow(order)).status).toBe('paid')
  })

  test('a shopper who cancels and then approves in the app has paid', async () => {
    const order = await pay()
    await press(order, 'Cancel, then approve in the app')
    await shop.advance(60 * SECOND)
    expect((await statusNow(order)).status).toBe('paid')
  })

  test('an order that nobody pays is cancelled when its time is over', async () => {
    const before = await stock()
    const order = await pay()
    expect(await stock()).toBe(before - 1)
    await shop.advance(70 * MINUTE)
    expect(await statusNow(order)).toEqual({ status: 'cancelled', why: 'timed_out' })
    expect(await stock()).toBe(before)
  })

  test('the cart is emptied when money is on its way, and not before', async () => {
    const order = await pay()
    expect((await findCart(shop.deps.db, input.visitor))?.lines).toHaveLength(1)
    await press(order, 'Approve')
    expect((await findCart(shop.deps.db, input.visitor))?.lines).toHaveLength(0)
  })
})

describe('one form, one payment', () => {
  test('pressing Pay twenty times at once makes one attempt and one redirect', async () => {
    const started = await Promise.all(
      Array.from({ length: 20 }, () => startPayment(shop.deps, input)),
    )
    expect(new Set(started.map((each) => redirected(each).to.url)).size).toBe(1)
    expect((await orderOf(redirected(started[0] ?? null).order)).attempts).toHaveLength(1)
  })

  test('the same number with other contents does nothing', async () => {
    const order = await pay()
    const elsewhere = { ...input.customer, address: '부산광역시 중구 중앙대로 1' }
    expect(await startPayment(shop.deps, { ...input, customer: elsewhere })).toEqual({
      kind: 'changed',
    })
    expect((await orderOf(order)).attempts).toHaveLength(1)
  })

  test('a form that comes again after the end leads to the result', async () => {
    const order = await pay()
    await press(order, 'Approve')
    expect(await startPayment(shop.deps, input)).toEqual({ kind: 'answered', order, number: 1 })
  })

  test('a total that is not the cart’s does nothing', async () => {
    expect(await startPayment(shop.deps, { ...input, total: 150 })).toEqual({ kind: 'changed' })
  })
})

describe('coming back', () => {
  test('the same return twice, at once or later, asks Adyen once', async () => {
    const order = await pay()
    const { reference } = await attemptOf(order)
    const returnUrl = (await shop.press(reference, 'Approve')) ?? ''
    await Promise.all([comeBack(returnUrl), comeBack(returnUrl)])
    await comeBack(returnUrl)
    const rows = await shop.deps.db.selectFrom('returns').selectAll().execute()
    const { id } = await attemptOf(order)
    expect(rows.filter((row) => row.attemptId === id)).toMatchObject([
      { verdict: 'recorded', redirectResult: null },
    ])
  })

  test('garbage is no news at all', async () => {
    const order = await pay()
    const { returnToken } = await attemptOf(order)
    await finishPayment(shop.deps, returnToken, 'garbage')
    expect((await statusNow(order)).status).toBe('awaiting_payment')
  })

  test('garbage that Adyen could not read at once does not keep the shopper from paying', async () => {
    const order = await pay()
    const { returnToken } = await attemptOf(order)
    await shop.control('faults', { on: 'details', kind: 'error_500', times: 2 })
    await finishPayment(shop.deps, returnToken, 'garbage')
    expect((await statusNow(order)).status).toBe('confirming')
    await shop.advance(31 * SECOND)
    const again = await payAgain(shop.deps, askerWith(), { order, number: 2, method: 'kakaopay' })
    expect(again).toMatchObject({ kind: 'redirect' })
  })

  test('the result of somebody else’s payment is refused', async () => {
    const order = await pay()
    const other = redirected(
      await payAgain(shop.deps, askerWith(), { order, number: 2, method: 'kakaopay' }),
    )
    const { reference } = await attemptOf(other.order, 2)
    const stolen = new URL((await shop.press(reference, 'Approve')) ?? '')
    const { returnToken } = await attemptOf(order)
    await finishPayment(shop.deps, returnToken, stolen.searchParams.get('redirectResult'))
    expect((await orderOf(order)).attempts[0]?.rung).toBe('open')
  })

  test('an unknown token is unknown', async () => {
    expect(await finishPayment(shop.deps, 'x'.repeat(22), 'a')).toEqual({ kind: 'unknown_attempt' })
  })

  test('when Adyen does not say how it went, the order is being confirmed and a job finds out', async () => {
    const order = await pay()
    const { reference, id } = await attemptOf(order)
    await shop.control('faults', { reference, on: 'details', kind: 'error_500', times: 2 })
    await press(order, 'Refuse')
    expect((await statusNow(order)).status).toBe('confirming')
    await shop.deps.clock.advance(31 * SECOND)
    await shop.settle()
    expect((await orderOf(order)).attempts.find((each) => each.id === id)?.outcome).toBe('refused')
  })
})

describe('a lost answer', () => {
  test('an answer of /payments that is lost is asked for again, and there is one payment', async () => {
    const before = (await ledger()).length
    await shop.control('faults', { on: 'payments', kind: 'lost_answer', times: 1 })
    redirected(await startPayment(shop.deps, input))
    expect(await ledger()).toHaveLength(before + 1)
  })

  test('without any answer the shopper is told so, and a job fetches the redirect', async () => {
    await shop.control('faults', { on: 'payments', kind: 'error_500', times: 2 })
    const started = await startPayment(shop.deps, input)
    expect(started).toMatchObject({ kind: 'no_answer' })
    if (started.kind !== 'no_answer') return
    await shop.advance(31 * SECOND)
    expect((await attemptOf(started.order)).answer).toContain('redirect')
    expect((await statusNow(started.order)).status).toBe('awaiting_payment')
  })
})

describe('late, surplus and unwanted money', () => {
  test('money for an order that its shopper cancelled goes back in full', async () => {
    const order = await pay()
    await cancelOwnOrder(shop.deps, order)
    await press(order, 'Approve')
    await shop.advance(60 * SECOND)
    await shop.advance(60 * SECOND)
    expect((await orderOf(order)).refunds).toMatchObject([{ rung: 'done', why: 'order_cancelled' }])
    expect(await statusNow(order)).toEqual({ status: 'cancelled', why: 'by_shopper' })
  })

  test('a paid order that is cancelled is refunded', async () => {
    const order = await pay()
    await press(order, 'Approve')
    await shop.advance(5 * SECOND)
    await cancelOwnOrder(shop.deps, order)
    await shop.advance(60 * SECOND)
    await shop.advance(60 * SECOND)
    expect(await statusNow(order)).toEqual({ status: 'refunded', why: null })
  })

  test('an order paid by two attempts keeps the first and gives the second back', async () => {
    const order = await pay()
    redirected(await payAgain(shop.deps, askerWith(), { order, number: 2, method: 'kakaopay' }))
    await press(order, 'Approve without returning')
    await press(order, 'Approve without returning', 2)
    await shop.advance(60 * SECOND)
    await shop.advance(60 * SECOND)
    const { refunds, payments } = await orderOf(order)
    expect(payments).toHaveLength(2)
    expect(refunds).toMatchObject([{ why: 'surplus', rung: 'done' }])
    expect((await statusNow(order)).status).toBe('paid')
  })
})

test('nothing was parked on the way', async () => {
  expect(await listParked(shop.deps.db)).toEqual([])
})

test('every request, answer and notification on the way is one of Adyen’s specification', (context) => {
  needsSpecification(context)
  expect(shop.traffic.seen.requests).toBeGreaterThan(20)
  expect(shop.traffic.seen.answers).toBeGreaterThan(20)
  expect(shop.traffic.seen.notifications).toBeGreaterThan(5)
  expect(shop.traffic.complaints).toEqual([])
})
