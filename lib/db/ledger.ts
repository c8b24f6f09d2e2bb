import { type Entry, entriesBetween } from '../core/books'
import type { OrderId } from '../core/ids'
import { evolve, type Order, type OrderEvent } from '../core/order'
import type { Db, Tx } from './connection'

/*
 * Every won that moved, as banks keep it: written with the event that moved it, and never changed. What the events of
 * one order wrote adds up to its books, and to zero.
 */

type Written = Entry & { readonly seq: number; readonly at: Date }

/** What events after `told` others wrote: pure, so that it can be told again of what happened before there was a ledger. */
export function entriesOf(order: Order, told: number, events: readonly OrderEvent[]): Written[] {
  const written: Written[] = []
  let before = order
  for (const [index, event] of events.entries()) {
    const after = evolve(before, event)
    const at = new Date(event.at)
    for (const entry of entriesBetween(before, after))
      written.push({ ...entry, seq: told + index + 1, at })
    before = after
  }
  return written
}

/**
 * Writes what new events moved. What is missing of the events before, because an instance of a version that knew no
 * ledger wrote them while this one was being started, is written with the first of these.
 */
export async function writeMoved(
  tx: Tx,
  { order, told }: { readonly order: Order; readonly told: number },
  events: readonly OrderEvent[],
): Promise<void> {
  const moved = entriesOf(order, told, events)
  const [first] = moved
  if (!first) return
  const { seq, at } = first
  const missing = (await missingOf(tx, order)).map((entry) => ({ ...entry, seq, at }))
  const rows = merged([...missing, ...moved]).map((entry) => ({ orderId: order.id, ...entry }))
  await tx.insertInto('ledger').values(rows).execute()
}

async function missingOf(tx: Tx, order: Order): Promise<Entry[]> {
  const written = await tx
    .selectFrom('ledger')
    .select(['payment', 'account', (e) => e.fn.sum<string>('won').as('won')])
    .where('orderId', '=', order.id)
    .groupBy(['payment', 'account'])
    .execute()
  const unsaid = written.map(({ won, ...of }) => ({ ...of, won: -Number(won) }))
  const due = entriesBetween({ ...order, payments: [] }, order)
  return merged([...due, ...unsaid])
}

/** One entry for each account that an event changed. */
function merged<E extends Entry & { readonly seq?: number }>(entries: readonly E[]): E[] {
  const one = new Map<string, E>()
  for (const entry of entries) {
    const key = `${entry.seq} ${entry.payment} ${entry.account}`
    one.set(key, { ...entry, won: entry.won + (one.get(key)?.won ?? 0) })
  }
  return [...one.values()].filter(({ won }) => won !== 0)
}

/** What the ledger says of one order, account by account. */
export async function balancesOf(db: Db | Tx, orderId: OrderId) {
  const rows = await db
    .selectFrom('ledger')
    .select(['account', (e) => e.fn.sum<string>('won').as('won')])
    .where('orderId', '=', orderId)
    .groupBy('account')
    .execute()
  return new Map(rows.map(({ account, won }) => [account, Number(won)]))
}
