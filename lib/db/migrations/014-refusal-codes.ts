import { type Kysely, sql } from 'kysely'

// By it a shopper is told what to look at; the reason beside it is for the merchant's eyes.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table attempts add column refusal_code text`.execute(db)
}
