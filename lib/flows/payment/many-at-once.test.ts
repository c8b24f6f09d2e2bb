import { afterAll, beforeAll, expect, test } from 'vitest'
import { SECOND } from '@/lib/core/ids'
import { statusOf } from '@/lib/core/order'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { moveStock } from '@/lib/db/goods/stock'
import { findOrder } from '@/lib/db/orders'
import { workOff } from '@/lib/jobs/work'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut } from '@/lib/proof/shop/shopper'
import { untilRowsAreAwaited } from '@/lib/proof/shop/subscriber'
import { applyNotification } from '../notification/apply-notification'
import { finishPayment } from './finish-payment'
import { startPayment } from './start-payment'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const times = <T>(count: number, act: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => act(index)))
const setStock = (stock: number) =>
  shop.deps.db.updateTable('variants').set({ stock }).where('id', '=', 'yuja-preserve').execute()
const stock = async () =>
  (
    await shop.deps.db
      .selectFrom('variants')
      .select('stock')
      .where('id', '=', 'yuja-preserve')
      .executeTakeFirstOrThrow()
  ).stock

test('fifty shoppers want the last jar: one gets it', async () => {
  await setStock(1)
  const inputs = await times(50, () => aVisitorWithACart(shop))
  const started = await Promise.all(inputs.map((input) => startPayment(shop.deps, input)))
  expect(started.filter(({ kind }) => kind === 'redirect')).toHaveLength(1)
  expect(started.filter(({ kind }) => kind === 'sold_out')).toHaveLength(49)
  expect(await stock()).toBe(0)
  await setStock(100)
})

test('goods that are few are given back and taken at the same instant: neither waits for the other in vain', async () => {
  const { deps } = shop
  const [both, one] = await times(2, async () => checkOut(shop, await aVisitorWithACart(shop)))
  if (!both || !one) throw new Error('no orders')
  await deps.pool.query(
    `insert into order_lines select (jsonb_populate_record(line, '{"position": 2, "variant_id": "roasted-corn-tea"}')).*
     from order_lines line where order_id = $1`,
    [both],
  )
  await deps.pool.query(
    `update variants set stock = 3 where id in ('roasted-corn-tea', 'yuja-preserve')`,
  )
  const at = new Date(await deps.clock.now())
  const held = await deps.pool.connect()
  await held.query('begin')
  await held.query('select from settings for update')
  const move = (variantId: string, pieces: number) =>
    ({ variantId, pieces, why: pieces > 0 ? 'given_back' : 'put_aside', at }) as const
  const given = [move('yuja-preserve', 1), move('roasted-corn-tea', 1)]
  const back = deps.db.transaction().execute((tx) => moveStock(tx, both, given))
  await untilRowsAreAwaited(shop, 1)
  const taken = deps.db
    .transaction()
    .execute((tx) => moveStock(tx, one, [move('yuja-preserve', -1)]))
  await untilRowsAreAwaited(shop, 2)
  await held.query('commit')
  held.release()
  expect(await Promise.allSettled([back, taken])).toMatchObject([
    { status: 'fulfilled' },
    { status: 'fulfilled', value: true },
  ])
  await setStock(100)
})

test('fifty returns and fifty notifications of one payment: it is paid once', async () => {
  const order = await checkOut(shop, await aVisitorWithACart(shop))
  const attempt = await findAttemptByNumber(shop.deps.db, order, 1)
  if (!attempt) throw new Error('no attempt')
  const back = new URL((await shop.press(attempt.reference, 'Approve')) ?? '')
  const redirectResult = back.searchParams.get('redirectResult')
  await shop.deps.clock.advance(5 * SECOND)
  await shop.simulator.deliverDue()
  const { id } = await shop.deps.db
    .selectFrom('webhookInbox')
    .select('id')
    .where('reference', '=', attempt.reference)
    .executeTakeFirstOrThrow()

  await Promise.all([
    times(50, () => finishPayment(shop.deps, attempt.returnToken, redirectResult)),
    times(50, () => applyNotification(shop.deps, id)),
  ])
  const after = await findOrder(shop.deps.db, order)
  expect(after && statusOf(after)).toEqual({ status: 'paid', why: null })
  expect(after?.payments).toHaveLength(1)
  expect(after?.refunds).toEqual([])
})

test('four workers at once do each job once', async () => {
  await shop.advance(71 * 60 * SECOND)
  const before = await stock()
  const orders = await times(10, async () => checkOut(shop, await aVisitorWithACart(shop)))
  expect(await stock()).toBe(before - 10)
  await shop.deps.clock.advance(71 * 60 * SECOND)
  await times(4, () => workOff(shop.deps, 30_000))
  await shop.settle()
  expect(await stock()).toBe(before)
  for (const id of orders) {
    const order = await findOrder(shop.deps.db, id)
    expect(order && statusOf(order).status).toBe('cancelled')
  }
})
