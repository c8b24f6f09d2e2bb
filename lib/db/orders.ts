import { sql } from 'kysely'
import { allBooks } from '../core/books'
import type { Waived } from '../core/goods/goods'
import { claimedStateOf, sentStateOf } from '../core/goods/standing'
import {
  type Instant,
  instant,
  type OrderId,
  type ShopperId,
  type SubscriptionId,
} from '../core/ids'
import { krw } from '../core/money'
import { evolve, newOrder, type Order, type OrderEvent, statusOf } from '../core/order'
import type { Db, Tx } from './connection'
import { namesColumn, writeWords } from './desk/findable'
import { findingWords } from './desk/order-words'
import { readOrderEvent, writeOrderEvent } from './events/order-events'
import type { StoredEvent } from './events/stored-events'
import { writeMoved } from './ledger'
import {
  eventsColumn,
  linesColumn,
  placedColumns,
  placedGoods,
  shownLinesColumn,
  toBeSent,
} from './order-goods'

export type Customer = {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly postcode: string
  readonly address: string
  readonly addressDetail: string
  readonly deliveryNote: string
}

export type OrderRow = {
  readonly id: OrderId
  readonly number: string
  readonly checkoutId: string
  readonly visitor: string
  /** Who was signed in when it was placed; null for a guest. */
  readonly shopper: ShopperId | null
  readonly locale: string
  /** What is paid, delivery included. */
  readonly amount: number
  readonly deliveryFee: number
  readonly customer: Customer
  /** Carrier and tracking number, once it was sent. */
  readonly parcel: string | null
  readonly createdAt: Date
  /** The subscription that this is one period of, or null. */
  readonly subscriptionId: SubscriptionId | null
  readonly period: number | null
  /** Why the merchant charged a saved wallet; null for everything that a shopper ordered. */
  readonly reason: string | null
  /** Whether goods were to be put aside for it when it was placed. */
  readonly putsAside: boolean
  readonly lines: readonly KeptLine[]
}

/** What was ordered, and whether that is something to be sent. */
type KeptLine = OrderLine & { readonly isDelivered: boolean }

export type OrderLine = {
  readonly variantId: string
  readonly nameKo: string
  readonly nameEn: string
  readonly optionKo: string
  readonly optionEn: string
  readonly price: number
  readonly quantity: number
}

/** An order is what its events make of it. */
export function foldOrder(id: OrderId, row: Placed, events: readonly OrderEvent[]): Order {
  const placed = { ...newOrder(id, krw(row.amount), placedGoods(row)), putsAside: row.putsAside }
  return events.reduce(evolve, placed)
}

type Placed = Parameters<typeof placedGoods>[0] & Pick<OrderRow, 'putsAside'>

/** The order as it is now, or null. */
export async function findOrder(db: Db | Tx, id: OrderId): Promise<Order | null> {
  const row = await db
    .selectFrom('orders')
    .select([...placedColumns, 'putsAside'])
    .select([linesColumn, eventsColumn])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? foldOrder(id, row, readAll(id, row.events)) : null
}

const readAll = (id: OrderId, rows: readonly StoredEvent[]) =>
  rows.map((row) => readOrderEvent(id, row))

export type WholeOrder = {
  readonly order: Order
  readonly row: OrderRow
  readonly events: readonly OrderEvent[]
  readonly updatedAt: Date
}

/** All that is known about an order, in one question, or null. */
export async function findWholeOrder(db: Db | Tx, id: OrderId): Promise<WholeOrder | null> {
  const row = await db
    .selectFrom('orders')
    .selectAll()
    .select([linesColumn, shownLinesColumn, eventsColumn])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const events = readAll(id, row.events)
  return {
    order: foldOrder(id, row, events),
    row: orderRowOf(row),
    events,
    updatedAt: row.updatedAt,
  }
}

/** `told`: how many events it has; `lastAt`: when the newest of them happened. */
export type LockedOrder = {
  readonly order: Order
  readonly number: string
  readonly placedAt: Instant
  readonly told: number
  readonly lastAt: Instant | null
}

/** Holds the order's row until the transaction ends: one order, one writer. */
export async function lockOrder(tx: Tx, id: OrderId): Promise<LockedOrder> {
  const row = await tx
    .selectFrom('orders')
    .select(['number', ...placedColumns, 'putsAside', 'createdAt'])
    .select(linesColumn)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Error(`no order ${id}`)
  const events = await eventsOf(tx, id)
  const order = foldOrder(id, row, events)
  const placedAt = instant(row.createdAt.getTime())
  const { number } = row
  return { order, number, placedAt, told: events.length, lastAt: events.at(-1)?.at ?? null }
}

