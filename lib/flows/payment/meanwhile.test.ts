import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Adyen } from '@/lib/adyen/client'
import { AdyenError } from '@/lib/adyen/errors'
import { DAY } from '@/lib/core/calendar'
import { HOUR, instant, laterBy, MINUTE, type OrderId, SECOND } from '@/lib/core/ids'
import { statusOf } from '@/lib/core/order'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { findOrder } from '@/lib/db/orders'
import { askGivenUpAgain, listGivenUp } from '@/lib/db/refunds'
import { listSavedMethods } from '@/lib/db/saved-methods'
import { parseJob, runJob, workOff } from '@/lib/jobs/work'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { askerWith, aVisitorWithACart, cancelOwnOrder, checkOut } from '@/lib/proof/shop/shopper'
import { aRunningSubscription, periodsOf } from '@/lib/proof/shop/subscriber'
import { checkoutView } from '@/lib/views/checkout'
import { orderView, resultView } from '@/lib/views/order'
import { subscriptionView } from '@/lib/views/subscription'
import type { Deps } from '../deps'
import { applyNotification } from '../notification/apply-notification'
import { askRefund } from '../order/ask-refund'
import { removeSaved } from '../saved/remove-saved'
import { changeSubscription } from '../subscription/change-subscription'
import { askDetailsAgain, finishPayment } from './finish-payment'
import { payAgain } from './pay-again'
import { resumePayment } from './resume-payment'
import { startPayment } from './start-payment'

/* The world goes on while somebody waits, is slow, or lies dead: what is found then counts, not what was known before. */

const _noon = instant(Date.UTC(2026, 10, 23, 3))
let shop: TestShop
beforeEach(async () => {
  shop = await openShop()
})
afterEach(() => shop.close())

const rowsOf = async (sql: string) => (await shop.deps.pool.query(sql)).rows
const statusNow = async (id: OrderId) => {
  const order = await findOrder(shop.deps.db, id)
  return order && statusOf(order).status
}
const attemptOf = async (id: OrderId, number = 1) => {
  const [row, order] = [
    await findAttemptByNumber(shop.deps.db, id, number),
    await findOrder(shop.deps.db, id),
  ]
  if (!row || !order) throw new Error(`no attempt ${number}`)
  return { ...row, rung: order.attempts[number - 1]?.rung }
}
/** The shop with another Adyen on the line, for one question. */
const withAdyen = (changed: Partial<Adyen>): Deps & TestShop['deps'] => ({
  ...shop.deps,
  adyen: { ...shop.deps.adyen, ...changed },
})
const noAnswer = () => new AdyenError('retry', null, null)
/** A question whose answer comes when it is told to. */
function held<T>() {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const asked = Promise.withResolvers<void>()
  const ask = () => {
    asked.resolve()
    return promise
  }
  return { ask, asked: asked.promise, resolve, reject }
}
/** All charges that the simulated Adyen has made. */
const charged = async () =>
  (await rowsOf('select from simulator.payments where authorised_at is not null')).length

describe('an order that was paid or cancelled meanwhile', () => {
  const wayOn = async (order: OrderId) => {
    const now = await shop.deps.clock.now()
    return (await orderView(shop.deps.db, order, askerWith(), { locale: 'en', now }))?.continueTo
  }

  test('sends nobody to the wallet of an older attempt once it is paid', async () => {
    const order = await checkOut(shop, await aVisitorWithACart(shop))
    const { reference, returnToken } = await attemptOf(order)
    const back = new URL((await shop.press(reference, 'Cancel, then approve in the app')) ?? '')
    await finishPayment(shop.deps, returnToken, back.searchParams.get('redirectResult'))
    const again = { number: 2, method: 'kakaopay' }
    expect(await payAgain(shop.deps, askerWith(), { order, ...again })).toMatchObject({
      kind: 'redirect',
    })
    await shop.advance(10 * MINUTE)
    expect(await statusNow(order)).toBe('paid')
    expect(await payAgain(shop.deps, askerWith(), { order, ...again })).toMatchObject({
      kind: 'answered',
    })
    expect(await wayOn(order)).toBeNull()
  })

  test('sends nobody to the wallet once its shopper has cancelled it', async () => {
    const input = await aVisitorWithACart(shop)
    const order = await checkOut(shop, input)
    await cancelOwnOrder(shop.deps, order)
    expect(await startPayment(shop.deps, input)).toMatchObject({ kind: 'answered' })
    expect(await wayOn(order)).toBeNull()
  })

  test('leaves what is in the cart to be bought as another order', async () => {
    const input = await aVisitorWithACart(shop)
    const order = await checkOut(shop, input)
    await cancelOwnOrder(shop.deps, order)
    const asked = { locale: 'en', showMistakes: false } as const
    const view = await checkoutView(shop.deps, input.visitor, asked)
    if (typeof view === 'string') throw new Error(view)
    const anew = { ...input, checkoutId: view.checkout, number: view.attempt }
    const started = await startPayment(shop.deps, anew)
    expect(started.kind).toBe('redirect')
    expect(started).not.toMatchObject({ order })
  })
})

