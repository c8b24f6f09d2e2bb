import { type RawBuilder, sql } from 'kysely'
import type { moneyStates, OrderFilter, OrderQuery, OrderSearch } from './order-query'

/* What a list asks for, as conditions of SQL on `orders o`. */

export type Condition = RawBuilder<unknown>

export const all = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)

export const byAmount = ({ sort }: OrderQuery) => sort === 'dear' || sort === 'cheap'

/** A page before another is read backwards. */
function isDescending({ sort, cursor }: OrderQuery): boolean {
  const isDown = sort === 'newest' || sort === 'dear'
  return cursor?.side === 'before' ? !isDown : isDown
}

export function inOrder(query: OrderQuery): Condition {
  const way = isDescending(query) ? sql`desc` : sql`asc`
  return byAmount(query)
    ? sql`o.amount ${way}, o.number ${way}`
    : sql`o.created_at ${way}, o.number ${way}`
}

export function pastCursor(query: OrderQuery): Condition[] {
  const { cursor } = query
  if (cursor === null) return []
  const than = isDescending(query) ? sql`<` : sql`>`
  return byAmount(query)
    ? [sql`(o.amount, o.number) ${than} (${cursor.key}::bigint, ${cursor.number}::text)`]
    : [
        sql`(o.created_at, o.number) ${than} (${new Date(cursor.key)}::timestamptz, ${cursor.number}::text)`,
      ]
}

/** What narrows the walk itself: one condition that has an index, the rarest first, and how far the list goes. */
export function walkOf(query: OrderQuery): Condition[] {
  const leading = byAmount(query) ? [] : leadersOf(query.filter).slice(0, 1)
  return [...leading, ...boundsOf(query), ...pastCursor(query)]
}

/** Of what was walked over, what belongs on the page. */
export function siftOf(query: OrderQuery): Condition[] {
  const leaders = byAmount(query) ? leadersOf(query.filter) : leadersOf(query.filter).slice(1)
  const { search, filter } = query
  return [
    ...leaders,
    ...othersOf(filter),
    ...outerBoundsOf(query),
    ...(search ? [hasWords(search)] : []),
  ]
}

// By itself and not as a join: one look at one row for each order that is walked over.
const hasWords = ({ words }: OrderSearch) =>
  sql`(select w.words @> ${words}::text[] from order_words w where w.order_id = o.id)`

export const conditionsOf = (filter: OrderFilter): Condition[] => [
  ...leadersOf(filter),
  ...othersOf(filter),
  ...timeOf(filter),
  ...amountOf(filter),
]

const boundsOf = (query: OrderQuery) =>
  byAmount(query) ? amountOf(query.filter) : timeOf(query.filter)
const outerBoundsOf = (query: OrderQuery) =>
  byAmount(query) ? timeOf(query.filter) : amountOf(query.filter)

const timeOf = ({ from, until }: OrderFilter): Condition[] => [
  ...(from ? [sql`o.created_at >= ${from}`] : []),
  ...(until ? [sql`o.created_at < ${until}`] : []),
]

const amountOf = ({ least, most }: OrderFilter): Condition[] => [
  ...(least === null ? [] : [sql`o.amount >= ${least}`]),
  ...(most === null ? [] : [sql`o.amount <= ${most}`]),
]

const inMoney = {
  part_refunded: sql`o.refunded > 0 and o.kept > 0`,
  on_its_way: sql`o.on_its_way > 0`,
  taken: sql`o.taken > 0`,
} as const satisfies Record<(typeof moneyStates)[number], Condition>

/** Those that have an index, the rarest first. */
function leadersOf({ claimed, money, sent, kind, status }: OrderFilter): Condition[] {
  return [
    ...(claimed ? [sql`o.claimed = ${claimed}`] : []),
    ...(money ? [inMoney[money]] : []),
    ...(sent === 'to_be_sent' ? [sql`o.status = 'paid' and o.to_be_sent <> '{}'`] : []),
    ...(sent && sent !== 'to_be_sent' ? [sql`o.status = 'paid' and o.sent = ${sent}`] : []),
    ...(kind === 'subscription' ? [sql`o.subscription_id is not null`] : []),
    ...(kind === 'charge' ? [sql`o.reason is not null`] : []),
    ...(status ? [sql`o.status = ${status}`] : []),
  ]
}

function othersOf({ kind, method, device }: OrderFilter): Condition[] {
  return [
    ...(kind === 'single' ? [sql`o.subscription_id is null and o.reason is null`] : []),
    ...(method ? [sql`${methodColumn} = ${method}`] : []),
    ...(device ? [sql`position(${device} in ${deviceColumn}) > 0`] : []),
  ]
}

const ofNewestAttempt = (column: Condition) =>
  sql`(select ${column} from attempts a where a.order_id = o.id order by a.number desc limit 1)`
export const methodColumn = ofNewestAttempt(sql`a.method`)
export const deviceColumn = ofNewestAttempt(sql`a.device`)
export const referenceColumn = ofNewestAttempt(sql`a.reference`)
