import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { claimedStateOf, sentStateOf } from '../../core/goods/standing'
import { krw } from '../../core/money'
import { evolve, newOrder, type Order } from '../../core/order'
import type { Db, Tx } from '../connection'
import { readOrderEvent } from '../events/order-events'
import { isUnreadable } from '../events/unreadable'
import { linesColumn, placedColumns, placedGoods } from '../order-goods'
import { namesColumn, writeWords } from './findable'
import { findingWords } from './order-words'

/**
 * Writes what lists want to know of orders of which it was never written, or that something has happened to since
 * without it: those of before there were lists, and those that the version before has changed beside this one. The
 * newest first, at most so many; how many it were. Nobody who holds an order is waited for.
 */
export const listAgain = (db: Db, most: number): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const rows = await ordersToList(tx, most)
    if (rows.length === 0) return 0
    await writeWords(
      tx,
      rows.map(({ id, names, ...row }) => ({
        orderId: id,
        words: findingWords({ ...row, goods: names }),
      })),
    )
    const told = JSON.stringify(rows.map((row) => ({ id: row.id, ...standingsOf(row) })))
    await sql`update orders set sent = told.sent, claimed = told.claimed, listed_at = updated_at
      from jsonb_to_recordset(${told}::jsonb) as told (id text, sent text, claimed text)
      where orders.id = told.id`.execute(tx)
    return rows.length
  })

const ordersToList = (tx: Tx, most: number) =>
  tx
    .selectFrom('orders')
    .select(['id', 'number', 'name', 'email', 'phone', 'postcode', 'address', 'addressDetail'])
    .select(placedColumns)
    .select([linesColumn, namesColumn])
    .select((e) =>
      jsonArrayFrom(
        e
          .selectFrom('orderEvents')
          .select(['seq', 'event'])
          .whereRef('orderId', '=', 'orders.id')
          .orderBy('seq'),
      ).as('events'),
    )
    .where(sql<boolean>`listed_at is distinct from updated_at`)
    .orderBy('createdAt', 'desc')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()

type Kept = Awaited<ReturnType<typeof ordersToList>>[number]

/** Of one whose events nobody can read nothing is said. */
function standingsOf({ id, events, ...row }: Kept) {
  try {
    const read = events.map((event) => readOrderEvent(id, event))
    const placed: Order = newOrder(id, krw(row.amount), placedGoods(row))
    const { goods } = read.reduce(evolve, placed)
    return { sent: sentStateOf(goods), claimed: claimedStateOf(goods) }
  } catch (error) {
    if (isUnreadable(error)) return { sent: null, claimed: null }
    throw error
  }
}
