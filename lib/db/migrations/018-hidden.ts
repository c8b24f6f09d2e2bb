import { type Kysely, sql } from 'kysely'

/** Products that are found by their address only, and such as nothing is delivered of. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table products
    add column is_hidden boolean not null default false,
    add column is_delivered boolean not null default true`.execute(db)
}