describe('a charge that is stored, and has not reached Adyen', () => {
  async function aStoredCharge() {
    const subscriber = await aRunningSubscription(shop)
    await shop.control('faults', { on: 'payments', kind: 'error_500', times: 2 })
    for (let day = 0; day < 40 && (await periodsOf(shop, subscriber.id)).length < 2; day++)
      await shop.advance(DAY)
    const [, period] = await periodsOf(shop, subscriber.id)
    if (!period) throw new Error('no second period')
    return { ...subscriber, period: period.id }
  }

  test('is not made after the subscription was cancelled', async () => {
    const { id, shopper, period } = await aStoredCharge()
    const before = await charged()
    await changeSubscription(shop.deps, askerWith({ shopper }), {
      id,
      change: {
        kind: 'cancel',
        who: 'shopper',
        when: 'now',
      },
    })
    await shop.settle()
    await shop.advance(2 * MINUTE)
    expect(await statusNow(period)).toBe('cancelled')
    expect(await charged()).toBe(before)
  })

  test('is not made after its shopper has removed the saved wallet', async () => {
    const { shopper, period } = await aStoredCharge()
    const before = await charged()
    const [wallet] = await listSavedMethods(shop.deps.db, shopper)
    if (!wallet) throw new Error('nothing was saved')
    // Adyen cannot forget it yet, either.
    await shop.control('faults', { on: 'storedPaymentMethods', kind: 'error_500', times: 9 })
    expect(await removeSaved(shop.deps, askerWith({ shopper }), wallet.id)).toBe(true)
    await shop.advance(2 * MINUTE)
    expect(await charged()).toBe(before)
    await shop.advance(72 * HOUR)
    expect(await statusNow(period)).toBe('cancelled')
    expect(await charged()).toBe(before)
  })

  test('may have been made for all we know: nobody is asked to pay its period by hand meanwhile', async () => {
    const { id, shopper, period } = await aStoredCharge()
    const byHand = { number: 2, method: 'kakaopay' }
    expect(
      await payAgain(shop.deps, askerWith({ shopper }), { order: period, ...byHand }),
    ).toMatchObject({ kind: 'answered' })
    const asked = { locale: 'en', now: await shop.deps.clock.now() } as const
    expect(
      await resultView(shop.deps.db, period, askerWith(), { locale: 'ko', attempt: 1 }),
    ).toMatchObject({
      verdict: 'unknown',
      payAgain: null,
    })
    expect(await orderView(shop.deps.db, period, askerWith(), asked)).toMatchObject({
      payAgain: null,
    })
    expect(await subscriptionView(shop.deps.db, id, shopper, asked)).toMatchObject({
      charging: true,
      payOrder: null,
    })
    const before = await charged()
    await shop.advance(2 * MINUTE)
    await shop.advance(10 * SECOND)
    expect([await charged(), await statusNow(period)]).toEqual([before + 1, 'paid'])
    expect(await rowsOf('select from refunds')).toEqual([])
  })
})

test('a question that was asked so long ago that Adyen may have forgotten its key is not asked again', async () => {
  const { id } = await aRunningSubscription(shop)
  const { charge } = shop.deps.adyen
  const lossy = withAdyen({
    charge: async (question) => {
      await charge(question)
      throw noAnswer()
    },
  })
  for (let day = 0; day < 40 && (await periodsOf(shop, id)).length < 2; day++) {
    await shop.deps.clock.advance(DAY)
    await workOff(lossy, 30_000)
  }
  const before = await charged()
  // Nobody works for nine days.
  await shop.deps.clock.advance(9 * DAY)
  await shop.settle()
  await shop.advance(10 * SECOND)
  expect(await charged()).toBe(before)
  expect((await periodsOf(shop, id))[1]?.status).toBe('paid')
})

test('a time limit that was handed over by a machine whose clock is ahead is kept all the same', async () => {
  const order = await checkOut(shop, await aVisitorWithACart(shop))
  const [job] = await rowsOf(
    `delete from jobs_due where name = 'expire_attempt' returning name, payload`,
  )
  await shop.deps.clock.advance(71 * MINUTE)
  const now = async () => laterBy(await shop.deps.clock.now(), -2 * MINUTE)
  const behind = { ...shop.deps, clock: { ...shop.deps.clock, now } }
  await runJob(behind, parseJob({ name: job.name, payload: JSON.parse(job.payload) }))
  expect(await statusNow(order)).toBe('awaiting_payment')
  await shop.advance(MINUTE)
  expect(await statusNow(order)).toBe('cancelled')
})

