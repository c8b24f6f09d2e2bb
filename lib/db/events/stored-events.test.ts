import { afterAll, beforeAll, expect, test } from 'vitest'
import { nothingWaived } from '@/lib/core/goods/goods'
import { standingOf } from '@/lib/core/goods/standing'
import {
  attemptId,
  claimId,
  disputeId,
  instant,
  lineId,
  noteId,
  orderId,
  parcelId,
  paymentId,
  refundId,
  storedRefundId,
  subscriptionId,
  tokenId,
  wishId,
} from '@/lib/core/ids'
import { krw } from '@/lib/core/money'
import { newOrder, type OrderEvent, statusOf } from '@/lib/core/order'
import type { SubscriptionEvent } from '@/lib/core/subscription'
import { ownWish } from '@/lib/core/wish'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { connect } from '../connection'
import { appendEvents, eventsOf, findOrder, insertOrder } from '../orders'
import { readSubscriptionEvent, writeSubscriptionEvent } from './subscription-events'

/* What is stored of an order is read as it was meant, however old it is, or not at all. */

let database: ScratchDatabase
let open: ReturnType<typeof connect>
beforeAll(async () => {
  database = await scratchDatabase()
  open = connect(database.url)
})
afterAll(async () => {
  await open.db.destroy()
  await database.drop()
})

const noon = instant(Date.parse('2026-11-23T03:00:00Z'))
const price = krw(15_000)

let orders = 0
/** An order with these lines in the table of events, as whoever wrote them left them. */
async function stored(...events: readonly (object | string)[]) {
  orders += 1
  const id = orderId(`order${orders}`)
  const who = { name: '', email: '', phone: '', postcode: '', address: '', addressDetail: '' }
  const none = { shopper: null, subscriptionId: null, period: null, reason: null, lines: [] }
  await open.db.transaction().execute((tx) =>
    insertOrder(tx, {
      id,
      number: id,
      checkoutId: id,
      visitor: 'visitor',
      locale: 'ko',
      amount: price.minor,
      deliveryFee: 0,
      waived: nothingWaived,
      customer: { ...who, deliveryNote: '' },
      createdAt: new Date(noon),
      putsAside: true,
      ...none,
    }),
  )
  for (const [index, event] of events.entries())
    await open.db
      .insertInto('orderEvents')
      .values({
        orderId: id,
        seq: index + 1,
        at: new Date(noon),
        event: typeof event === 'string' ? event : JSON.stringify(event),
      })
      .execute()
  return id
}

const attempt = attemptId('first')
const payment = paymentId('NC6HT9CRT65ZGN82')
const at = noon

const money: OrderEvent[] = [
  { type: 'stock_taken', at },
  { type: 'attempt_started', attempt, number: 1, expiresAt: at, holdUntil: null, at },
  { type: 'returned', attempt, outcome: null, expiresAt: at, at },
  { type: 'charged', attempt, payment, amount: price, at },
  { type: 'kept', payment, at },
  { type: 'became', was: 'awaiting_payment', status: 'paid', why: null, at },
]
const sent = { type: 'parcel_climbed', to: 'sent', at } as const
const delivered = { type: 'parcel_climbed', to: 'delivered', at } as const
const paid = [...money, sent, delivered]

test('an order stored before events had a version is what it was', async () => {
  const found = await findOrder(open.db, await stored(...paid))
  expect(found).toMatchObject({
    goods: { parcels: [{ state: 'delivered' }] },
    paidBy: payment,
    stockHeld: true,
  })
  expect(found && statusOf(found)).toEqual({ status: 'paid', why: null })
})

test('goods that a shopper wanted to give back under the old word are claimed', async () => {
  const id = await stored(...paid, { type: 'parcel_climbed', to: 'return_asked', at })
  const found = await findOrder(open.db, id)
  expect(found?.goods.claims).toEqual([
    {
      id: 'first',
      by: 'shopper',
      pieces: [{ line: 1, quantity: 1 }],
      ground: 'not_said',
      remedy: 'money',
      openedAt: at,
      state: 'open',
    },
  ])
  expect(found && standingOf(found.goods)).toBe('claimed')
})

