import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { OrderId, RefundId } from '@/lib/core/ids'
import { krw } from '@/lib/core/money'
import { statusOf } from '@/lib/core/order'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { listParked, storeNotification } from '@/lib/db/inbox'
import { findOrder } from '@/lib/db/orders'
import { storeRefundAnswer } from '@/lib/db/refunds'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut } from '@/lib/proof/shop/shopper'
import { record } from '../record'
import { applyNotification, foreseeAtAWord } from './apply-notification'

/* A stored notification finds its order, or waits for a person and says why. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

let order: OrderId
let reference: string
beforeEach(async () => {
  await shop.deps.db.deleteFrom('webhookInbox').execute()
  order = await checkOut(shop, await aVisitorWithACart(shop))
  reference = (await findAttemptByNumber(shop.deps.db, order, 1))?.reference ?? ''
})

let copies = 0
/** Stores a notification that was verified before, and applies it. */
async function told(fields: Fields, live = 'false'): Promise<number> {
  const id = await stored(fields, live)
  await applyNotification(shop.deps, id)
  return id
}

type Fields = { readonly eventCode?: string; readonly [field: string]: unknown }

async function stored(fields: Fields, live = 'false'): Promise<number> {
  copies += 1
  const item = {
    eventCode: 'AUTHORISATION',
    success: 'true',
    merchantAccountCode: shop.deps.shop.merchantAccount,
    merchantReference: reference,
    pspReference: `PSP${copies}`,
    amount: { currency: 'KRW', value: 15_000 },
    ...fields,
  }
  const { eventCode } = item
  const row = {
    fingerprint: `${copies}`,
    item: JSON.stringify(item),
    live,
    eventCode,
    reference,
  }
  await storeNotification(shop.deps.db, row, 'false', new Date(await shop.deps.clock.now()))
  const { id } = await shop.deps.db
    .selectFrom('webhookInbox')
    .select('id')
    .where('fingerprint', '=', `${copies}`)
    .executeTakeFirstOrThrow()
  return id
}
const orderNow = async () => {
  const found = await findOrder(shop.deps.db, order)
  if (!found) throw new Error(`no order ${order}`)
  return found
}
const status = async () => statusOf(await orderNow())
const parked = async () => (await listParked(shop.deps.db)).map(({ parkedWhy }) => parkedWhy)
const appliedAt = async (id: number) =>
  (
    await shop.deps.db
      .selectFrom('webhookInbox')
      .select('appliedAt')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).appliedAt

test('money pays the order with what the attempt asked for, and is done with', async () => {
  const id = await told({ pspReference: 'MONEY' })
  expect(await status()).toEqual({ status: 'paid', why: null })
  expect((await orderNow()).payments).toMatchObject([{ payment: 'MONEY', amount: krw(15_000) }])
  expect((await appliedAt(id))?.getTime()).toBeGreaterThan(0)
})

test('a notification that is not there is no trouble', async () => {
  await applyNotification(shop.deps, 999_999_999)
  expect(await status()).toEqual({ status: 'awaiting_payment', why: null })
})

test('money that names no amount is looked at by a person', async () => {
  const id = await told({ amount: null })
  expect(await parked()).toEqual(['wrong_amount'])
  expect(await status()).toEqual({ status: 'awaiting_payment', why: null })
  expect(await appliedAt(id)).toBeNull()
})

test('a refusal or a closed offer over another amount is not about this order', async () => {
  const amount = { currency: 'KRW', value: 1 }
  await told({ success: 'false', amount })
  await told({ eventCode: 'OFFER_CLOSED', amount })
  expect(await parked()).toEqual(['wrong_amount', 'wrong_amount'])
  expect(await status()).toEqual({ status: 'awaiting_payment', why: null })
})

test('an offer that closed without naming an amount has closed', async () => {
  await told({ eventCode: 'OFFER_CLOSED', amount: null })
  expect(await status()).toEqual({ status: 'cancelled', why: 'timed_out' })
})

test('a refusal cancels as a failed payment', async () => {
  await told({ success: 'false' })
  expect(await status()).toEqual({ status: 'cancelled', why: 'payment_failed' })
})

test('who looks into the log finds what was parked and why', async () => {
  const log = vi.fn()
  const id = await told({ merchantReference: 'somebody-elses' })
  await applyNotification({ ...shop.deps, log }, id)
  expect(log).toHaveBeenCalledExactlyOnceWith('A notification is parked', {
    notification: id,
    event: 'AUTHORISATION',
    why: 'unknown_reference',
  })
})

