import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // A checkout that goes on in another browser: one for each cart, so that there are never more than carts are. Only the
  // link's fingerprint is kept. The checkout is the cart's when the link was made; once it was taken, the one that is left.
  `create table hand_overs (
     cart_id     text primary key references carts on delete cascade on update cascade,
     secret      text not null unique,
     checkout_id text not null,
     expires_at  timestamptz not null,
     taken_at    timestamptz
   )`,
  'create index hand_overs_by_expiry on hand_overs (expires_at)',
  // Asked for before the order went over to another browser: who comes back from it is not who has the order now.
  'alter table attempts add column handed_over boolean not null default false',
]
