import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // One for each browser that asked for a code, so that nobody's guesses use up another's. Both are fingerprints; the
  // code's holds the address too, which stands nowhere.
  `create table challenges (
     id         text primary key,
     code       text not null,
     tries      integer not null default 0,
     expires_at timestamptz not null
   )`,
  'create index challenges_by_expiry on challenges (expires_at)',
  'drop table wrong_codes',
]