test('news of an order that cannot be read is parked, to be seen, and fails, to be tried again', async () => {
  await shop.deps.db
    .updateTable('orderEvents')
    .set({ event: '{"v":99}' })
    .where('orderId', '=', order)
    .execute()
  await expect(told({})).rejects.toThrow(`The order ${order} is stopped`)
  expect(await parked()).toEqual(['unreadable_event'])
})

test('what is wrong with the database itself is no fault of a notification', async () => {
  const id = await told({ merchantReference: 'somebody-elses' })
  const db = shop.deps.db.withPlugin({
    transformQuery: () => {
      throw new Error('the database is away')
    },
    transformResult: async ({ result }) => result,
  })
  await expect(applyNotification({ ...shop.deps, db }, id)).rejects.toThrow('is away')
  expect(await parked()).toEqual(['unknown_reference'])
})

test('what news would do to its order is foreseen without doing it', async () => {
  const foreseen = await foreseeAtAWord(shop.deps, await stored({ pspReference: 'SEEN' }), null)
  expect(foreseen).toMatchObject({ before: { payments: [] }, after: { paidBy: 'SEEN' } })
  expect(await status()).toEqual({ status: 'awaiting_payment', why: null })
})

test('of news that is not there, applied already, or without a consequence for an order nothing is foreseen', async () => {
  const applied = await told({})
  const token = await stored({ eventCode: 'recurring.token.created' })
  const report = await stored({ eventCode: 'REPORT_AVAILABLE' })
  const contract = await stored({ eventCode: 'RECURRING_CONTRACT' })
  for (const id of [999_999_999, applied, token, report, contract])
    expect(await foreseeAtAWord(shop.deps, id, null)).toBeNull()
})

test('of news that would still wait it is foreseen why', async () => {
  const other = await stored({ merchantAccountCode: 'SomebodyElse' })
  expect(await foreseeAtAWord(shop.deps, other, null)).toBe('wrong_merchant_account')
  const unknown = await stored({ merchantReference: 'somebody-elses' })
  expect(await foreseeAtAWord(shop.deps, unknown, null)).toBe('unknown_reference')
})

test('what fails for another reason than an unreadable order is not parked as one', async () => {
  const id = await told({ merchantReference: 'somebody-elses' })
  const clock = { ...shop.deps.clock, now: () => Promise.reject(new Error('no time')) }
  await expect(applyNotification({ ...shop.deps, clock }, id)).rejects.toThrow('no time')
  expect(await parked()).toEqual(['unknown_reference'])
})

test('news of a payment that may just be coming is tried once more, a minute later; of an attempt that nobody knows, not', async () => {
  const now = await shop.deps.clock.now()
  const later = async () => {
    const due = shop.deps.db
      .selectFrom('jobsDue')
      .select('dueAt')
      .where('dueAt', '>', new Date(now))
    const rows = await due.where('name', '=', 'apply_notification').execute()
    return rows.map(({ dueAt }) => dueAt.getTime() - now).filter((ahead) => ahead > 30_000)
  }
  await told({ merchantReference: 'somebody-elses' })
  expect(await later()).toEqual([])
  const id = await refundNews('REFUND', 'NOT-YET', 'EARLY')
  expect(await parked()).toEqual(['unknown_reference', 'unknown_payment'])
  const [ahead = 0, another] = await later()
  expect(another).toBeUndefined()
  expect(ahead).toBeGreaterThanOrEqual(60_000)
  expect(ahead).toBeLessThan(90_000)
  await applyNotification(shop.deps, id)
  expect(await later()).toHaveLength(1)
})

test('a report that claims to be live, or of another account, troubles nobody', async () => {
  const report = { eventCode: 'REPORT_AVAILABLE', merchantAccountCode: 'SomebodyElse' }
  const id = await told(report, 'true')
  expect(await parked()).toEqual([])
  expect(await appliedAt(id)).not.toBeNull()
})

/** An order that was paid and cancelled: its one refund. */
async function owedBack(payment: string): Promise<RefundId> {
  await told({ pspReference: payment })
  await record(shop.deps, order, { kind: 'cancelled_by', who: 'shopper' })
  const id = (await orderNow()).refunds[0]?.id
  if (!id) throw new Error('no refund')
  return id
}
const refundNews = (eventCode: string, payment: string, pspReference: string) =>
  told({ eventCode, originalReference: payment, pspReference })
