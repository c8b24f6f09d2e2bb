import { type Kysely, sql } from 'kysely'

// A letter is known by its name and its moment: under the new name alone it would be written a second time.
export async function up<Tables>(db: Kysely<Tables>): Promise<void> {
  await sql`update mails set letter = 'claim_opened' where letter = 'return_asked'`.execute(db)
}
