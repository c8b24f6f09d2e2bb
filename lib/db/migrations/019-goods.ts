import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table parcels (
     order_id text not null references orders,
     id text not null,
     carrier text not null,
     tracking text not null,
     at timestamptz not null,
     primary key (order_id, id)
   )`,
  'create index parcels_by_tracking on parcels (tracking)',
  // What somebody wrote about goods that come back. What became of it stands in the order's events.
  `create table claims (
     order_id text not null references orders,
     id text not null,
     words text not null,
     at timestamptz not null,
     primary key (order_id, id)
   )`,
  `insert into claims (order_id, id, words, at)
   select id, 'first', return_reason, updated_at from orders where return_reason is not null`,
  // How many pieces of each variant lie on the shelf for an order, as its events say: so that lists need not fold them.
  `alter table orders add column to_be_sent jsonb not null default '{}'`,
  `update orders set to_be_sent = (
     select coalesce(jsonb_object_agg(variant_id, pieces), '{}') from (
       select variant_id, sum(quantity)::int as pieces from order_lines
       where order_id = orders.id group by variant_id
     ) as lines
   )
   where parcel is null and (status = 'paid' or status in ('awaiting_payment', 'confirming') and 0 > (
     select coalesce(sum(pieces), 0) from stock_moves where stock_moves.order_id = orders.id
   ))`,
  `create index orders_to_be_sent on orders using gin (to_be_sent) where to_be_sent <> '{}'`,
]