/** Writes what happened, and repeats in the row what lists want to know. Returns the order after. */
export async function appendEvents(
  tx: Tx,
  locked: Pick<LockedOrder, 'order' | 'told'>,
  events: readonly OrderEvent[],
): Promise<Order> {
  const { order, told } = locked
  const last = events.at(-1)
  if (!last) return order
  const rows = events.map((event, index) => ({
    orderId: order.id,
    seq: told + index + 1,
    at: new Date(event.at),
    event: writeOrderEvent(event),
  }))
  await tx.insertInto('orderEvents').values(rows).execute()
  await writeMoved(tx, locked, events)

  const after = events.reduce(evolve, order)
  const { kept, onItsWay, givenBack, taken } = allBooks(after)
  const change = {
    ...statusOf(after),
    kept: kept.minor,
    onItsWay: onItsWay.minor,
    refunded: givenBack.minor,
    taken: taken.minor,
    toBeSent: JSON.stringify(toBeSent(after)),
    sent: sentStateOf(after.goods),
    claimed: claimedStateOf(after.goods),
    updatedAt: new Date(last.at),
    listedAt: new Date(last.at),
  }
  await tx.updateTable('orders').set(change).where('id', '=', order.id).execute()
  return after
}

/** What happened to an order, in the order it happened. @throws for an event that nobody knows. */
export async function eventsOf(db: Db | Tx, id: OrderId): Promise<OrderEvent[]> {
  const rows = await db
    .selectFrom('orderEvents')
    .select(['seq', 'event'])
    .where('orderId', '=', id)
    .orderBy('seq')
    .execute()
  return readAll(id, rows)
}

/** Who carries what left last. */
export async function noteParcel(tx: Tx, id: OrderId, parcel: string): Promise<void> {
  await tx.updateTable('orders').set({ parcel }).where('id', '=', id).execute()
}

type NewOrderRow = Omit<OrderRow, 'parcel' | 'lines'> & {
  readonly lines: readonly OrderLine[]
  /** What is not asked for its way, because so much is ordered. */
  readonly waived: Waived
}

/** One statement, with its lines and with what it is found by. */
export async function insertOrder(tx: Tx, order: NewOrderRow): Promise<void> {
  const { lines, customer, waived, ...row } = order
  const status = statusOf(newOrder(order.id, krw(order.amount)))
  const words = findingWords({ ...row, ...customer, goods: lines.flatMap(namesOf) })
  const placed = { ...row, ...customer, ...status, sent: 'here' as const }
  const spared = { waivedFee: waived.fee.minor, freeFrom: waived.freeFrom.minor }
  const at = { updatedAt: row.createdAt, listedAt: row.createdAt }
  const begun = tx.with('placed', (q) =>
    q.insertInto('orders').values({ ...placed, ...spared, ...at }),
  )
  const findable = { orderId: order.id, words }
  if (lines.length === 0) {
    await begun.insertInto('orderWords').values(findable).execute()
    return
  }
  await begun
    .with('findable', (q) => q.insertInto('orderWords').values(findable))
    .insertInto('orderLines')
    .values(
      lines.map((line, position) => ({
        ...asOrdered(line),
        position,
        orderId: order.id,
        isVatFree: isVatFree(line),
      })),
    )
    .execute()
}

const namesOf = ({ nameKo, nameEn }: Pick<OrderLine, 'nameKo' | 'nameEn'>) => [nameKo, nameEn]

/** As the product is now: what a person changes later changes no order. */
const isVatFree = ({ variantId }: OrderLine) => sql<boolean>`(
  select is_vat_free from products join variants on variants.product_id = products.id
  where variants.id = ${variantId})`

/** What stays as it was when it was ordered. */
const asOrdered = ({
  variantId,
  nameKo,
  nameEn,
  optionKo,
  optionEn,
  price,
  quantity,
}: OrderLine) => ({
  variantId,
  nameKo,
  nameEn,
  optionKo,
  optionEn,
  price,
  quantity,
})

export async function isNumberTaken(tx: Tx, number: string): Promise<boolean> {
  const query = tx.selectFrom('orders').select('id').where('number', '=', number)
  return (await query.executeTakeFirst()) !== undefined
}

/** A further attempt may carry a corrected address; what was ordered stays. */
export async function updateCustomer(tx: Tx, id: OrderId, customer: Customer): Promise<void> {
  const isOther = sql.join(
    Object.entries(customer).map(([name, value]) => sql`${sql.ref(name)} <> ${value}`),
    sql` or `,
  )
  const changed = await tx
    .updateTable('orders')
    .set(customer)
    .where('id', '=', id)
    .where(sql<boolean>`(${isOther})`)
    .returning(['number', namesColumn])
    .executeTakeFirst()
  if (!changed) return
  const words = findingWords({ ...customer, number: changed.number, goods: changed.names })
  await writeWords(tx, [{ orderId: id, words }])
}

