import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { standingOf } from '@/lib/core/goods/standing'
import { type OrderId, orderId } from '@/lib/core/ids'
import { statusOf, whereIs } from '@/lib/core/order'
import { createScratchDatabase, dropScratchDatabase } from '@/lib/proof/shop/test-postgres'
import { connect } from '../connection'
import { fillDemonstration } from '../demonstration/fill'
import { countToBeSent } from '../goods/stock'
import { migrate, migrateStepByStep } from '../migrate'
import { findOrder } from '../orders'
import { listClaimWords } from '../parcels'

/* Orders of a shop that knew one parcel and no lines are read as before, and go on. */

const server = inject('testServer')
let url: string
let open: ReturnType<typeof connect>
beforeAll(async () => {
  url = await createScratchDatabase(server)
  await migrateStepByStep(url, '018-hidden')
  open = connect(url)
  await fillDemonstration(open.db)
  for (const [id, told] of Object.entries(old)) await placeOld(orderId(id), told)
  await migrate(url)
})
afterAll(async () => {
  await open.db.destroy()
  await dropScratchDatabase(server, url)
})

const at = Date.parse('2026-11-23T03:00:00Z')
const money = [
  { v: 3, type: 'stock_taken', at },
  { v: 3, type: 'attempt_started', attempt: 'a', number: 1, expiresAt: at, holdUntil: null, at },
  {
    v: 3,
    type: 'charged',
    attempt: 'a',
    payment: 'P',
    amount: { currency: 'KRW', minor: 33_000 },
    at,
  },
  { v: 3, type: 'kept', payment: 'P', at },
  { v: 3, type: 'became', was: 'awaiting_payment', status: 'paid', why: null, at },
]
const climbed = (to: string) => ({ v: 3, type: 'parcel_climbed', to, despite: null, at })
const sent = [climbed('sent')]
const delivered = [...sent, climbed('delivered')]

const old = {
  paid: { events: money, parcel: null, reason: null },
  sent: { events: [...money, ...sent], parcel: 'CJ 1', reason: null },
  claimed: { events: [...money, ...delivered, climbed('claimed')], parcel: 'CJ 2', reason: 'Sour' },
}

/** As the build of before left it: two jars for ₩15,000 each, brought for ₩3,000. */
async function placeOld(
  id: OrderId,
  { events, parcel, reason }: (typeof old)[keyof typeof old],
): Promise<void> {
  await open.pool.query(
    `insert into orders (id, number, checkout_id, visitor, locale, amount, delivery_fee, name, email,
       phone, postcode, address, address_detail, delivery_note, status, parcel, return_reason,
       created_at, updated_at)
     values ($1, $1, $1, 'v', 'ko', 33000, 3000, '', '', '', '', '', '', '', 'paid', $2, $3, now(), now())`,
    [id, parcel, reason],
  )
  await open.pool.query(
    `insert into order_lines (order_id, position, variant_id, name_ko, name_en, price, quantity)
     values ($1, 0, 'yuja-preserve', '', '', 15000, 2)`,
    [id],
  )
  for (const [index, event] of events.entries())
    await open.pool.query('insert into order_events values ($1, $2, now(), $3)', [
      id,
      index + 1,
      JSON.stringify(event),
    ])
}

const found = async (id: keyof typeof old) => {
  const order = await findOrder(open.db, orderId(id))
  if (!order) throw new Error('no order')
  return order
}
const places = async (id: keyof typeof old) =>
  whereIs(await found(id)).map(({ at: where }) =>
    Object.entries(where).filter(([, count]) => count > 0),
  )

test('what was paid is to be sent, with what was paid for it apart from the delivery', async () => {
  const order = await found('paid')
  expect(statusOf(order).status).toBe('paid')
  expect(order.goods).toMatchObject({
    delivery: { minor: 3000 },
    lines: [{ variant: 'yuja-preserve', quantity: 2, paid: { minor: 30_000 } }],
  })
  expect(await places('paid')).toEqual([[['to_be_sent', 2]]])
})

test('its one parcel is a parcel of all lines', async () => {
  expect(await places('sent')).toEqual([[['under_way', 2]]])
  expect(standingOf((await found('sent')).goods)).toBe('sent')
})

test('what a shopper wanted to give back is an open claim for all of it, with their words', async () => {
  expect(await places('claimed')).toEqual([[['coming_back', 2]]])
  expect((await found('claimed')).goods.claims).toMatchObject([
    { state: 'open', ground: 'not_said', remedy: 'money', pieces: [{ line: 1, quantity: 2 }] },
  ])
  expect(await listClaimWords(open.db, orderId('claimed'))).toEqual([
    { id: 'first', words: 'Sour' },
  ])
})

test('what lies on the shelf for orders is counted as before', async () => {
  expect(await countToBeSent(open.db, 'yuja-preserve')).toBe(2)
})
