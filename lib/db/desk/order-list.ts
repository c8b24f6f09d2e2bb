import { sql } from 'kysely'
import type { ClaimedState, SentState } from '../../core/goods/standing'
import type { OrderId, SubscriptionId } from '../../core/ids'
import type { OrderStatus } from '../../core/order'
import type { Db } from '../connection'
import {
  all,
  byAmount,
  conditionsOf,
  deviceColumn,
  inOrder,
  methodColumn,
  pastCursor,
  referenceColumn,
  siftOf,
  walkOf,
} from './order-conditions'
import type { OrderCursor, OrderQuery, OrderSearch } from './order-query'
import { countWithWords, namedBy } from './order-search'

/*
 * A page of orders, whatever there are. Its time is bounded, and not by luck of the planner: either the orders that are
 * found by a search are few and all of them are looked at, or one index is walked in the order of the list, over so many
 * orders at most; then the page ends where the walk did, and the next goes on from there.
 */

export type ListedOrder = {
  readonly id: OrderId
  readonly number: string
  readonly createdAt: Date
  readonly status: OrderStatus['status']
  readonly why: OrderStatus['why']
  readonly amount: number
  readonly kept: number
  readonly onItsWay: number
  readonly refunded: number
  readonly taken: number
  readonly sent: SentState | null
  readonly claimed: ClaimedState | null
  readonly isToBeSent: boolean
  readonly subscriptionId: SubscriptionId | null
  readonly reason: string | null
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly postcode: string
  readonly address: string
  readonly addressDetail: string
  readonly deliveryNote: string
  readonly method: string | null
  readonly device: string | null
  readonly firstKo: string | null
  readonly firstEn: string | null
  readonly lines: number
  readonly pieces: number
  readonly trackings: string | null
  /** Of the newest attempt, and of all payments that came. */
  readonly reference: string | null
  readonly payments: string | null
}

export type OrderPage = {
  readonly rows: readonly ListedOrder[]
  readonly hasMore: boolean
  /** Where the walk ended before the page was full; null: at the end of all orders, or the page is full. */
  readonly reached: OrderCursor | null
}

/** So many orders are looked at for one page. */
const WALKED = 5_000
/** So many found orders can be looked at one by one. */
const FEW = 5_000

/** At most three statements, each of which looks at so many rows at most. */
export async function listOrders(db: Db, query: OrderQuery, most: number): Promise<OrderPage> {
  const { search } = query
  if (search !== null) {
    const isFew = !search.mayNamePeople || (await countWithWords(db, search.words, FEW)) < FEW
    if (isFew) return pageOf(await namedRows(db, query, search, most), query, most)
  }
  const walked = pageOf(await walkedRows(db, query, most), query, most)
  if (walked.hasMore || siftOf(query).length === 0) return walked
  return { ...walked, reached: await endOfWalk(db, query) }
}

function pageOf(rows: ListedOrder[], { cursor }: OrderQuery, most: number): OrderPage {
  const shown = rows.slice(0, most)
  return {
    rows: cursor?.side === 'before' ? shown.reverse() : shown,
    hasMore: rows.length > most,
    reached: null,
  }
}

async function namedRows(db: Db, query: OrderQuery, search: OrderSearch, most: number) {
  const { rows } = await sql<ListedOrder>`
    with named as materialized (${namedBy(search)})
    select ${columns} from named join orders o on o.id = named.order_id
    where ${all([...conditionsOf(query.filter), ...pastCursor(query)])}
    order by ${inOrder(query)} limit ${most + 1}`.execute(db)
  return rows
}

async function walkedRows(db: Db, query: OrderQuery, most: number) {
  const { rows } = await sql<ListedOrder>`
    select ${columns} from (
      select * from orders o where ${all(walkOf(query))} order by ${inOrder(query)} limit ${WALKED}
    ) o
    where ${all(siftOf(query))} order by ${inOrder(query)} limit ${most + 1}`.execute(db)
  return rows
}

async function endOfWalk(db: Db, query: OrderQuery): Promise<OrderCursor | null> {
  const key = byAmount(query) ? sql`amount` : sql`created_at`
  const { rows } = await sql<{ key: Date | number; number: string }>`
    select ${key} as key, number from orders o where ${all(walkOf(query))}
    order by ${inOrder(query)} offset ${WALKED - 1} limit 1`.execute(db)
  const [last] = rows
  const side = query.cursor?.side ?? 'after'
  return last ? { side, key: Number(last.key), number: last.number } : null
}

const columns = sql`
  o.id, o.number, o.created_at, o.status, o.why, o.amount, o.kept, o.on_its_way, o.refunded, o.taken,
  o.sent, o.claimed, o.to_be_sent <> '{}' as is_to_be_sent, o.subscription_id, o.reason,
  o.name, o.email, o.phone, o.postcode, o.address, o.address_detail, o.delivery_note,
  ${methodColumn} as method, ${deviceColumn} as device,
  (select name_ko from order_lines l where l.order_id = o.id order by position limit 1) as first_ko,
  (select name_en from order_lines l where l.order_id = o.id order by position limit 1) as first_en,
  (select count(*) from order_lines l where l.order_id = o.id) as lines,
  (select coalesce(sum(quantity), 0) from order_lines l where l.order_id = o.id) as pieces,
  ${referenceColumn} as reference,
  (select string_agg(p.payment, ', ') from attempts a join payments p on p.attempt_id = a.id
    where a.order_id = o.id) as payments,
  (select string_agg(p.tracking, ', ' order by p.at) from parcels p where p.order_id = o.id) as trackings`