test.each([[{}], [{ v: 1 }]])(
  'an order that began before goods were put aside for a while (%j) keeps them as it did',
  async (version) => {
    const started = { type: 'attempt_started', attempt, number: 1, expiresAt: at, at }
    const id = await stored({ type: 'stock_taken', at, ...version }, { ...started, ...version })
    expect((await eventsOf(open.db, id))[1]).toEqual({ ...started, holdUntil: null })
    expect(await findOrder(open.db, id)).toMatchObject({ stockHeld: true, putsAside: true })
  },
)

const amount = price
const refund = refundId(payment, 1)
const dispute = disputeId('V4HZ4RBFJGXXGN82')
const everyNewEvent: OrderEvent[] = [
  {
    type: 'refund_requested',
    refund,
    wish: wishId('wish'),
    number: 1,
    payment,
    amount,
    why: 'asked',
    reason: 'A scratch',
    at,
  },
  { type: 'refund_climbed', refund, was: 'requested', to: 'failed', tries: 1, at },
  { type: 'refund_found', refund: storedRefundId('PSP'), payment, amount, rung: 'done', at },
  { type: 'refund_let_be', refund: storedRefundId('PSP'), at },
  {
    type: 'handed_back',
    note: noteId('note'),
    payment,
    amount,
    reason: 'Bank transfer',
    wish: null,
    at,
  },
  { type: 'payment_undone', payment, how: 'cancelled', amount: krw(0), at },
  { type: 'dispute_told', dispute, payment, step: 'announced', amount: null, deadline: at, at },
]

const parcel = parcelId('parcel')
const claim = claimId('claim')
const pieces = [{ line: lineId(1), quantity: 1 }]
const wish = wishId('wish')
const none = krw(0)
const everyEventOfGoods: OrderEvent[] = [
  { type: 'parcel_sent', parcel, pieces, brings: 'part', despite: 'The bank called', at },
  { type: 'parcel_moved', parcel, to: 'came_back', at },
  { type: 'parcel_lost', parcel, remedy: 'money', wish, amount, at },
  {
    type: 'lines_cancelled',
    wish,
    who: 'shopper',
    pieces,
    reason: null,
    wayThere: krw(3000),
    amount,
    at,
  },
  {
    type: 'claim_opened',
    claim,
    by: 'shopper',
    pieces: null,
    ground: 'faulty',
    remedy: 'same_goods',
    at,
  },
  { type: 'claim_refused', claim, reason: 'Worn', at },
  { type: 'claim_withdrawn', claim, at },
  { type: 'claim_arrived', claim, sellable: pieces, damaged: [], at },
  {
    type: 'claim_settled',
    claim,
    wish,
    settlement: {
      remedy: 'money',
      goods: amount,
      delivery: none,
      wayBack: krw(3000),
      wayThere: none,
      notOurs: none,
      amount: krw(12_000),
    },
    at,
  },
]

test.each([[{}], [{ v: 1 }], [{ v: 2 }]])(
  'money that was asked back before there were wishes (%j) has the wish of its payment',
  async (version) => {
    const asked = { type: 'refund_requested', payment, amount, why: 'surplus', at }
    const failed = { type: 'refund_climbed', refund, to: 'failed', tries: 1, at }
    const again = { ...asked, refund: refundId(payment, 2) }
    const old = [{ ...asked, refund }, failed, again].map((event) => ({ ...event, ...version }))
    const id = await stored(...money, ...old)
    const wish = ownWish(payment, 'surplus')
    expect((await findOrder(open.db, id))?.refunds).toMatchObject([
      { id: refund, wish, rung: 'failed', reason: null },
      { id: refundId(payment, 2), wish, rung: 'requested' },
    ])
    expect((await eventsOf(open.db, id)).at(-1)).toMatchObject({ number: 2 })
  },
)

