import type { Pool, QueryResultRow } from 'pg'
import { z } from 'zod'
import { readMoney } from '@/lib/simulator/control/money-records'
import type { PaymentSums } from '@/lib/simulator/money/sums'
import { findPayment } from '@/lib/simulator/payment/payment'
import type { SeenByShoppers } from './run-shopper'
import type { ChaosWorld } from './troubles'

/** What both sides have written down, as it is when all is over. Amounts in won. */
export type AllBooks = {
  readonly orders: readonly OrderRecord[]
  readonly attempts: readonly { reference: string; order: string }[]
  readonly payments: readonly PaymentRecord[]
  /** What the shop asked back, and what Adyen was asked. */
  readonly refundsAsked: readonly { id: string; order: string; payment: string; amount: number }[]
  readonly refundsAtAdyen: readonly RefundRecord[]
  /** Where the money of each payment is, as Adyen has it. */
  readonly money: readonly MoneyRecord[]
  /** What the shop's ledger says, account by account. */
  readonly ledger: readonly { order: string; account: string; won: number }[]
  /** Wishes of people, as often as they were first asked for. */
  readonly wishes: readonly { order: string; wish: string; times: number }[]
  readonly notifications: readonly NotificationRecord[]
  readonly inbox: readonly { news: string; applied: boolean; parkedWhy: string | null }[]
  readonly letters: readonly { order: string; letter: string }[]
  /** `explained`: what the rows of its ledger add up to. */
  readonly stock: readonly { variant: string; before: number; after: number; explained: number }[]
  /** Jobs that are still to do or that were given up, by name. */
  readonly owed: readonly string[]
  /** Idempotency keys that were used for two different things. */
  readonly mixedKeys: readonly string[]
  readonly seen: { readonly references: readonly string[]; readonly orders: readonly string[] }
}

export type OrderRecord = {
  readonly id: string
  readonly number: string
  readonly amount: number
  /** As the shop tells it to anybody who has the link; null when it does not. */
  readonly status: string | null
  readonly refunded: number
  /** A person has ended it. */
  readonly ended: boolean
  readonly pieces: readonly LinePieces[]
  /** Parcels that were sent, and what was said of claims: each has a letter. */
  readonly toldOfGoods: number
}

/** Of one line, how many pieces. */
type LinePieces = {
  readonly variant: string
  readonly ordered: number
  readonly sent: number
  readonly cameBack: number
  /** To be sent once more, for those that came back. */
  readonly exchanged: number
}

export type PaymentRecord = {
  readonly psp: string
  readonly reference: string
  readonly value: number
  readonly authorised: boolean
}

type RefundRecord = {
  readonly reference: string
  readonly payment: string
  readonly value: number
  readonly outcome: 'ok' | 'refused' | 'failed_later' | 'reversed'
  readonly askedBy: 'shop' | 'customer_area'
}

type MoneyRecord = { readonly psp: string } & PaymentSums

type NotificationRecord = {
  /** What it says, in one word: the same news twice is the same word. */
  readonly news: string
  readonly reference: string
  /** The shop has answered with 2xx. */
  readonly acknowledged: boolean
}

export type StockCount = ReadonlyMap<string, number>

/** How many of every variant are in stock. */
export async function countStock(pool: Pool): Promise<StockCount> {
  const rows = await all<{ id: string; stock: number }>(pool, 'select id, stock from variants')
  return new Map(rows.map(({ id, stock }) => [id, stock]))
}

/** Reads both sides' books: the shop's by its own pages where it has one, else by SQL. */
export async function readBooks(
  { database: { pool }, adyen }: ChaosWorld,
  shop: string,
  before: StockCount,
  seen: SeenByShoppers,
): Promise<AllBooks> {
  const after = await countStock(pool)
  const explained = await all<{ variant: string; sum: number }>(pool, stockMoves)
  const theirs = adyen.pool
  return {
    orders: await readOrders(pool, shop),
    attempts: await all(pool, `select reference, order_id as "order" from attempts`),
    payments: await all(theirs, payments),
    refundsAsked: await all(
      pool,
      `select reference as id, order_id as "order", payment, amount::int from refunds`,
    ),
    refundsAtAdyen: await all(theirs, refundsAtAdyen),
    money: await readMoneyThere(theirs),
    ledger: await all(
      pool,
      'select order_id as "order", account, sum(won)::int as won from ledger group by 1, 2',
    ),
    wishes: await all(pool, wishes),
    notifications: await all(theirs, notifications),
    inbox: await all(pool, inbox),
    letters: await all(pool, `select order_id as "order", letter from mails`),
    stock: [...before].map(([variant, stock]) => ({
      variant,
      before: stock,
      after: after.get(variant) ?? 0,
      explained: explained.find((each) => each.variant === variant)?.sum ?? 0,
    })),
    owed: (await all<{ name: string }>(pool, owed)).map(({ name }) => name),
    mixedKeys: (await all<{ key: string }>(theirs, mixedKeys)).map(({ key }) => key),
    seen: { references: [...seen.references], orders: [...seen.orders] },
  }
}

