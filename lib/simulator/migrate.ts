import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { inTransaction } from '@/lib/simulator/config'

// Any fixed number that nobody else in this database uses.
const LOCK = 7_306_020_001

/**
 * Safe to run from several processes at once and any number of times: one look tells that all is there, for processes
 * that come and go.
 */
export async function migrate(pool: Pool): Promise<void> {
  const made = createHash('sha256').update(tables).digest('hex')
  const { rows } = await pool.query<{ made: string | null }>(
    `select obj_description(to_regnamespace('simulator'), 'pg_namespace') as made`,
  )
  if (rows[0]?.made === made) return
  await inTransaction(pool, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [LOCK])
    await tx.query(tables)
    await tx.query(`comment on schema simulator is '${made}'`)
  })
}

// Times are epoch milliseconds of the movable clock. The lease of a delivery is the one exception: it
// guards against a process that died, which happens in real time.
const tables = `
create schema if not exists simulator;

create table if not exists simulator.payments (
  id               bigint generated always as identity primary key,
  psp_reference    text not null unique,
  reference        text not null,
  currency         text not null,
  value            bigint not null,
  method           text not null,
  return_url       text not null,
  return_method    text not null,
  locale           text not null,
  additional_data  jsonb not null,            -- what notifications echo: metadata.*, merchantOrderReference
  redirect_data    text unique,               -- opens the wallet page; null: never had one
  expires_at       bigint,                    -- OFFER_CLOSED is sent then, if still open; null: never
  status           text not null,             -- open, ended, expired
  result_code      text,
  refusal_code     text,
  redirect_result  text,
  details_asked_at bigint,
  authorised_at    bigint,                    -- money is there from this moment on
  created_at       bigint not null
);
create index if not exists payments_by_reference on simulator.payments (reference);
-- A redirectResult is too long for an index of its own.
create index if not exists payments_by_redirect_result on simulator.payments (md5(redirect_result));
create index if not exists payments_expiring on simulator.payments (expires_at) where status = 'open';

create table if not exists simulator.modifications (
  psp_reference         text primary key,
  payment_psp_reference text not null references simulator.payments (psp_reference),
  kind                  text not null,        -- refunds, cancels, captures, reversals
  reference             text,
  currency              text not null,
  value                 bigint not null,
  outcome               text not null,        -- ok, refused, failed_later, reversed
  reason                text not null,
  created_at            bigint not null
);
create index if not exists modifications_by_payment
  on simulator.modifications (payment_psp_reference);

-- A dispute has a reference of its own; what it has taken is the sum of the steps that are there.
create table if not exists simulator.disputes (
  psp_reference         text primary key,
  payment_psp_reference text not null references simulator.payments (psp_reference),
  opened_at             bigint not null
);
create index if not exists disputes_by_payment on simulator.disputes (payment_psp_reference);

create table if not exists simulator.dispute_steps (
  id         bigint generated always as identity primary key,
  dispute    text not null references simulator.disputes (psp_reference) on delete cascade,
  event_code text not null,
  value      bigint not null,
  money      text not null,                   -- taken, back, same
  at         bigint not null
);
create index if not exists dispute_steps_by_dispute on simulator.dispute_steps (dispute);

create table if not exists simulator.notifications (
  id            bigint generated always as identity primary key,
  reference     text not null,                -- the payment's, so that the ledger finds it
  event_code    text not null,
  psp_reference text not null,
  success       boolean not null,
  body          text not null,                -- exactly as it is sent, signed
  first_due_at  bigint not null,
  due_at        bigint not null,
  attempts      int not null default 0,
  lost_attempts int not null default 0,       -- so many are lost on the way
  status        text not null,                -- waiting, held, delivered, given_up
  leased_until  timestamptz
);
create index if not exists notifications_due on simulator.notifications (due_at, id)
  where status = 'waiting';
create index if not exists notifications_by_reference on simulator.notifications (reference);

create table if not exists simulator.deliveries (
  id              bigint generated always as identity primary key,
  notification_id bigint not null references simulator.notifications (id) on delete cascade,
  attempt         int not null,
  at              bigint not null,
  http_status     int,
  answer          text not null
);
create index if not exists deliveries_by_notification on simulator.deliveries (notification_id);

create table if not exists simulator.idempotency_keys (
  key          text primary key,
  status       int,                           -- null: in flight
  body         text,
  leased_until timestamptz not null,
  created_at   bigint not null
);

create table if not exists simulator.faults (
  id         bigint generated always as identity primary key,
  reference  text,                            -- null: of any payment
  on_call    text not null,
  kind       text not null,
  ms         int,
  times_left int not null
);

create table if not exists simulator.switches (
  reference text primary key,                 -- '' for all
  settings  jsonb not null
);

create table if not exists simulator.scripts (
  id     bigint generated always as identity primary key,
  target text,                                -- a merchant or order reference; null: the next payment
  script text not null,
  part   int not null,                        -- of scripts that need two payments
  auto   boolean not null                     -- plays as soon as the shopper is there
);

create table if not exists simulator.tokens (
  token             text primary key,
  shopper_reference text not null,
  method            text not null,
  reference         text not null,            -- of the payment that it came from
  first_psp         text not null,
  created_at        bigint not null,
  disabled_at       bigint
);
create index if not exists tokens_by_shopper on simulator.tokens (shopper_reference);

create table if not exists simulator.charges_to_come (
  id                bigint generated always as identity primary key,
  shopper_reference text,                     -- null: whoever is charged next
  result            text not null,
  refusal_code      text not null
);

-- Where notifications go, when nobody else says so: entered on the control page.
create table if not exists simulator.webhooks (
  webhook           text primary key,         -- standard, tokens
  url               text,                     -- null: not entered yet
  hmac_key          text not null,
  previous_hmac_key text,                     -- null: it was never replaced
  username          text,
  password          text
);

-- How far a clock of its own is ahead of the real one.
create table if not exists simulator.clock (
  is_only  boolean primary key default true check (is_only),
  ahead_ms bigint not null
);

-- Tables that an earlier version made.
alter table simulator.payments
  add column if not exists shopper_reference text,
  add column if not exists order_reference   text,      -- merchantOrderReference
  add column if not exists session_ends_at   bigint,    -- the wallet page can be used until then
  add column if not exists phone_code        text,      -- end of the short address in the QR code
  add column if not exists ended_on_phone    boolean not null default false,
  add column if not exists ended_at          bigint,
  add column if not exists script            text,
  add column if not exists script_part       int not null default 0,
  add column if not exists script_auto       boolean not null default false,
  add column if not exists stores            boolean not null default false,  -- the wallet is to be saved
  add column if not exists token             text;      -- what was charged, or what came of it
create unique index if not exists payments_by_phone_code on simulator.payments (phone_code);
alter table simulator.modifications
  add column if not exists event_code text,                         -- what it is told by
  add column if not exists asked_by   text not null default 'shop', -- or customer_area
  add column if not exists effect     text,   -- refund, cancel, capture_failed, none
  add column if not exists takes      bigint, -- so much of the payment
  add column if not exists settles_at bigint, -- under way until then
  add column if not exists undone_at  bigint; -- the money is with the merchant again from then on
alter table simulator.notifications
  add column if not exists header_signature  text;      -- null: in the body, as standard webhooks have it
alter table simulator.idempotency_keys
  add column if not exists reference         text,
  add column if not exists request_hash      text,
  add column if not exists other_bodies      int not null default 0;
`