test('what is stored now says its version, and is read as it was written', async () => {
  const id = await stored()
  const written: OrderEvent[] = [...money, ...everyNewEvent, ...everyEventOfGoods]
  const before = { order: newOrder(id, price), placedAt: instant(0), told: 0, lastAt: null }
  await open.db.transaction().execute((tx) => appendEvents(tx, before, written))
  expect(await eventsOf(open.db, id)).toEqual(written)
  const rows = await open.db
    .selectFrom('orderEvents')
    .select('event')
    .where('orderId', '=', id)
    .execute()
  for (const { event } of rows) expect(event).toMatch(/^\{"v":4,/)
})

test('pieces that were cancelled before anything was withheld for their way cost nothing', async () => {
  const cancelled = {
    type: 'lines_cancelled',
    wish,
    who: 'shopper',
    pieces,
    reason: null,
    amount,
    at,
  }
  const id = await stored(...money, { v: 4, ...cancelled })
  expect((await eventsOf(open.db, id)).at(-1)).toEqual({ ...cancelled, wayThere: none })
  expect((await findOrder(open.db, id))?.goods.cancellations).toMatchObject([{ wayThere: none }])
})

test.each([
  ['torn JSON', '{"type":"kept"', 'its event 2 is no JSON'],
  ['a type that nobody knows', { v: 1, type: 'exploded', at }, '(type exploded, version 1)'],
  ['a version that nobody knows', { v: 5, type: 'kept', payment, at }, '(type kept, version 5)'],
  ['no type', { v: 1, at }, '(type null, version 1)'],
  ['no event at all', '"kept"', '(type null, version 0)'],
  ['a known type with something missing', { v: 1, type: 'kept', at }, '(type kept, version 1)'],
  [
    'an old word in a new version',
    { v: 1, type: 'parcel_climbed', to: 'return_asked', at },
    'type',
  ],
  ['more than a name', { v: 1, type: 'norang@example.com', at }, '(type unknown, version 1)'],
])('%s stops that order with a sentence that says where, and no other', async (_, event, says) => {
  const other = await stored(...paid)
  const id = await stored({ type: 'stock_taken', at }, event)
  const error = await findOrder(open.db, id).catch((thrown: unknown) => thrown)
  const sentence = String(error)
  expect(sentence).toContain(`The order ${id} is stopped, and no other`)
  expect(sentence).toContain(says)
  expect(sentence).toContain(`order_events, order_id '${id}', seq 2`)
  expect(sentence).not.toContain('norang@')
  expect(await findOrder(open.db, other)).toMatchObject({
    goods: { parcels: [{ state: 'delivered' }] },
  })
})

const day = { year: 2026, month: 11, day: 24 }
const lived: SubscriptionEvent[] = [
  { type: 'started', day, at },
  { type: 'token_set', token: tokenId('M5N7TQ4TG5PFWR50'), at },
  { type: 'period_opened', period: 2, at },
  { type: 'charge_failed', period: 2, try: 1, retryAt: at, at },
  { type: 'charge_due', period: 2, try: 2, at },
  { type: 'period_paid', period: 2, at },
  { type: 'period_dropped', period: 3, at },
  { type: 'period_dropped', period: 4, why: 'sold_out', at },
  { type: 'dates_passed', count: 1, why: 'skipped', at },
  { type: 'reminded', period: 5, at },
  { type: 'moved', day, at },
  { type: 'price_rises', price, from: 6, at },
  { type: 'price_asked', at },
  { type: 'price_set', price, at },
  { type: 'paused', at },
  { type: 'over', over: { status: 'cancelled', why: 'by_shopper' }, at },
  { type: 'over', over: { status: 'ended', why: 'unpaid' }, at },
]

test.each(lived)(
  'of a subscription too: $type is read as it was written, now and before',
  (event) => {
    const id = subscriptionId('sub')
    const now = { seq: 1, event: writeSubscriptionEvent(event) }
    expect(readSubscriptionEvent(id, now)).toEqual(event)
    expect(readSubscriptionEvent(id, { seq: 1, event: JSON.stringify(event) })).toEqual(event)
    const strange = { seq: 7, event: JSON.stringify({ ...event, v: 2 }) }
    expect(() => readSubscriptionEvent(id, strange)).toThrow(
      `subscription sub is stopped, and no other: its event 7 (type ${event.type}, version 2)`,
    )
  },
)
