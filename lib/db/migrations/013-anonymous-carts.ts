import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // A keyed fingerprint of where a cart was made from: no address is kept. Null: before anybody counted.
  'alter table carts add column network text',
  'create index carts_by_network on carts (network, updated_at) where network is not null',
  'create index carts_by_age on carts (updated_at)',
]
