import { type Kysely, sql } from 'kysely'

// As the library that counts wants it. Keys are fingerprints: no address and no e-mail is kept here.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`create table limits (
     key    varchar(255) primary key,
     points integer not null default 0,
     expire bigint
   )`)
    .execute(db)
  await sql.raw('create index limits_by_expiry on limits (expire)').execute(db)
}
