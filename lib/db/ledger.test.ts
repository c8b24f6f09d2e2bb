import { afterAll, beforeAll, expect, test } from 'vitest'
import { allBooks } from '@/lib/core/books'
import { nothingWaived } from '@/lib/core/goods/goods'
import { attemptId, instant, orderId, paymentId, refundId, wishId } from '@/lib/core/ids'
import { krw } from '@/lib/core/money'
import { newOrder, type OrderEvent } from '@/lib/core/order'
import { type ScratchDatabase, scratchDatabase } from '@/lib/proof/shop/scratch-database'
import { connect } from './connection'
import { writeOrderEvent } from './events/order-events'
import { balancesOf } from './ledger'
import { appendEvents, findOrder, insertOrder, lockOrder } from './orders'

/* The ledger says what the events say, whoever wrote them. */

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

const at = instant(Date.parse('2026-11-23T03:00:00Z'))
const amount = krw(15_000)
const attempt = attemptId('first')
const payment = paymentId('NC6HT9CRT65ZGN82')
const refund = refundId(payment, 1)
const nobody = { name: '', email: '', phone: '', postcode: '', address: '', addressDetail: '' }
const placed = {
  number: '20261123-4F7K',
  checkoutId: 'checkout',
  visitor: 'visitor',
  locale: 'ko',
  amount: amount.minor,
  deliveryFee: 0,
  waived: nothingWaived,
  customer: { ...nobody, deliveryNote: '' },
  createdAt: new Date(at),
  putsAside: true,
  shopper: null,
  subscriptionId: null,
  period: null,
  reason: null,
  lines: [],
}

const started: OrderEvent = {
  type: 'attempt_started',
  attempt,
  number: 1,
  expiresAt: at,
  holdUntil: null,
  at,
}
const paid: OrderEvent[] = [
  started,
  { type: 'charged', attempt, payment, amount, at },
  { type: 'kept', payment, at },
]
const asked: OrderEvent = {
  type: 'refund_requested',
  refund,
  wish: wishId('wish'),
  number: 1,
  payment,
  amount: krw(4000),
  why: 'asked',
  reason: null,
  at,
}
const done: OrderEvent = {
  type: 'refund_climbed',
  refund,
  was: 'requested',
  to: 'done',
  tries: 1,
  at,
}

test('what an instance without a ledger wrote during an upgrade is in the ledger after the next that moves', async () => {
  const id = orderId('order')
  await open.db.transaction().execute((tx) => insertOrder(tx, { id, ...placed }))
  const append = (...events: OrderEvent[]) =>
    open.db.transaction().execute(async (tx) => appendEvents(tx, await lockOrder(tx, id), events))
  await append(...paid)
  const event = writeOrderEvent(asked)
  const old = { orderId: id, seq: paid.length + 1, at: new Date(at), event }
  await open.db.insertInto('orderEvents').values(old).execute()
  await append(done)

  const order = await findOrder(open.db, id)
  expect(allBooks(order ?? newOrder(id, amount))).toMatchObject({ givenBack: krw(4000) })
  const balances = await balancesOf(open.db, id)
  expect(Object.fromEntries(balances)).toMatchObject({
    shopper_paid: -15_000,
    with_provider: 11_000,
    given_back: 4000,
  })
  expect([...balances.values()].reduce((sum, won) => sum + won, 0)).toBe(0)
})

test('what each event moved stands once under the number of that event, and what is nothing does not stand there', async () => {
  const id = orderId('counted')
  const another = { number: '20261123-4F8K', checkoutId: 'another' }
  await open.db.transaction().execute((tx) => insertOrder(tx, { id, ...placed, ...another }))
  const append = (...events: OrderEvent[]) =>
    open.db.transaction().execute(async (tx) => appendEvents(tx, await lockOrder(tx, id), events))
  await append(...paid)
  await append(asked, done)
  const rows = await open.db
    .selectFrom('ledger')
    .select(['seq', 'won'])
    .where('orderId', '=', id)
    .orderBy('seq')
    .execute()
  expect([...new Set(rows.map(({ seq }) => seq))]).toEqual([2, 4, 5])
  expect(rows.filter(({ won }) => Number(won) === 0)).toEqual([])
})

test('nobody can change or remove what the ledger says', async () => {
  const ledger = open.db.updateTable('ledger').set({ won: 1 }).execute()
  await expect(ledger).rejects.toThrow('only added to')
  await expect(open.db.deleteFrom('ledger').execute()).rejects.toThrow('only added to')
})
