import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DAY } from '@/lib/core/calendar'
import type { OrderId, ShopperId } from '@/lib/core/ids'
import { statusOf } from '@/lib/core/order'
import { findCart } from '@/lib/db/carts'
import { findOrder, findOrderRow } from '@/lib/db/orders'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart } from '@/lib/proof/shop/shopper'
import { approveInWallet, aShopper, lettersTo, setChargeResult } from '@/lib/proof/shop/subscriber'
import { startPayment } from '../payment/start-payment'
import { buyAgain, chargeForReason } from './charge-saved'

let shop: TestShop
let shopper: ShopperId
let order: OrderId
beforeEach(async () => {
  shop = await openShop({ UNSCHEDULED_PER_DAY: '2' })
  shopper = await aShopper(shop)
  const keep = { shopper, agreement: 'unscheduled' } as const
  const input = { ...(await aVisitorWithACart(shop)), shopper, keep }
  const started = await startPayment(shop.deps, input)
  if (started.kind !== 'redirect') throw new Error(started.kind)
  order = started.order
  await approveInWallet(shop, order)
})
afterEach(() => shop.close())

const network = '192.0.2.1'
const input = () => ({ order, shopper, checkoutId: shop.deps.newId(), total: 15_000, network })
const statusNow = async (id: OrderId) => {
  const found = await findOrder(shop.deps.db, id)
  return found && statusOf(found).status
}
const paid = async () =>
  Number(
    (
      await shop.deps.pool.query(
        'select count(*) from simulator.payments where authorised_at is not null',
      )
    ).rows[0].count,
  )

describe('buying again with the saved KakaoPay', () => {
  test('is an order like any other, with a receipt, and nobody is sent anywhere', async () => {
    const bought = await buyAgain(shop.deps, input())
    if (bought.kind !== 'charged') throw new Error(bought.kind)
    await shop.advance(10_000)
    expect(await statusNow(bought.order)).toBe('paid')
    expect(await findOrderRow(shop.deps.db, bought.order)).toMatchObject({
      shopper,
      amount: 15_000,
    })
    expect(await lettersTo(shop)).toEqual(['paid', 'paid'])
  })
  test('with the id of somebody’s cart takes nothing from them: it becomes their order all the same', async () => {
    const theirs = await aVisitorWithACart(shop)
    const bought = await buyAgain(shop.deps, { ...input(), checkoutId: theirs.checkoutId })
    if (bought.kind !== 'charged') throw new Error(bought.kind)
    await shop.advance(10_000)
    expect((await findCart(shop.deps.db, theirs.visitor))?.lines).toHaveLength(1)
    const started = await startPayment(shop.deps, theirs)
    expect(started).toMatchObject({ kind: 'redirect' })
    expect(started).not.toMatchObject({ order: bought.order })
  })
  test('pressed twice is bought once', async () => {
    const same = input()
    const both = await Promise.all([buyAgain(shop.deps, same), buyAgain(shop.deps, same)])
    expect(both[0]).toEqual(both[1])
    await shop.advance(10_000)
    expect(await paid()).toBe(2)
  })
  test('refused is no order, and can be paid by hand', async () => {
    await setChargeResult(shop, 'Refused')
    const bought = await buyAgain(shop.deps, input())
    if (bought.kind !== 'charged') throw new Error(bought.kind)
    await shop.advance(10_000)
    expect(await statusNow(bought.order)).toBe('cancelled')
  })
  test('at another price than the one that was read does nothing', async () => {
    expect(await buyAgain(shop.deps, { ...input(), total: 1 })).toEqual({ kind: 'changed' })
  })
  test('of somebody else’s order is as if there were none', async () => {
    const stranger = await aShopper(shop, 'stranger@example.com')
    expect(await buyAgain(shop.deps, { ...input(), shopper: stranger })).toEqual({
      kind: 'unknown',
    })
  })
  test('without a saved wallet charges nobody', async () => {
    await shop.control('tokens/unlink', { shopperReference: shopper })
    await shop.advance(5_000)
    expect(await buyAgain(shop.deps, input())).toEqual({ kind: 'no_wallet' })
  })
  test('what is sold out makes no order', async () => {
    await shop.deps.pool.query('update variants set stock = 0')
    expect(await buyAgain(shop.deps, input())).toEqual({ kind: 'sold_out' })
    expect((await shop.deps.pool.query('select count(*)::int from orders')).rows[0].count).toBe(1)
  })
  test('more often in a day than was set is not charged', async () => {
    for (const kind of ['charged', 'charged', 'limit'])
      expect((await buyAgain(shop.deps, input())).kind).toBe(kind)
    await shop.advance(DAY + 1)
    expect((await buyAgain(shop.deps, input())).kind).toBe('charged')
  })
})

describe('a charge at the merchant’s word', () => {
  const charge = { amount: 4_000, reason: '배송 중 추가된 보험료' }
  test('names its reason, is paid, and has a receipt', async () => {
    const checkoutId = shop.deps.newId()
    const charged = await chargeForReason(
      shop.deps,
      { kind: 'merchant' },
      { order, checkoutId, ...charge },
    )
    if (charged.kind !== 'charged') throw new Error(charged.kind)
    await shop.advance(10_000)
    expect(await statusNow(charged.order)).toBe('paid')
    expect(await findOrderRow(shop.deps.db, charged.order)).toMatchObject({
      reason: charge.reason,
      amount: 4_000,
      lines: [],
    })
  })
  test('counts against the same limit', async () => {
    for (const kind of ['charged', 'charged', 'limit']) {
      const checkoutId = shop.deps.newId()
      expect(
        (await chargeForReason(shop.deps, { kind: 'merchant' }, { order, checkoutId, ...charge }))
          .kind,
      ).toBe(kind)
    }
  })
})
