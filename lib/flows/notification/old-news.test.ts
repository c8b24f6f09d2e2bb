import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { allBooks } from '@/lib/core/books'
import { type OrderId, orderId } from '@/lib/core/ids'
import { krw } from '@/lib/core/money'
import { newOrder, statusOf } from '@/lib/core/order'
import { connect } from '@/lib/db/connection'
import { listParked } from '@/lib/db/inbox'
import { balancesOf } from '@/lib/db/ledger'
import { migrate, migrateStepByStep } from '@/lib/db/migrate'
import { findOrder } from '@/lib/db/orders'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { createScratchDatabase, dropScratchDatabase } from '@/lib/proof/shop/test-postgres'

/*
 * A shop that has run since before there were books and a ledger, brought up to date: its orders as the code of then
 * stored them, its inbox with news that was marked as applied and changed nothing, and what waited.
 */

const LONG_AGO = Date.parse('2024-05-05T03:00:00Z')
const YESTERDAY = Date.now() - 24 * 60 * 60 * 1000
const amount = { currency: 'KRW', minor: 15_000 }
const part = { currency: 'KRW', minor: 4_000 }

/** Events as the versions wrote them: 0 said no version, and time was put aside for from 2 on. */
type Version = 0 | 1 | 2
const written = (version: Version, events: readonly object[]) =>
  events.map((event) => ({
    ...(version === 0 ? {} : { v: version }),
    ...event,
    ...(version === 2 && 'expiresAt' in event ? { holdUntil: LONG_AGO } : {}),
    at: LONG_AGO,
  }))

const paid = (name: string) => [
  { type: 'stock_taken' },
  { type: 'attempt_started', attempt: `${name}-attempt`, number: 1, expiresAt: LONG_AGO },
  { type: 'charged', attempt: `${name}-attempt`, payment: `${name}-PSP`, amount },
  { type: 'kept', payment: `${name}-PSP` },
  { type: 'became', was: 'awaiting_payment', status: 'paid', why: null },
]
const asked = (payment: string, number: number, why: string) => ({
  type: 'refund_requested',
  refund: `${payment}-${number}`,
  payment,
  amount,
  why,
})
const climbed = (payment: string, number: number, to: string) => ({
  type: 'refund_climbed',
  refund: `${payment}-${number}`,
  to,
  tries: number,
})
const cancelled = [
  { type: 'cancelled_by', who: 'merchant' },
  { type: 'became', was: 'paid', status: 'cancelled', why: 'by_merchant' },
  { type: 'stock_returned' },
]
const refunded = { type: 'became', was: 'cancelled', status: 'refunded', why: null }

async function anOldOrder(pool: Pool, name: string, version: Version, events: readonly object[]) {
  await pool.query(
    `insert into orders (id, number, checkout_id, visitor, locale, amount, delivery_fee, name, email, phone,
       postcode, address, address_detail, delivery_note, status, created_at, updated_at)
     values ($1, $1, $1, 'visitor', 'ko', 15000, 0, '김노랑', 'norang@example.com', '', '', '', '', '',
       'paid', $2, $2)`,
    [name, new Date(LONG_AGO)],
  )
  await pool.query(
    `insert into attempts (id, order_id, number, method, reference, idempotency_key, return_token, contents,
       amount, created_at, by_owner)
     values ($1 || '-attempt', $1, 1, 'kakaopay', $1 || '-1', $1, $1, '', 15000, $2, true)`,
    [name, new Date(LONG_AGO)],
  )
  const all = written(version, [...paid(name), ...events])
  for (const [index, event] of all.entries()) {
    await pool.query(
      'insert into order_events (order_id, seq, at, event) values ($1, $2, $3, $4)',
      [name, index + 1, new Date(LONG_AGO), JSON.stringify(event)],
    )
    if ('type' in event && event.type === 'charged' && 'payment' in event)
      await pool.query(`insert into payments values ($1, $2 || '-attempt')`, [event.payment, name])
  }
}

/** What Adyen had told, and what had become of it by then. */
async function anOldNotification(
  pool: Pool,
  name: string,
  eventCode: string,
  {
    parked = null,
    at = LONG_AGO,
    of = amount,
  }: { parked?: string | null; at?: number; of?: typeof amount } = {},
) {
  const item = {
    eventCode,
    success: 'true',
    merchantAccountCode: 'NorangSimulator',
    merchantReference: `${name}-1`,
    originalReference: `${name}-PSP`,
    pspReference: `${name}-${eventCode}`,
    amount: { currency: 'KRW', value: of.minor },
  }
  await pool.query(
    `insert into webhook_inbox (fingerprint, item, live, event_code, reference, received_at, applied_at, parked_why)
     values ($1, $2, 'false', $3, $4, $5, $6, $7)`,
    [
      `${name} ${eventCode}`,
      JSON.stringify(item),
      eventCode,
      `${name}-1`,
      new Date(at),
      parked === null ? new Date(at) : null,
      parked,
    ],
  )
}

