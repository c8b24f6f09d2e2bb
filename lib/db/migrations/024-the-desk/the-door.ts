import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // People of the shop: better-auth's users, and what they are here. Role: null for whom only ADMIN_EMAILS lets in.
  // Somebody who was removed stays, for the log.
  `create table desk_people (
     id                       text primary key,
     name                     text not null,
     email                    text not null unique,
     email_verified           boolean not null,
     image                    text,
     two_factor_enabled       boolean not null default false,
     created_at               timestamptz not null,
     updated_at               timestamptz not null,
     role                     text check (role in ('owner', 'manager', 'packer', 'accountant')),
     locale                   text,
     must_have_second_factor  boolean not null default false,
     invited_until            timestamptz,
     removed_at               timestamptz
   )`,
  // began_at: null until everything that was asked for was given. The three moments are of the shop's own clock.
  `create table desk_sessions (
     id           text primary key,
     user_id      text not null references desk_people on delete cascade,
     token        text not null unique,
     expires_at   timestamptz not null,
     ip_address   text,
     user_agent   text,
     created_at   timestamptz not null,
     updated_at   timestamptz not null,
     began_at     timestamptz,
     seen_at      timestamptz,
     confirmed_at timestamptz,
     tries        integer not null default 0
   )`,
  'create index desk_sessions_by_person on desk_sessions (user_id)',
  // Two that better-auth looks into; nobody of the shop has a password, or a name at another house.
  `create table desk_identities (
     id                       text primary key,
     user_id                  text not null references desk_people on delete cascade,
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
     updated_at               timestamptz not null
   )`,
  `create table desk_verifications (
     id         text primary key,
     identifier text not null,
     value      text not null,
     expires_at timestamptz not null,
     created_at timestamptz not null,
     updated_at timestamptz not null
   )`,
  // The key of somebody's authenticator, and codes for when it is lost; both are encrypted with a key of the shop's.
  `create table desk_second_factors (
     id                        text primary key,
     user_id                   text not null references desk_people on delete cascade,
     secret                    text not null,
     backup_codes              text not null,
     verified                  boolean not null default true,
     failed_verification_count integer not null default 0,
     locked_until              timestamptz
   )`,
  'create index desk_second_factors_by_person on desk_second_factors (user_id)',
  // What somebody typed, when it has to be looked at again, or a code is wanted first. Fields: JSON.
  `create table desk_drafts (
     id         text primary key,
     session_id text not null references desk_sessions on delete cascade,
     path       text not null,
     fields     text not null,
     expires_at timestamptz not null
   )`,
  'create index desk_drafts_by_expiry on desk_drafts (expires_at)',
  'create index desk_drafts_by_session on desk_drafts (session_id)',

  // What people of the shop did. Nobody takes a line back or mends one, and none names a shopper.
  `create table desk_log (
     id     bigint generated always as identity primary key,
     at     timestamptz not null,
     person text not null references desk_people,
     who    text not null,
     role   text not null,
     act    text not null,
     about  text not null,
     why    text not null
   )`,
  'create index desk_log_by_person on desk_log (person, id)',
  'create index desk_log_by_about on desk_log (about, id)',
  `create function desk_log_stays() returns trigger language plpgsql as $$
   begin
     raise exception 'what stands in the log of the desk is neither changed nor taken away';
   end $$`,
  `create trigger desk_log_stays before update or delete on desk_log
   for each row execute function desk_log_stays()`,
  `create trigger desk_log_stays_whole before truncate on desk_log
   for each statement execute function desk_log_stays()`,
]
