import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Adyen } from '@/lib/adyen/client'
import { type OrderId, SECOND } from '@/lib/core/ids'
import { refundedOf, statusOf } from '@/lib/core/order'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { findOrder } from '@/lib/db/orders'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { askerWith, aVisitorWithACart, cancelOwnOrder, checkOut } from '@/lib/proof/shop/shopper'
import type { Deps } from '../deps'
import { askRefund } from '../order/ask-refund'
import { finishPayment } from './finish-payment'
import { payAgain } from './pay-again'
import { startPayment } from './start-payment'

/* Write, call, write: what is true of the shop while it asks Adyen, and what it makes of the answer. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const orderOf = async (id: OrderId) => {
  const order = await findOrder(shop.deps.db, id)
  if (!order) throw new Error(`no order ${id}`)
  return order
}
const attemptOf = async (id: OrderId, number = 1) => {
  const attempt = await findAttemptByNumber(shop.deps.db, id, number)
  if (!attempt) throw new Error(`no attempt ${number}`)
  return attempt
}
async function aPaidOrder(): Promise<OrderId> {
  const order = await checkOut(shop, await aVisitorWithACart(shop))
  await shop.press((await attemptOf(order)).reference, 'Approve without returning')
  await shop.advance(5 * SECOND)
  expect(statusOf(await orderOf(order)).status).toBe('paid')
  return order
}

describe('while Adyen thinks', () => {
  /** Of each question: how many transactions of the shop were open when it was asked. */
  let open: [question: string, transactions: number][]
  let deps: Deps
  beforeEach(() => {
    open = []
    deps = { ...shop.deps, adyen: watched(shop.deps.adyen) }
  })

  function watched(adyen: Adyen): Adyen {
    const look = async (question: string) => {
      const { rows } = await sql<{ state: string }>`
        select state from pg_stat_activity
        where datname = current_database() and state like 'idle in transaction%'
      `.execute(shop.deps.db)
      open.push([question, rows.length])
    }
    return {
      ...adyen,
      pay: (question) => look('pay').then(() => adyen.pay(question)),
      details: (result, key) => look('details').then(() => adyen.details(result, key)),
      refund: (...question) => look('refund').then(() => adyen.refund(...question)),
    }
  }

  test('about a payment, nobody waits for us', async () => {
    await startPayment(deps, await aVisitorWithACart(shop))
    expect(open).toEqual([['pay', 0]])
  })

  test('about a return, nobody waits for us', async () => {
    const order = await checkOut(shop, await aVisitorWithACart(shop))
    const { reference, returnToken } = await attemptOf(order)
    const back = new URL((await shop.press(reference, 'Approve')) ?? '')
    await finishPayment(deps, returnToken, back.searchParams.get('redirectResult'))
    expect(open).toEqual([['details', 0]])
  })

  test('about a refund, nobody waits for us', async () => {
    const order = await aPaidOrder()
    await cancelOwnOrder(shop.deps, order)
    for (const { id } of (await orderOf(order)).refunds) await askRefund(deps, id)
    expect(open).toEqual([['refund', 0]])
  })
})

test('a second attempt is a new question to Adyen, though it asks for the same', async () => {
  const order = await checkOut(shop, await aVisitorWithACart(shop))
  const again = await payAgain(shop.deps, askerWith(), { order, number: 2, method: 'kakaopay' })
  expect(again).toMatchObject({ kind: 'redirect', number: 2 })
  const keys = [await attemptOf(order, 1), await attemptOf(order, 2)].map(
    ({ idempotencyKey }) => idempotencyKey,
  )
  expect(new Set(keys).size).toBe(2)
})

test('money that Adyen has promised to give back is not back', async () => {
  const order = await aPaidOrder()
  await cancelOwnOrder(shop.deps, order)
  for (const { id } of (await orderOf(order)).refunds) await askRefund(shop.deps, id)
  const asked = await orderOf(order)
  expect(asked.refunds).toMatchObject([{ rung: 'received' }])
  expect(refundedOf(asked).minor).toBe(0)
  expect(statusOf(asked).status).toBe('cancelled')
})