async function fill(pool: Pool) {
  const order = (name: string, version: Version, events: readonly object[] = []) =>
    anOldOrder(pool, name, version, events)
  await order('paid', 0)
  const psp = 'refunded-PSP'
  await order('refunded', 1, [
    ...cancelled,
    asked(psp, 1, 'order_cancelled'),
    climbed(psp, 1, 'received'),
    climbed(psp, 1, 'done'),
    refunded,
  ])
  await order('surplus', 2, [
    { type: 'charged', attempt: 'surplus-attempt', payment: 'second', amount },
    asked('second', 1, 'surplus'),
    climbed('second', 1, 'done'),
  ])
  const again = 'retried-PSP'
  await order('retried', 2, [
    ...cancelled,
    asked(again, 1, 'order_cancelled'),
    climbed(again, 1, 'failed'),
    asked(again, 2, 'order_cancelled'),
    climbed(again, 2, 'done'),
    refunded,
  ])
  const vain = 'in-vain-PSP'
  const tries = [1, 2, 3, 4, 5].flatMap((number) => [
    asked(vain, number, 'order_cancelled'),
    climbed(vain, number, 'failed'),
  ])
  await order('in-vain', 1, [...cancelled, ...tries])
  await anOldNotification(pool, 'in-vain', 'CANCELLATION')
  for (const [name, code] of Object.entries(marked)) {
    await order(name, 1)
    await anOldNotification(pool, name, code)
  }
  for (const [name, at] of [
    ['elsewhere', LONG_AGO],
    ['yesterday', YESTERDAY],
  ] as const) {
    await order(name, 2)
    await anOldNotification(pool, name, 'REFUND', { parked: 'unknown_refund', at, of: part })
  }
}
/** Each was applied, and changed nothing. */
const marked = {
  'cancelled-elsewhere': 'CANCELLATION',
  'charged-back': 'CHARGEBACK',
  'never-came': 'CAPTURE_FAILED',
}

let shop: TestShop
beforeAll(async () => {
  const server = inject('testServer')
  const url = await createScratchDatabase(server)
  await migrateStepByStep(url, '014-refusal-codes')
  const { pool, db } = connect(url)
  await fill(pool)
  await migrate(url)
  const drop = async () => {
    await db.destroy()
    await dropScratchDatabase(server, url)
  }
  shop = await openShop({}, Promise.resolve({ url, pool, drop }))
  await shop.settle()
})
afterAll(() => shop.close())

const found = async (id: OrderId) =>
  (await findOrder(shop.deps.db, id)) ?? newOrder(id, krw(amount.minor))
const lettersOf = async (id: OrderId) => {
  const mails = shop.deps.db.selectFrom('mails').select('letter').where('orderId', '=', id)
  return (await mails.execute()).map(({ letter }) => letter)
}

const kept = { came: 15_000, kept: 15_000 }
const back = { came: 15_000, givenBack: 15_000 }
const half = { came: 15_000, kept: 11_000, givenBack: 4_000 }
test.each<[string, string, object, string[]]>([
  ['paid', 'paid', kept, []],
  ['refunded', 'refunded', back, []],
  ['surplus', 'paid', { came: 30_000, kept: 15_000, givenBack: 15_000 }, []],
  ['retried', 'refunded', back, []],
  ['in-vain', 'refunded', back, []],
  ['cancelled-elsewhere', 'refunded', back, []],
  ['charged-back', 'paid', { came: 15_000, taken: 15_000 }, []],
  ['never-came', 'cancelled', {}, []],
  ['elsewhere', 'paid', half, []],
  ['yesterday', 'paid', half, ['refunded']],
])(
  'the order "%s" of then is %s, its ledger says what its books say, and years-old news mails nobody',
  async (name, status, books, letters) => {
    const id = orderId(name)
    const order = await found(id)
    expect(statusOf(order).status).toBe(status)
    const { came, kept: ours, onItsWay, givenBack, taken, added } = allBooks(order)
    const told = { came, kept: ours, onItsWay, givenBack, taken, added }
    const won = Object.entries(told).flatMap(([name, { minor }]) => (minor ? [[name, minor]] : []))
    expect(Object.fromEntries(won)).toEqual(books)
    expect(await lettersOf(id)).toEqual(letters)

    const balances = await balancesOf(shop.deps.db, id)
    expect([...balances.values()].reduce((sum, each) => sum + each, 0)).toBe(0)
    const says = (account: Parameters<typeof balances.get>[0]) => balances.get(account) ?? 0
    expect(says('shopper_paid')).toBe(0 - came.minor)
    expect(says('with_provider')).toBe(ours.minor)
    expect(says('given_back')).toBe(givenBack.minor)
    expect(says('taken')).toBe(taken.minor)
    expect(says('on_its_way')).toBe(0)

    const row = shop.deps.db.selectFrom('orders').selectAll().where('id', '=', id)
    expect(await row.executeTakeFirst()).toMatchObject({
      kept: ours.minor,
      onItsWay: onItsWay.minor,
      taken: taken.minor,
    })
  },
)

test('nothing waits any more, and nothing was asked of Adyen', async () => {
  expect(await listParked(shop.deps.db)).toEqual([])
  expect(await shop.deps.db.selectFrom('refunds').select('id').execute()).toEqual([])
  expect(await shop.deps.db.selectFrom('jobsDue').select('name').execute()).toEqual([])
})