describe('an answer that is overtaken by another', () => {
  test('does not undo what a return has told', async () => {
    const order = await checkOut(shop, await aVisitorWithACart(shop))
    const { reference, returnToken } = await attemptOf(order)
    const back = new URL((await shop.press(reference, 'Cancel')) ?? '')
    const slow = held<never>()
    const details = { details: slow.ask }
    const result = back.searchParams.get('redirectResult')
    const returning = finishPayment(withAdyen(details), returnToken, result)
    await slow.asked
    const [row] = await rowsOf('select id::int from returns')
    await askDetailsAgain(shop.deps, row.id, 1)
    expect(await attemptOf(order)).toMatchObject({ rung: 'declined' })
    slow.reject(noAnswer())
    await returning
    expect(await attemptOf(order)).toMatchObject({ rung: 'declined', resultCode: 'Cancelled' })
    await shop.advance(HOUR)
  })

  test('lets the shopper pay again when one question was in vain and the other says that nothing was paid', async () => {
    const order = await checkOut(shop, await aVisitorWithACart(shop))
    const { returnToken } = await attemptOf(order)
    const slow = held<never>()
    const garbage = finishPayment(withAdyen({ details: slow.ask }), returnToken, 'garbage')
    await slow.asked
    const [row] = await rowsOf('select id::int from returns')
    await askDetailsAgain(withAdyen({ details: () => Promise.reject(noAnswer()) }), row.id, 1)
    expect(await statusNow(order)).toBe('confirming')
    slow.reject(new AdyenError('final', 422, '14_006'))
    await garbage
    const again = { number: 2, method: 'kakaopay' }
    expect(await payAgain(shop.deps, askerWith(), { order, ...again })).toMatchObject({
      kind: 'redirect',
    })
  })

  test('does not decline an attempt whose shopper is at the wallet', async () => {
    const slow = held<never>()
    const pressing = startPayment(withAdyen({ pay: slow.ask }), await aVisitorWithACart(shop))
    await slow.asked
    const [{ id, order_id: order }] = await rowsOf('select id, order_id from attempts')
    await resumePayment(shop.deps, id)
    slow.reject(new AdyenError('misconfigured', 401, null))
    expect(await pressing).toMatchObject({ kind: 'redirect' })
    expect(await attemptOf(order)).toMatchObject({ rung: 'open', resultCode: null })
  })
})

describe('money on its way back', () => {
  async function aCancelledOrder() {
    const order = await checkOut(shop, await aVisitorWithACart(shop))
    await shop.press((await attemptOf(order)).reference, 'Approve without returning')
    await shop.advance(5 * SECOND)
    await cancelOwnOrder(shop.deps, order)
    const refund = (await findOrder(shop.deps.db, order))?.refunds[0]
    if (!refund) throw new Error('nothing is given back')
    return { order, refund: refund.id }
  }

  test('is asked for again after the first try failed, however long nobody worked before', async () => {
    const { order } = await aCancelledOrder()
    await shop.deps.clock.advance(73 * HOUR)
    await shop.control('faults', { on: 'refunds', kind: 'error_500', times: 1 })
    await shop.settle()
    await shop.advance(HOUR)
    await shop.advance(MINUTE)
    expect(await statusNow(order)).toBe('refunded')
  })

  test('is shown to a person when Adyen has not answered for three days', async () => {
    const { order } = await aCancelledOrder()
    await shop.control('faults', { on: 'refunds', kind: 'error_500', times: 2_000 })
    await shop.settle()
    await shop.deps.clock.advance(73 * HOUR)
    await shop.settle()
    const [given, ...others] = await listGivenUp(shop.deps.db)
    expect(given).toMatchObject({ orderId: order, problem: 'given up, last: retry 500 701' })
    expect(others).toEqual([])
    await shop.deps.pool.query('delete from simulator.faults')
    await askGivenUpAgain(shop.deps.db, new Date(await shop.deps.clock.now()))
    await shop.settle()
    await shop.advance(MINUTE)
    expect(await statusNow(order)).toBe('refunded')
  })

  test('is news of which nothing is lost when it meets the answer to its question', async () => {
    const { order, refund } = await aCancelledOrder()
    const answered = held<void>()
    const asking = askRefund(
      withAdyen({
        refund: async (...question) => {
          const answer = await shop.deps.adyen.refund(...question)
          await answered.ask()
          return answer
        },
      }),
      refund,
    )
    await answered.asked
    await shop.deps.clock.advance(5 * SECOND)
    await shop.simulator.deliverDue()
    const [news] = await rowsOf(`select id::int from webhook_inbox where event_code = 'REFUND'`)
    await rowsOf(`delete from jobs_due where name in ('apply_notification', 'ask_refund')`)
    // Between looking for the refund and parking its news, the applying worker is held up by another.
    const other = await shop.deps.pool.connect()
    await other.query('begin')
    await other.query('select from webhook_inbox for update')
    const applying = applyNotification(shop.deps, news.id)
    await new Promise((resolve) => setTimeout(resolve, 300))
    answered.resolve()
    await Promise.race([asking, new Promise((resolve) => setTimeout(resolve, 300))])
    await other.query('commit')
    other.release()
    await Promise.all([asking, applying])
    await shop.advance(MINUTE)
    expect(await statusNow(order)).toBe('refunded')
    expect(await rowsOf('select from webhook_inbox where parked_why is not null')).toEqual([])
  })
})