export async function findOrderOfCheckout(
  db: Db | Tx,
  checkoutId: string,
): Promise<OrderId | null> {
  const row = await db
    .selectFrom('orders')
    .select('id')
    .where('checkoutId', '=', checkoutId)
    .executeTakeFirst()
  return row?.id ?? null
}

/** The order of one period, once it was made. */
export async function findOrderOfPeriod(
  db: Db | Tx,
  subscriptionId: SubscriptionId,
  period: number,
): Promise<OrderId | null> {
  const row = await db
    .selectFrom('orders')
    .select('id')
    .where('subscriptionId', '=', subscriptionId)
    .where('period', '=', period)
    .executeTakeFirst()
  return row?.id ?? null
}

/** What a subscription has delivered, or tried to, newest first. */
export async function listPeriods(db: Db, subscriptionId: SubscriptionId) {
  const rows = await db
    .selectFrom('orders')
    .select(['id', 'period', 'status', 'amount', 'createdAt'])
    .where('subscriptionId', '=', subscriptionId)
    .orderBy('period', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, period: row.period ?? 0 }))
}

/** What was charged to a shopper's saved wallet outside of subscriptions, newest first. */
export const listUnscheduled = (db: Db, shopper: ShopperId) =>
  db
    .selectFrom('orders')
    .innerJoin('attempts', 'attempts.orderId', 'orders.id')
    .select(['orders.id', 'orders.number', 'reason', 'orders.amount', 'orders.createdAt'])
    .where('orders.shopper', '=', shopper)
    .where('subscriptionId', 'is', null)
    .where('chargeToken', 'is not', null)
    .orderBy('orders.createdAt', 'desc')
    .limit(50)
    .execute()

/** By the number that people use, which is no secret. */
export async function findOrderByNumber(db: Db, number: string) {
  const query = db
    .selectFrom('orders')
    .select(['id', 'email', 'status'])
    .where('number', '=', number)
  return (await query.executeTakeFirst()) ?? null
}

/** Everything that is known about an order besides its events, or null. */
export async function findOrderRow(db: Db | Tx, id: OrderId): Promise<OrderRow | null> {
  const row = await db
    .selectFrom('orders')
    .selectAll()
    .select(shownLinesColumn)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? orderRowOf(row) : null
}

type Shown = {
  readonly variant: string
  readonly ko: string
  readonly en: string
  readonly optionko: string
  readonly optionen: string
  readonly price: number
  readonly quantity: number
  readonly delivered: boolean
}

type Found = Omit<OrderRow, 'customer' | 'lines'> & Customer & { readonly shown: readonly Shown[] }

function orderRowOf(row: Found): OrderRow {
  const { name, email, phone, postcode, address, addressDetail, deliveryNote } = row
  const customer = { name, email, phone, postcode, address, addressDetail, deliveryNote }
  const { id, number, checkoutId, visitor, locale, amount, deliveryFee, parcel, createdAt } = row
  const { shopper, subscriptionId, period, reason, putsAside } = row
  const lines = row.shown.map(({ variant, ko, en, optionko, optionen, delivered, ...line }) => ({
    ...line,
    variantId: variant,
    nameKo: ko,
    nameEn: en,
    optionKo: optionko,
    optionEn: optionen,
    isDelivered: delivered,
  }))
  return {
    id,
    number,
    checkoutId,
    visitor,
    shopper,
    locale,
    amount,
    deliveryFee,
    customer,
    parcel,
    createdAt,
    subscriptionId,
    period,
    reason,
    putsAside,
    lines,
  }
}

export type OrderSummary = {
  readonly status: string
  readonly why: string | null
  readonly amount: number
  readonly refunded: number
  readonly resultCode: string | null
  readonly updatedAt: Date
}

/** What the public status says, in one query. */
export async function findSummary(db: Db, id: OrderId): Promise<OrderSummary | null> {
  const row = await db
    .selectFrom('orders')
    .select(['status', 'why', 'amount', 'refunded', 'updatedAt'])
    .select((e) =>
      e
        .selectFrom('attempts')
        .select('resultCode')
        .whereRef('attempts.orderId', '=', 'orders.id')
        .where('resultCode', 'is not', null)
        .orderBy('returnedAt', 'desc')
        .limit(1)
        .as('resultCode'),
    )
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}
