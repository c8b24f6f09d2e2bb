import { type Kysely, sql } from 'kysely'

/** Days off that no calendar knows beforehand. A day is text, such as 2027-03-15: it is Seoul's, and no moment. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table days_off (
    day text primary key check (day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
    kind text not null check (kind in ('public', 'ours'))
  )`.execute(db)
}
