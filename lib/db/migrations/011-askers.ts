import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // Whoever holds an order's link may pay, and comes back from the wallet too: only an attempt that somebody asked for
  // who may act lets the browser act that comes back with its result. The first one is its owner's.
  'alter table attempts add column by_owner boolean not null default false',
  'update attempts set by_owner = true where number = 1 and charge_token is null',

  // Mailed to the owner of an order or of a subscription, for one act, once. Only fingerprints are kept.
  `create table act_links (
     secret          text primary key,
     act             text not null,
     order_id        text references orders,
     subscription_id text references subscriptions,
     expires_at      timestamptz not null,
     used_at         timestamptz,
     check (num_nonnulls(order_id, subscription_id) = 1)
   )`,
  'create index act_links_by_expiry on act_links (expires_at)',
]
