import { shelfMoves } from '../core/goods/places'
import { type Instant, laterBy, type OrderId } from '../core/ids'
import { decide, evolve, type Fact, type Order, type OrderEvent, whereIs } from '../core/order'
import { type Owed, owed } from '../core/owed'
import { findAttempt, notePayment } from '../db/attempts'
import { emptyCart, renewCheckout } from '../db/carts'
import type { Tx } from '../db/connection'
import { isInStock, moveStock, type OrderMove } from '../db/goods/stock'
import { applyAgainOf } from '../db/inbox'
import { appendEvents, findOrderRow, type LockedOrder, lockOrder } from '../db/orders'
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
export const recordIn = (tx: Tx, deps: Deps, id: OrderId, fact: Fact, heardAt: Instant) =>
  recordHeard(tx, deps, id, { fact, heardAt, isOld: false })

/** The same of what happened long ago: nobody is mailed of it, and no subscription that went on since hears of it. */
export const recordOldIn = (tx: Tx, deps: Deps, id: OrderId, fact: Fact, heardAt: Instant) =>
  recordHeard(tx, deps, id, { fact, heardAt, isOld: true })

type Heard = { readonly fact: Fact; readonly heardAt: Instant; readonly isOld: boolean }

async function recordHeard(
  tx: Tx,
  deps: Deps,
  id: OrderId,
  { fact, heardAt, isOld }: Heard,
): Promise<Recorded> {
  const locked = await lockOrder(tx, id)
  const { order } = locked
  const now = afterTheLast(locked, heardAt)
  const events = await decideWithStock(tx, order, fact, now)
  const after = await appendEvents(tx, locked, events)
  const jobs = events.flatMap(owed).map((debt) => asJob(id, debt))
  for (const event of events) jobs.push(...(await applyEvent(tx, deps, order, event)))
  await enqueue(tx, isOld ? jobs.filter(({ name }) => !tells.includes(name)) : jobs)
  return { order: after, events }
}

/**
 * The clock was read before the row was locked, and perhaps on another machine. An order's moments follow
 * each other all the same: a letter is known by its moment, and the second of one millisecond would be lost.
 */
const afterTheLast = ({ lastAt }: LockedOrder, heardAt: Instant): Instant =>
  lastAt === null || heardAt > lastAt ? heardAt : laterBy(lastAt, 1)

/**
 * Decides as if stock were there, and decides anew when it turns out that it is not. What the shelf has less, or more, is
 * what has changed about where the goods are.
 */
async function decideWithStock(tx: Tx, order: Order, fact: Fact, now: Instant) {
  const events = decide(order, fact, { now, stock: 'there' })
  if (await canBeMoved(tx, order, events)) return events
  const others = decide(order, fact, { now, stock: 'gone' })
  if (await canBeMoved(tx, order, others)) return others
  throw new Error(`order ${order.id} took stock that is not there`)
}

/** All of it or nothing. Nobody is sent to pay for what is gone, also where it is not put aside before. */
async function canBeMoved(tx: Tx, order: Order, events: readonly OrderEvent[]): Promise<boolean> {
  const moves = stockMovesOf(order, events)
  if (moves.length > 0) return moveStock(tx, order.id, moves)
  const begins = events.some(({ type }) => type === 'attempt_started')
  return order.stockHeld || !begins || isInStock(tx, order.id)
}

function stockMovesOf(order: Order, events: readonly OrderEvent[]): OrderMove[] {
  const takenFor = events.some(({ type }) => type === 'kept') ? 'sold_late' : 'put_aside'
  let before = order
  return events.flatMap((event) => {
    const after = evolve(before, event)
    const moves = shelfMoves(whereIs(before), whereIs(after))
    before = after
    const isPromise = event.type === 'parcel_lost' || event.type === 'claim_settled'
    const words = { ...stockWords, taken: isPromise ? 'promised_again' : takenFor } as const
    return moves.map(({ variant, count, why }) => ({
      variantId: variant,
      pieces: count,
      why: words[why],
      at: new Date(event.at),
    }))
  })
}

const stockWords = { put_back: 'given_back', came_back: 'came_back' } as const

const tells = ['mail', 'renewal_news']

/** What an event changes besides the order, in the same transaction, and the jobs that come of it. */
async function applyEvent(
  tx: Tx,
  deps: Deps,
  order: Order,
  event: OrderEvent,
): Promise<readonly DueJob[]> {
  switch (event.type) {
    case 'charged':
      return noteCharge(tx, event)
    case 'became': {
      const row = await findOrderRow(tx, order.id)
      if (row?.subscriptionId) return [renewalNews(order.id, event.at)]
      if (row && (event.status === 'paid' || event.status === 'confirming'))
        await emptyCart(tx, row.checkoutId, deps.newId())
      return []
    }
    case 'cancelled_by': {
      // What is still in the cart can be bought: as another order.
      const row = await findOrderRow(tx, order.id)
      if (row) await renewCheckout(tx, row.checkoutId, deps.newId())
      return []
    }
    case 'refund_requested': {
      const { refund: id, payment, amount } = event
      const key = deps.newKey()
      const createdAt = new Date(event.at)
      const row = { id, orderId: order.id, payment, reference: id, idempotencyKey: key, createdAt }
      await insertRefund(tx, { ...row, amount: amount.minor })
      return []
    }
    // What could not be told apart from it can be now.
    case 'refund_found':
      await applyAgainOf(tx, 'unknown_refund', { ...event, reference: null }, new Date(event.at))
      return []
    // Its reversal may have been quicker.
    case 'refund_climbed': {
      const refund = order.refunds.find(({ id }) => id === event.refund)
      if (!refund || event.to !== 'done') return []
      await applyAgainOf(tx, 'unknown_refund', { ...refund, reference: null }, new Date(event.at))
      return []
    }
    default:
      return []
  }
}

/** Which attempt brought this payment. A token, or news that it was undone, may have come before it, and names it. */
async function noteCharge(
  tx: Tx,
  { attempt: id, payment, at }: Extract<OrderEvent, { type: 'charged' }>,
): Promise<readonly DueJob[]> {
  await notePayment(tx, payment, id)
  const attempt = await findAttempt(tx, id)
  const reference = attempt?.reference ?? null
  await applyAgainOf(tx, 'unknown_payment', { payment, reference }, new Date(at))
  if (!attempt?.agreement || attempt.chargeToken !== null) return []
  return askTokenLater(id, 1, at)
}

const renewalNews = (order: OrderId, due: Instant): DueJob => ({
  name: 'renewal_news',
  payload: { order },
  due,
})

function asJob(order: OrderId, { job, due, ...what }: Owed): DueJob {
  return { name: job, payload: { order, ...what }, due }
}
