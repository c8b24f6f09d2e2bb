import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { MINUTE, type OrderId, SECOND } from '@/lib/core/ids'
import { statusOf } from '@/lib/core/order'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { findCart } from '@/lib/db/carts'
import { findVariant } from '@/lib/db/goods/products'
import { findOrder } from '@/lib/db/orders'
import { changeCart } from '@/lib/flows/cart/change-cart'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { askerWith, aVisitorWithACart, checkOut } from '@/lib/proof/shop/shopper'
import { payAgain } from './pay-again'
import { type PaymentInput, startPayment } from './start-payment'

/* Somebody who does not pay keeps nothing from those who would. */

const PIECES = 5
const JAR = 'yuja-preserve'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
beforeEach(async () => {
  await shop.deps.pool.query('update variants set stock = $1 where id = $2', [PIECES, JAR])
})

const stock = async () => (await findVariant(shop.deps.db, JAR))?.stock ?? -1
const statusNow = async (id: OrderId) => {
  const order = await findOrder(shop.deps.db, id)
  return order && statusOf(order)
}
const lettersOf = async (id: OrderId) => {
  const query = shop.deps.db.selectFrom('mails').select(['letter', 'text'])
  return query.where('orderId', '=', id).orderBy('id').execute()
}

async function aVisitorWho(takes: number): Promise<PaymentInput> {
  const input = await aVisitorWithACart(shop)
  const { visitor: cart } = input
  await changeCart(shop.deps, {
    cart,
    network: 'x',
    variantId: JAR,
    intent: 'set',
    quantity: takes,
  })
  const checkoutId = (await findCart(shop.deps.db, cart))?.checkoutId ?? ''
  return { ...input, checkoutId, total: takes * 15_000 }
}

async function approve(id: OrderId, number = 1) {
  const attempt = await findAttemptByNumber(shop.deps.db, id, number)
  await shop.press(attempt?.reference ?? '', 'Approve without returning')
  await shop.advance(10 * SECOND)
}

describe('one anonymous order for every piece', () => {
  test('keeps them for a quarter of an hour, and its open wallet buys nothing that others bought', async () => {
    const attacker = await checkOut(shop, await aVisitorWho(PIECES))
    expect(await stock()).toBe(0)
    await shop.advance(14 * MINUTE)
    expect(await stock()).toBe(0)

    await shop.advance(2 * MINUTE)
    expect(await stock()).toBe(PIECES)
    expect((await statusNow(attacker))?.status).toBe('awaiting_payment')
    const buyer = await checkOut(shop, await aVisitorWho(1))
    await approve(buyer)
    expect((await statusNow(buyer))?.status).toBe('paid')

    await approve(attacker)
    expect((await statusNow(attacker))?.status).toBe('cancelled')
    expect(await stock()).toBe(PIECES - 1)
    const order = await findOrder(shop.deps.db, attacker)
    expect(order?.refunds).toMatchObject([{ why: 'sold_out', amount: { minor: 75_000 } }])
    await shop.advance(MINUTE)
    const letters = await lettersOf(attacker)
    expect(letters.map(({ letter }) => letter)).toEqual(['sold_out', 'refunded'])
    expect(letters[0]?.text).toContain('품절')
    await shop.advance(80 * MINUTE)
    expect(await lettersOf(attacker)).toHaveLength(2)
  })

  test('keeps them no longer by trying again and again', async () => {
    const order = await checkOut(shop, await aVisitorWho(PIECES))
    await shop.advance(10 * MINUTE)
    const again = { method: 'kakaopay', number: 2 } as const
    expect(await payAgain(shop.deps, askerWith(), { order, ...again })).toMatchObject({
      kind: 'redirect',
    })
    await shop.advance(6 * MINUTE)
    expect(await stock()).toBe(PIECES)
    expect(await payAgain(shop.deps, askerWith(), { order, ...again, number: 3 })).toMatchObject({
      kind: 'redirect',
    })
    expect(await stock()).toBe(PIECES)
  })

  test('is not sent to pay for what others have bought since', async () => {
    const order = await checkOut(shop, await aVisitorWho(PIECES))
    await shop.advance(16 * MINUTE)
    await approve(await checkOut(shop, await aVisitorWho(1)))
    const again = { method: 'kakaopay', number: 2 }
    expect(await payAgain(shop.deps, askerWith(), { order, ...again })).toEqual({
      kind: 'sold_out',
    })
  })
})

test('late money has its goods when they are there', async () => {
  const order = await checkOut(shop, await aVisitorWho(2))
  await shop.advance(16 * MINUTE)
  expect(await stock()).toBe(PIECES)
  await approve(order)
  expect((await statusNow(order))?.status).toBe('paid')
  expect(await stock()).toBe(PIECES - 2)
})

test('an order takes at most ten of one thing, also from a cart of before', async () => {
  await shop.deps.pool.query('update variants set stock = 100 where id = $1', [JAR])
  const input = await aVisitorWho(10)
  await shop.deps.pool.query('update cart_lines set quantity = 11 where cart_id = $1', [
    input.visitor,
  ])
  expect(await startPayment(shop.deps, { ...input, total: 165_000 })).toEqual({ kind: 'sold_out' })
})
