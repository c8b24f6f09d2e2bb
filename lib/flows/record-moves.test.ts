import { afterAll, beforeAll, expect, test } from 'vitest'
import { lineId, type OrderId, paymentId, type RefundId } from '@/lib/core/ids'
import { krw } from '@/lib/core/money'
import type { Fact } from '@/lib/core/order'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { storeNotification } from '@/lib/db/inbox'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut } from '@/lib/proof/shop/shopper'
import {
  arrives,
  claims,
  loses,
  moves,
  sends,
  settles,
} from '@/lib/proof/simulation/goods/told-goods'
import { record } from './record'

/* What a fact moves on the shelf and among the news that wait, in the words that a merchant reads there. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const jar = [{ line: lineId(1), quantity: 1 }]

async function anOrder() {
  const order = await checkOut(shop, await aVisitorWithACart(shop))
  const attempt = (await findAttemptByNumber(shop.deps.db, order, 1))?.id
  if (!attempt) throw new Error('no attempt')
  const payment = paymentId(`paid ${order}`)
  const pays: Fact = { kind: 'payment_authorised', attempt, payment, amount: krw(15_000) }
  const tell = async (...facts: readonly Fact[]) => {
    for (const fact of facts) await record(shop.deps, order, fact)
  }
  return { order, attempt, payment, pays, tell }
}
const movesOf = async (order: OrderId) => {
  const moved = shop.deps.db.selectFrom('stockMoves').select(['pieces', 'why'])
  const rows = await moved.where('orderId', '=', order).orderBy('id').execute()
  return rows.map(({ pieces, why }) => `${pieces} ${why}`)
}

test('goods are put aside for an order, and given back when it ends', async () => {
  const { order, attempt, tell } = await anOrder()
  await tell({ kind: 'offer_closed', attempt })
  expect(await movesOf(order)).toEqual(['-1 put_aside', '1 given_back'])
})

test('goods of late money are sold late', async () => {
  const { order, attempt, pays, tell } = await anOrder()
  await tell({ kind: 'offer_closed', attempt }, pays)
  expect(await movesOf(order)).toEqual(['-1 put_aside', '1 given_back', '-1 sold_late'])
})

test('goods in the place of a parcel that was lost are promised again', async () => {
  const { order, pays, tell } = await anOrder()
  await tell(pays, sends(order, jar), loses(order, 'same_goods'))
  expect(await movesOf(order)).toEqual(['-1 put_aside', '-1 promised_again'])
})

test('goods that come back lie on the shelf, and those in their place are promised again', async () => {
  const { order, pays, tell } = await anOrder()
  const back = claims(order, jar, { ground: 'faulty', remedy: 'same_goods' })
  await tell(pays, sends(order, jar), moves(order, 'delivered'), back, arrives(order, jar))
  await tell(settles(order, 'same_goods'))
  expect(await movesOf(order)).toEqual(['-1 put_aside', '1 came_back', '-1 promised_again'])
})

/** News of a refund of this payment that nobody knew, as it waits for a person. */
async function parked(payment: string): Promise<number> {
  const item = JSON.stringify({ eventCode: 'REFUND', originalReference: payment })
  const about = { eventCode: 'REFUND', reference: '', live: 'false', fingerprint: `of ${payment}` }
  await storeNotification(shop.deps.db, { ...about, item }, 'false', new Date())
  const waits = shop.deps.db.updateTable('webhookInbox').set({ parkedWhy: 'unknown_refund' })
  const { fingerprint } = about
  await waits.where('fingerprint', '=', fingerprint).execute()
  const found = shop.deps.db.selectFrom('webhookInbox').select('id')
  const { id } = await found.where('fingerprint', '=', fingerprint).executeTakeFirstOrThrow()
  await shop.deps.db.deleteFrom('jobsDue').where('name', '=', 'apply_notification').execute()
  return id
}
const triedAgain = async () => {
  const jobs = shop.deps.db.selectFrom('jobsDue').select('payload')
  const rows = await jobs.where('name', '=', 'apply_notification').execute()
  return rows.map(({ payload }) => JSON.parse(payload).notification)
}

test('news that waits for a refund is tried again when one is found that was made elsewhere', async () => {
  const { payment, pays, tell } = await anOrder()
  await tell(pays)
  const id = await parked(payment)
  const refund = `elsewhere ${payment}` as RefundId
  await tell({ kind: 'refund_elsewhere', refund, payment, amount: krw(1000), rung: 'done' })
  expect(await triedAgain()).toEqual([id])
})

test('news that waits for a refund is tried again when it is done, and not when it fails', async () => {
  const { attempt, payment, pays, tell } = await anOrder()
  await tell({ kind: 'offer_closed', attempt }, { kind: 'cancelled_by', who: 'shopper' }, pays)
  const id = await parked(payment)
  const refund = `${payment}-1` as RefundId
  await tell({ kind: 'refund_news', refund, rung: 'failed' })
  expect(await triedAgain()).toEqual([])
  await tell({ kind: 'refund_due_again', refund })
  await tell({ kind: 'refund_news', refund: `${payment}-2` as RefundId, rung: 'done' })
  expect(await triedAgain()).toEqual([id])
})
