import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type OrderId, SECOND } from '@/lib/core/ids'
import { statusOf } from '@/lib/core/order'
import { findAttemptByNumber } from '@/lib/db/attempts'
import { listParked } from '@/lib/db/inbox'
import { findOrder } from '@/lib/db/orders'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { aVisitorWithACart, checkOut } from '@/lib/proof/shop/shopper'
import { applyNotification } from './apply-notification'

/* A notification that we cannot apply is kept, says why, and never pays an order. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(async () => {
  shop.traffic.passOver('unknown_event', 'missing_amount')
  await shop.close()
})

let order: OrderId
let reference: string
beforeEach(async () => {
  await shop.deps.db.deleteFrom('webhookInbox').execute()
  order = await checkOut(shop, await aVisitorWithACart(shop))
  reference = (await findAttemptByNumber(shop.deps.db, order, 1))?.reference ?? ''
})

async function notify(fields: object) {
  await shop.control('notifications', {
    reference,
    eventCode: 'AUTHORISATION',
    success: 'true',
    ...fields,
  })
  await shop.advance(5 * SECOND)
}
const status = async () => {
  const found = await findOrder(shop.deps.db, order)
  return found && statusOf(found).status
}

test.each([
  ['of an unknown reference', { merchantReference: 'somebody-elses' }, 'unknown_reference'],
  ['over another amount', { amount: { currency: 'KRW', value: 14999 } }, 'wrong_amount'],
  [
    'over a hundred times the amount',
    { amount: { currency: 'KRW', value: 1500000 } },
    'wrong_amount',
  ],
  ['in another currency', { amount: { currency: 'USD', value: 15000 } }, 'wrong_amount'],
  [
    'for another merchant account',
    { merchantAccountCode: 'SomebodyElse' },
    'wrong_merchant_account',
  ],
  ['from the live environment', { live: 'true' }, 'wrong_environment'],
])('a success %s is parked', async (_name, fields, why) => {
  await notify(fields)
  expect(await listParked(shop.deps.db)).toMatchObject([{ parkedWhy: why }])
  expect(await status()).toBe('awaiting_payment')
})

test('a parked notification is applied when its cause is gone, once', async () => {
  await notify({ merchantReference: 'not-yet-ours' })
  const [parked] = await listParked(shop.deps.db)
  await shop.deps.db
    .updateTable('attempts')
    .set({ reference: 'not-yet-ours' })
    .where('reference', '=', reference)
    .execute()
  for (let times = 0; times < 3; times++) await applyNotification(shop.deps, parked?.id ?? 0)
  expect(await status()).toBe('paid')
  expect(await listParked(shop.deps.db)).toEqual([])
})

test('a copy that claims another environment does not stand in the way of the right one', async () => {
  const pspReference = 'NC6HT9CRT65ZGN82'
  for (const live of ['true', 'false']) await notify({ live, pspReference })
  expect(await status()).toBe('paid')
  expect(await listParked(shop.deps.db)).toEqual([])
})

test('a parked notification that comes again is tried again', async () => {
  await notify({ merchantReference: 'ours-tomorrow', pspReference: 'NC6HT9CRT65ZGN82' })
  await shop.deps.db
    .updateTable('attempts')
    .set({ reference: 'ours-tomorrow' })
    .where('reference', '=', reference)
    .execute()
  await notify({ merchantReference: 'ours-tomorrow', pspReference: 'NC6HT9CRT65ZGN82' })
  expect(await status()).toBe('paid')
})

test.each([
  'REFUND',
  'REFUNDED_REVERSED',
  'CANCELLATION',
  'CANCEL_OR_REFUND',
  'CAPTURE_FAILED',
  'CHARGEBACK',
])('%s of a payment that we have not heard of is parked', async (eventCode) => {
  await notify({
    eventCode,
    originalReference: 'NEVERHEARDOF0082',
    pspReference: 'V4HZ4RBFJGXXGN82',
  })
  expect(await listParked(shop.deps.db)).toMatchObject([{ parkedWhy: 'unknown_payment' }])
})

test.each(['CAPTURE', 'ISSUER_COMMENTS', 'REPORT_AVAILABLE', 'PENDING'])(
  '%s is kept and changes nothing',
  async (eventCode) => {
    await notify({ eventCode })
    const rows = await shop.deps.db
      .selectFrom('webhookInbox')
      .select(['eventCode', 'appliedAt'])
      .execute()
    expect(rows).toMatchObject([{ eventCode, appliedAt: expect.any(Date) }])
    expect(await status()).toBe('awaiting_payment')
  },
)

test('a failure without an amount is still a failure', async () => {
  await notify({ success: 'false', amount: null })
  expect(await status()).toBe('cancelled')
})
