import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AdyenError } from '@/lib/adyen/errors'
import { MINUTE, type OrderId, SECOND } from '@/lib/core/ids'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { finishPayment } from '@/lib/flows/payment/finish-payment'
import { startPayment } from '@/lib/flows/payment/start-payment'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { askerWith, aVisitorWithACart, checkOut } from '@/lib/proof/shop/shopper'
import { orderView, resultView, statusView } from './order'

/* What a shopper reads when a payment came to nothing: what can be done about it, and who ended the order. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const resultOf = (id: OrderId) =>
  resultView(shop.deps.db, id, askerWith(), { locale: 'ko', attempt: 1 })
const orderOf = async (id: OrderId) =>
  orderView(shop.deps.db, id, askerWith(), { locale: 'ko', now: await shop.deps.clock.now() })

/** An order whose shopper pressed this in the wallet, and came back. */
async function orderAfter(press: string, refusalCode = '2'): Promise<OrderId> {
  const id = await checkOut(shop, await aVisitorWithACart(shop))
  const attempt = await findAttemptByNumber(shop.deps.db, id, 1)
  const asked = { reference: attempt?.reference ?? '', press, refusalCode }
  const { returnUrl } = (await shop.control('wallet', asked)) as { returnUrl: string }
  const redirectResult = new URL(returnUrl).searchParams.get('redirectResult')
  await finishPayment(shop.deps, attempt?.returnToken ?? '', redirectResult)
  return id
}

const mayTryAgain = ['other_method', 'try_again', 'cancel_order', 'view_order']
test.each([
  ['28', 'amount', ['other_method', 'cancel_order', 'view_order']],
  ['4', 'no_answer', mayTryAgain],
  ['2', 'refused', mayTryAgain],
  ['12', 'refused', mayTryAgain],
  ['20', 'refused', mayTryAgain],
])('a refusal with code %s reads "%s"', async (code, explanation, next) => {
  const view = await resultOf(await orderAfter('Refuse', code))
  expect(view).toMatchObject({ verdict: 'refused', explanation, next, method: '카카오페이' })
})

test('what does not take the amount is not offered for it again, and all else is', async () => {
  const unsuited = async (code: string) =>
    (await orderOf(await orderAfter('Refuse', code)))?.payAgain?.unsuited
  expect(await unsuited('28')).toBe('kakaopay')
  expect(await unsuited('12')).toBeNull()
})

test('an amount that Adyen does not take at all is not tried again either', async () => {
  const { deps } = shop
  const pay = () => Promise.reject(new AdyenError('final', 422, '137'))
  const adyen = { ...deps.adyen, pay }
  const started = await startPayment({ ...deps, adyen }, await aVisitorWithACart(shop))
  if (started.kind !== 'answered') throw new Error(started.kind)
  expect(await resultOf(started.order)).toMatchObject({
    verdict: 'broken',
    explanation: 'amount',
    next: ['other_method', 'cancel_order', 'view_order'],
  })
})

describe('an order that came to nothing says who ended it', () => {
  const endedBy = async (press: string) => {
    const id = await orderAfter(press)
    await shop.advance(10 * SECOND)
    await shop.advance(11 * MINUTE)
    const { db } = shop.deps
    const letters = await db.selectFrom('mails').selectAll().where('orderId', '=', id).execute()
    const view = await orderOf(id)
    return {
      end: view?.end,
      last: view?.timeline.entries.at(-1)?.what,
      letters: letters.map(({ subject }) => subject.replace(/ \(.*/, '')),
      why: (await statusView(db, id))?.why,
    }
  }

  test('the shopper, who pressed Cancel in the wallet: the time did not run out', async () => {
    expect(await endedBy('Cancel')).toEqual({
      end: 'left',
      last: 'payment_left',
      letters: ['[노랑] 결제를 취소하셔서 주문이 취소되었습니다'],
      why: 'timed_out',
    })
  })

  test('the wallet, which refused', async () => {
    expect(await endedBy('Refuse')).toEqual({
      end: 'payment_failed',
      last: 'payment_failed',
      letters: ['[노랑] 결제에 실패했습니다'],
      why: 'payment_failed',
    })
  })

  test('time, when nobody came back', async () => {
    const id = await checkOut(shop, await aVisitorWithACart(shop))
    await shop.advance(70 * MINUTE)
    const view = await orderOf(id)
    expect([view?.end, view?.timeline.entries.at(-1)?.what]).toEqual([
      'timed_out',
      'payment_timed_out',
    ])
  })
})
