import { type Kysely, sql } from 'kysely'
import { allBooks } from '../../core/books'
import type { OrderId } from '../../core/ids'
import { krw } from '../../core/money'
import { evolve, newOrder } from '../../core/order'
import { readOrderEvent } from '../events/order-events'
import { isUnreadable } from '../events/unreadable'
import { entriesOf } from '../ledger'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  await tellWhatHappened(db)
  await sql.raw(appendOnly).execute(db)
}

// Events that were marked as applied though they moved money: nothing was made of them then. Of those that are older
// than a week nobody is mailed: whoever had their money back years ago knows.
const readOnceMore = [
  'CANCELLATION',
  'TECHNICAL_CANCEL',
  'CANCEL_OR_REFUND',
  'CAPTURE_FAILED',
  'EXPIRE',
  'REFUND_WITH_DATA',
  'POSTPONED_REFUND',
  'NOTIFICATION_OF_FRAUD',
  'REQUEST_FOR_INFORMATION',
  'NOTIFICATION_OF_CHARGEBACK',
  'CHARGEBACK',
  'CHARGEBACK_REVERSED',
  'SECOND_CHARGEBACK',
  'DISPUTE_DEFENSE_PERIOD_ENDED',
  'ISSUER_RESPONSE_TIMEFRAME_EXPIRED',
  'PREARBITRATION_OPEN',
  'PREARBITRATION_DECLINED',
  'PREARBITRATION_ACCEPTED',
  'PREARBITRATION_WON',
  'PREARBITRATION_ISSUER_WITHDRAWN',
  'PREARBITRATION_LOST',
  'SCHEME_ARBITRATION',
  'SCHEME_ARBITRATION_WON',
  'SCHEME_ARBITRATION_LOST',
]
const quoted = readOnceMore.map((code) => `'${code}'`).join(', ')

const statements = [
  `alter table orders
     add column kept integer not null default 0,
     add column on_its_way integer not null default 0,
     add column taken integer not null default 0`,
  `create table ledger (
     order_id text not null references orders (id),
     seq integer not null,
     payment text not null,
     account text not null,
     won integer not null,
     at timestamptz not null,
     primary key (order_id, seq, payment, account)
   )`,
  `alter table webhook_inbox
     add column put_aside_at timestamptz,
     add column note text,
     add column is_old boolean not null default false`,
  `with unread as (
     update webhook_inbox
     set applied_at = null, parked_why = null, is_old = received_at < now() - interval '7 days'
     where event_code in (${quoted}) or parked_why = 'unknown_refund'
     returning id
   )
   insert into jobs_due (name, payload, due_at)
   select 'apply_notification', json_build_object('notification', id)::text, now() from unread`,
]

// What has been written of money is never written again.
const appendOnly = `
  create function ledger_is_append_only() returns trigger language plpgsql as $$
  begin
    raise exception 'the ledger is only added to';
  end $$;
  create trigger ledger_is_append_only before update or delete on ledger
    for each statement execute function ledger_is_append_only()`

const AT_ONCE = 200

/** Money of orders from before there was a ledger, as their events tell it. An order that cannot be read is left as it is. */
async function tellWhatHappened(db: Kysely<unknown>): Promise<void> {
  for (let last = ''; ; ) {
    const { rows } = await sql<{ id: OrderId; amount: number }>`
      select id, amount from orders
      where id > ${last} and exists (
        select from order_events where order_id = orders.id and event like '%"charged"%'
      )
      order by id limit ${AT_ONCE}`.execute(db)
    for (const { id, amount } of rows) await tellOne(db, id, amount)
    const next = rows.at(-1)?.id
    if (next === undefined) return
    last = next
  }
}

async function tellOne(db: Kysely<unknown>, id: OrderId, amount: number): Promise<void> {
  const stored = await sql<{ seq: number; event: string }>`
    select seq, event from order_events where order_id = ${id} order by seq`.execute(db)
  try {
    const events = stored.rows.map((row) => readOrderEvent(id, row))
    const placed = newOrder(id, krw(amount))
    for (const { seq, payment, account, won, at } of entriesOf(placed, 0, events))
      await sql`insert into ledger (order_id, seq, payment, account, won, at)
        values (${id}, ${seq}, ${payment}, ${account}, ${won}, ${at})`.execute(db)
    const { kept, onItsWay, taken } = allBooks(events.reduce(evolve, placed))
    await sql`update orders set kept = ${kept.minor}, on_its_way = ${onItsWay.minor},
      taken = ${taken.minor} where id = ${id}`.execute(db)
  } catch (error) {
    if (!isUnreadable(error)) throw error
  }
}
