import { type Kysely, sql } from 'kysely'

// What a page calls a saved wallet: the provider's own name for it charges it, and is nobody's to read.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table saved_methods
    add column id text not null unique default gen_random_uuid()::text`.execute(db)
}
