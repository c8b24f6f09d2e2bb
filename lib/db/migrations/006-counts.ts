import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  'drop table limits',
  // Unlogged: nobody waits for the disk to count, and a server that crashed begins counting anew. Keys are keyed
  // fingerprints: no address and no e-mail is kept here.
  `create unlogged table counts (
     key     text primary key,
     times   integer not null,
     ends_at timestamptz not null
   )`,
  'create index counts_by_end on counts (ends_at)',
]