async function all<T extends QueryResultRow>(pool: Pool, sql: string): Promise<T[]> {
  return (await pool.query<T>(sql)).rows
}

// When all that is still to come has come.
const AT_LAST = 400 * 24 * 3_600_000

async function readMoneyThere(pool: Pool): Promise<MoneyRecord[]> {
  const found: MoneyRecord[] = []
  for (const { psp } of await all<{ psp: string }>(pool, payments)) {
    const payment = await findPayment(pool, 'psp_reference', psp)
    if (!payment) continue
    const { money } = await readMoney(pool, [payment], Date.now() + AT_LAST)
    found.push({ psp, ...money })
  }
  return found
}

const told = z.object({ status: z.string(), refunded: z.number() })

async function readOrders(pool: Pool, shop: string): Promise<OrderRecord[]> {
  const rows = await all<Omit<OrderRecord, 'status' | 'refunded'>>(pool, orders)
  const books: OrderRecord[] = []
  for (const row of rows) {
    const response = await fetch(`${shop}/api/orders/${row.id}`)
    const answer = told.safeParse(await response.json().catch(() => null))
    const { status = null, refunded = 0 } = answer.data ?? {}
    books.push({ ...row, status, refunded })
  }
  return books
}

/** What came back is told once for each claim here, and all of it sellable. */
const piecesIn = (type: string, key: string) => `(
  select coalesce(sum(p.quantity), 0)::int from order_events e,
    json_to_recordset(e.event::json -> '${key}') as p (line int, quantity int)
  where e.order_id = orders.id and e.event::json ->> 'type' = '${type}'
    and p.line = order_lines.position + 1)`

const orders = `
select id, number, amount::int, exists (
  select from order_events e
  where e.order_id = orders.id and e.event::json ->> 'type' = 'cancelled_by') as ended, (
  select count(*)::int from order_events e
  where e.order_id = orders.id and e.event::json ->> 'type' in (
    'parcel_sent', 'claim_opened', 'claim_settled')) as "toldOfGoods", (
  select json_agg(json_build_object('variant', variant_id, 'ordered', quantity,
    'sent', ${piecesIn('parcel_sent', 'pieces')},
    'cameBack', ${piecesIn('claim_arrived', 'sellable')},
    'exchanged', case when exists (
      select from order_events e where e.order_id = orders.id
        and e.event::json #>> '{settlement,remedy}' = 'same_goods')
      then ${piecesIn('claim_arrived', 'sellable')} else 0 end))
  from order_lines where order_id = orders.id) as pieces
from orders order by created_at`

const payments = `
select psp_reference as psp, reference, value::int, authorised_at is not null as authorised
from simulator.payments`

const refundsAtAdyen = `
select reference, payment_psp_reference as payment, value::int, outcome, asked_by as "askedBy"
from simulator.modifications where kind = 'refunds'`

const wishes = `
select order_id as "order", event::json ->> 'wish' as wish, count(*)::int as times
from order_events
where event::json ->> 'type' = 'refund_requested' and event::json ->> 'number' = '1'
group by 1, 2`

const stockMoves = `
select variant_id as variant, sum(pieces)::int as sum from stock_moves group by 1`

const notifications = `
select concat_ws(' ', event_code, psp_reference, success) as news, reference,
  exists (select from simulator.deliveries d
          where d.notification_id = n.id and d.http_status between 200 and 299) as acknowledged
from simulator.notifications n`

const inbox = `
select concat_ws(' ', event_code, item::json ->> 'pspReference', (item::json ->> 'success')::boolean) as news,
  applied_at is not null as applied, parked_why as "parkedWhy"
from webhook_inbox`

const owed = `
select name || ' due at ' || due_at as name from jobs_due
union all
select coalesce(data ->> 'name', name) || ' (' || state || ', ' || name || ')' from pgboss.job
where name in ('norang', 'norang-dead') and state not in ('completed')`

const mixedKeys = `
select coalesce(reference, key) as key from simulator.idempotency_keys where other_bodies > 0`
