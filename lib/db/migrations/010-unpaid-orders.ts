import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // Whether goods were to be put aside for it when it was placed; what became of that is in its events.
  'alter table orders add column puts_aside boolean not null default true',
  // Who placed an order lately, as fingerprints under a key of the shop's: no address of a network stands anywhere.
  `create table order_askers (
     key       text not null,
     placed_at timestamptz not null,
     order_id  text not null references orders,
     primary key (key, order_id)
   )`,
  'create index order_askers_by_key on order_askers (key, placed_at)',
  'create index order_askers_by_age on order_askers (placed_at)',
]
