import { type Kysely, sql } from 'kysely'

/** What people of the shop write about an order, and what the desk's page of one order is read by. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // Apart from the log of the desk, which nobody may change: these can hold what belongs to a shopper, and be forgotten.
  // The id is drawn with the form; who wrote it stands in the log, under the same moment.
  `create table order_notes (
     id       text primary key,
     order_id text not null references orders,
     kind     text not null,
     words    text not null,
     at       timestamptz not null
   )`,
  'create index order_notes_by_order on order_notes (order_id, at)',
  'create index refunds_by_order on refunds (order_id)',
  'create index webhook_inbox_by_reference on webhook_inbox (reference)',
]
