import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // What of an order's way there was free because so much was ordered: the fee, and from how much on none is due. Null for
  // what was placed before that was kept; nothing of it is ever asked for.
  `alter table orders
     add column waived_fee integer check (waived_fee >= 0),
     add column free_from integer check (free_from >= 0)`,
  // Those that are over too: they say whether a first price was had, and a shopper can begin and end any number.
  'create index subscriptions_by_shopper on subscriptions (shopper, is_over, created_at desc)',
]
