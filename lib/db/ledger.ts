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

export async function writeEntries(
  tx: Tx,
  orderId: OrderId,
  entries: readonly Written[],
): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map((entry) => ({ orderId, ...entry }))
  await tx.insertInto('ledger').values(rows).execute()
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