const rungs = async () => (await orderNow()).refunds.map(({ rung }) => rung)

test('a refund is done by the reference that Adyen gave it, which its news may overtake', async () => {
  const refund = await owedBack('PAID1')
  await refundNews('REFUND', 'PAID1', 'REFUND1')
  expect(await parked()).toEqual(['unknown_refund'])
  expect(await rungs()).toEqual(['requested'])
  await shop.deps.db.deleteFrom('webhookInbox').execute()
  await shop.deps.db.transaction().execute((tx) => storeRefundAnswer(tx, refund, 'REFUND1'))
  await refundNews('REFUND', 'PAID1', 'REFUND1')
  expect(await rungs()).toEqual(['done'])
  expect(await status()).toEqual({ status: 'refunded', why: null })
})

test('a refund of another amount than was asked for is looked at by a person', async () => {
  const refund = await owedBack('PAID0')
  await shop.deps.db.transaction().execute((tx) => storeRefundAnswer(tx, refund, 'REFUND0'))
  const less = { originalReference: 'PAID0', pspReference: 'REFUND0' }
  await told({ eventCode: 'REFUND', ...less, amount: { currency: 'KRW', value: 1 } })
  expect(await parked()).toEqual(['wrong_amount'])
  expect(await rungs()).toEqual(['requested'])
})

test('a reversal under a reference of its own is about the only refund there is', async () => {
  const refund = await owedBack('PAID2')
  await shop.deps.db.transaction().execute((tx) => storeRefundAnswer(tx, refund, 'REFUND2'))
  await refundNews('REFUND', 'PAID2', 'REFUND2')
  await refundNews('REFUNDED_REVERSED', 'PAID2', 'REVERSAL2')
  expect(await rungs()).toEqual(['reversed'])
  expect(await parked()).toEqual([])
})

test('a reversal that is quicker than the news of its refund waits for it', async () => {
  const refund = await owedBack('PAID5')
  await shop.deps.db.transaction().execute((tx) => storeRefundAnswer(tx, refund, 'REFUND5'))
  await refundNews('REFUNDED_REVERSED', 'PAID5', 'REVERSAL5')
  expect(await parked()).toEqual(['unknown_refund'])
  await refundNews('REFUND', 'PAID5', 'REFUND5')
  expect(await rungs()).toEqual(['done'])
  await shop.advance(1)
  expect(await rungs()).toEqual(['reversed'])
  expect(await parked()).toEqual([])
})

test('a refund of the Customer Area that waits to be told from ours is not reversed in the place of ours', async () => {
  const refund = await owedBack('PAID6')
  await refundNews('REFUND', 'PAID6', 'THERE6')
  await refundNews('REFUNDED_REVERSED', 'PAID6', 'THERE6')
  expect(await parked()).toEqual(['unknown_refund', 'unknown_refund'])
  await record(shop.deps, order, { kind: 'refund_news', refund, rung: 'failed' })
  const waiting = await shop.deps.db.selectFrom('webhookInbox').select('id').orderBy('id').execute()
  for (const { id } of waiting) await applyNotification(shop.deps, id)
  expect(await rungs()).toEqual(['failed', 'reversed'])
  expect(await parked()).toEqual([])
})

test('a reversal that could be about either of two refunds is looked at by a person', async () => {
  const refund = await owedBack('PAID3')
  await record(shop.deps, order, { kind: 'refund_news', refund, rung: 'failed' })
  await record(shop.deps, order, { kind: 'refund_due_again', refund })
  await refundNews('REFUNDED_REVERSED', 'PAID3', 'REVERSAL3')
  expect(await parked()).toEqual(['unknown_refund'])
  expect(await rungs()).toEqual(['failed', 'requested'])
})

test('a second of two refunds is told from the first by its reference', async () => {
  const refund = await owedBack('PAID4')
  await record(shop.deps, order, { kind: 'refund_news', refund, rung: 'failed' })
  await record(shop.deps, order, { kind: 'refund_due_again', refund })
  const second = (await orderNow()).refunds[1]?.id ?? refund
  await shop.deps.db.transaction().execute((tx) => storeRefundAnswer(tx, second, 'REFUND4'))
  await refundNews('REFUND', 'PAID4', 'REFUND4')
  expect(await rungs()).toEqual(['failed', 'done'])
})
