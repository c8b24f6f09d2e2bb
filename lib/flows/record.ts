import { type Instant, laterBy, type OrderId } from '../core/ids'
import { decide, type Fact, type Order, type OrderEvent } from '../core/order'
import { type Owed, owed } from '../core/owed'
import { findAttempt, notePayment } from '../db/attempts'
import { emptyCart, renewCheckout } from '../db/carts'
import type { Tx } from '../db/connection'
import { applyAgainOf } from '../db/inbox'
import { appendEvents, findOrderRow, type LockedOrder, lockOrder } from '../db/orders'
import { giveBackStock, isInStock, takeStock } from '../db/products'
import { type DueJob, enqueue } from '../db/queues'
import { insertRefund } from '../db/refunds'
import type { Deps } from './deps'
import { askTokenLater } from './saved/ask-token-later'

export type Recorded = { readonly order: Order; readonly events: readonly OrderEvent[] }

/** Every road into an order ends here: form, return, notification, time limit, refund. */
export async function record(deps: Deps, id: OrderId, fact: Fact): Promise<Recorded> {
  const now = await deps.clock.now()
  return deps.db.transaction().execute((tx) => recordIn(tx, deps, id, fact, now))
}

/** The same inside a transaction that also writes what the fact is about. */
export async function recordIn(
  tx: Tx,
  deps: Deps,
  id: OrderId,
  fact: Fact,
  heardAt: Instant,
): Promise<Recorded> {
  const locked = await lockOrder(tx, id)
  const { order } = locked
  const now = afterTheLast(locked, heardAt)
  const events = await decideWithStock(tx, order, fact, now)
  const after = await appendEvents(tx, locked, events)
  for (const event of events) await applyEvent(tx, deps, order, event)
  await enqueue(
    tx,
    events.flatMap(owed).map((debt) => asJob(id, debt)),
  )
  return { order: after, events }
}

/**
 * The clock was read before the row was locked, and perhaps on another machine. An order's moments follow
 * each other all the same: a letter is known by its moment, and the second of one millisecond would be lost.
 */
const afterTheLast = ({ lastAt }: LockedOrder, heardAt: Instant): Instant =>
  lastAt === null || heardAt > lastAt ? heardAt : laterBy(lastAt, 1)

/** Decides as if stock were there, and decides anew when it turns out that it is not. */
async function decideWithStock(tx: Tx, order: Order, fact: Fact, now: Instant) {
  const events = decide(order, fact, { now, stock: 'there' })
  return (await canBeHad(tx, order, events)) ? events : decide(order, fact, { now, stock: 'gone' })
}

async function canBeHad(tx: Tx, { id, stockHeld }: Order, events: readonly OrderEvent[]) {
  const types = events.map((event) => event.type)
  if (types.includes('stock_taken')) return takeStock(tx, id)
  return stockHeld || !types.includes('attempt_started') || isInStock(tx, id)
}

/** What an event changes besides the order, in the same transaction. */
async function applyEvent(tx: Tx, deps: Deps, order: Order, event: OrderEvent): Promise<void> {
  switch (event.type) {
    case 'stock_returned':
      return giveBackStock(tx, order.id)
    case 'charged':
      return noteCharge(tx, event)
    case 'became': {
      const row = await findOrderRow(tx, order.id)
      if (row?.subscriptionId) await enqueue(tx, [renewalNews(order.id, event.at)])
      else if (row && (event.status === 'paid' || event.status === 'confirming'))
        await emptyCart(tx, row.checkoutId, deps.newId())
      return
    }
    case 'cancelled_by': {
      // What is still in the cart can be bought: as another order.
      const row = await findOrderRow(tx, order.id)
      if (row) await renewCheckout(tx, row.checkoutId, deps.newId())
      return
    }
    case 'refund_requested': {
      const { refund: id, payment, amount } = event
      const key = deps.newKey()
      const createdAt = new Date(event.at)
      const row = { id, orderId: order.id, payment, reference: id, idempotencyKey: key, createdAt }
      return insertRefund(tx, { ...row, amount: amount.minor })
    }
    // What could not be told apart from it can be now.
    case 'refund_found':
      return applyAgainOf(tx, 'unknown_refund', { ...event, reference: null }, new Date(event.at))
    default:
      return
  }
}

/** Which attempt brought this payment. A token, or news that it was undone, may have come before it, and names it. */
async function noteCharge(
  tx: Tx,
  { attempt: id, payment, at }: Extract<OrderEvent, { type: 'charged' }>,
): Promise<void> {
  await notePayment(tx, payment, id)
  const attempt = await findAttempt(tx, id)
  const reference = attempt?.reference ?? null
  await applyAgainOf(tx, 'unknown_payment', { payment, reference }, new Date(at))
  if (!attempt?.agreement || attempt.chargeToken !== null) return
  await enqueue(tx, askTokenLater(id, 1, at))
}

const renewalNews = (order: OrderId, due: Instant): DueJob => ({
  name: 'renewal_news',
  payload: { order },
  due,
})

function asJob(order: OrderId, { job, due, ...what }: Owed): DueJob {
  return { name: job, payload: { order, ...what }, due }
}
