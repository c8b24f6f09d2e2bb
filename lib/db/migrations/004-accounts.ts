import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // The next four are better-auth's, under names of ours; what it does not use for us is nullable.
  `create table users (
     id             text primary key,
     name           text not null,
     email          text not null unique,
     email_verified boolean not null,
     image          text,
     created_at     timestamptz not null,
     updated_at     timestamptz not null
   )`,
  `create table sessions (
     id         text primary key,
     user_id    text not null references users on delete cascade,
     token      text not null unique,
     expires_at timestamptz not null,
     ip_address text,
     user_agent text,
     created_at timestamptz not null,
     updated_at timestamptz not null
   )`,
  'create index sessions_by_user on sessions (user_id)',
  // Somebody's name at another house, such as Kakao's number of a person.
  `create table identities (
     id                       text primary key,
     user_id                  text not null references users on delete cascade,
     provider_id              text not null,
     account_id               text not null,
     access_token             text,
     refresh_token            text,
     id_token                 text,
     access_token_expires_at  timestamptz,
     refresh_token_expires_at timestamptz,
     scope                    text,
     password                 text,
     created_at               timestamptz not null,
     updated_at               timestamptz not null,
     unique (provider_id, account_id)
   )`,
  'create index identities_by_user on identities (user_id)',
  // Codes that were mailed, as fingerprints, and what is remembered while somebody is at Kakao's.
  `create table verifications (
     id         text primary key,
     identifier text not null,
     value      text not null,
     expires_at timestamptz not null,
     created_at timestamptz not null,
     updated_at timestamptz not null
   )`,
  'create index verifications_by_identifier on verifications (identifier)',

  // Who somebody is towards the shop and the provider: outlives the way of signing in.
  `create table shoppers (
     id         text primary key,
     user_id    text not null unique references users,
     email      text not null,
     created_at timestamptz not null
   )`,
  'alter table orders add column shopper text references shoppers',
  'create index orders_by_shopper on orders (shopper) where shopper is not null',
  'create index orders_by_email on orders (lower(email))',

  // Tries with a code that was not the right one, by address.
  `create table wrong_codes (
     email    text primary key,
     tries    integer not null,
     last_try timestamptz not null
   )`,

  // A letter with a sign-in code is about no order.
  'alter table mails alter column order_id drop not null',
]
