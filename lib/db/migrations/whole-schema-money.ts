/** Orders, and all that is kept of their money. */
export const orderTables = [
  // status, why and the sums of money repeat what the events say, so that lists need not fold them. puts_aside: whether
  // goods were to be put aside for it when it was placed. Each period of a subscription is an order, and there is one of
  // it. reason: why the merchant charged a saved wallet.
  `create table orders (
     id              text primary key,
     number          text not null unique,
     checkout_id     text not null unique,
     visitor         text not null,
     shopper         text references shoppers,
     locale          text not null,
     amount          bigint not null check (amount > 0),
     delivery_fee    bigint not null default 0 check (delivery_fee >= 0),
     name            text not null,
     email           text not null,
     phone           text not null,
     postcode        text not null,
     address         text not null,
     address_detail  text not null,
     delivery_note   text not null,
     parcel          text,
     return_reason   text,
     status          text not null,
     why             text,
     kept            integer not null default 0,
     on_its_way      integer not null default 0,
     refunded        bigint not null default 0,
     taken           integer not null default 0,
     puts_aside      boolean not null default true,
     subscription_id text references subscriptions,
     period          integer,
     reason          text,
     created_at      timestamptz not null,
     updated_at      timestamptz not null,
     unique (subscription_id, period)
   )`,
  'create index orders_by_visitor on orders (visitor)',
  'create index orders_by_shopper on orders (shopper) where shopper is not null',
  'create index orders_by_email on orders (lower(email))',
  `create table order_lines (
     order_id   text not null references orders,
     position   integer not null,
     variant_id text not null references variants,
     name_ko    text not null,
     name_en    text not null,
     option_ko  text not null default '',
     option_en  text not null default '',
     price      bigint not null,
     quantity   integer not null check (quantity > 0),
     primary key (order_id, position)
   )`,
  `create table order_events (
     order_id text not null references orders,
     seq      integer not null,
     at       timestamptz not null,
     event    text not null,
     primary key (order_id, seq)
   )`,
  // Who placed an order lately, as fingerprints under a key of the shop's: no address of a network stands anywhere.
  `create table order_askers (
     key       text not null,
     placed_at timestamptz not null,
     order_id  text not null references orders,
     primary key (key, order_id)
   )`,
  'create index order_askers_by_key on order_askers (key, placed_at)',
  'create index order_askers_by_age on order_askers (placed_at)',

  // What we asked of Adyen and what it answered. The reference, the key and the token are stored before the first call
  // and never change. Then: what the shopper agreed to with it, who it was, which saved wallet was charged as which try
  // of its period, and whether somebody asked for it who may act on the order.
  `create table attempts (
     id              text primary key,
     order_id        text not null references orders,
     number          integer not null,
     method          text not null,
     reference       text not null unique check (length(reference) <= 80),
     idempotency_key text not null unique check (length(idempotency_key) <= 64),
     return_token    text not null unique,
     contents        text not null,
     amount          bigint not null,
     created_at      timestamptz not null,
     answer          text,
     answered_at     timestamptz,
     result_code     text,
     refusal_reason  text,
     refusal_code    text,
     refusal_final   boolean not null default false,
     returned_at     timestamptz,
     agreement       text,
     shopper         text,
     charge_token    text,
     charge_try      integer,
     by_owner        boolean not null default false,
     unique (order_id, number),
     unique (order_id, charge_try)
   )`,
  'create index attempts_kept on attempts (shopper) where agreement is not null',
  // One row for each redirectResult that came back, asked with a key of its own, once. The redirectResult itself is
  // forgotten as soon as it has been answered.
  `create table returns (
     id              bigint generated always as identity primary key,
     attempt_id      text not null references attempts,
     digest          text not null,
     redirect_result text,
     idempotency_key text not null unique,
     created_at      timestamptz not null,
     verdict         text,
     answered_at     timestamptz,
     unique (attempt_id, digest)
   )`,
  // Which attempt a payment belongs to: whatever is told of it later names the payment.
  `create table payments (
     payment    text primary key,
     attempt_id text not null references attempts
   )`,
  `create table refunds (
     id              text primary key,
     order_id        text not null references orders,
     payment         text not null,
     amount          bigint not null check (amount > 0),
     reference       text not null unique,
     idempotency_key text not null unique,
     created_at      timestamptz not null,
     psp_reference   text unique,
     problem         text
   )`,
  // Every won that moved, written with the event that moved it, and never changed.
  `create table ledger (
     order_id text not null references orders,
     seq      integer not null,
     payment  text not null,
     account  text not null,
     won      integer not null,
     at       timestamptz not null,
     primary key (order_id, seq, payment, account)
   )`,
  `create function ledger_is_append_only() returns trigger language plpgsql as $$
   begin
     raise exception 'the ledger is only added to';
   end $$`,
  `create trigger ledger_is_append_only before update or delete on ledger
     for each statement execute function ledger_is_append_only()`,

  // What Adyen told us, as it came: text, because jsonb refuses a NUL that Adyen may send. The first copy wins; the rest
  // are repeats. applied_at null and parked_why set: it waits for a person, who may put it aside with a note.
  `create table webhook_inbox (
     id           bigint generated always as identity primary key,
     fingerprint  text not null unique,
     item         text not null,
     live         text not null,
     event_code   text not null,
     reference    text not null,
     received_at  timestamptz not null,
     applied_at   timestamptz,
     parked_why   text,
     put_aside_at timestamptz,
     note         text,
     is_old       boolean not null default false
   )`,
  'create index webhook_inbox_parked on webhook_inbox (id) where parked_why is not null',
  // Everything owed, now or later. Compared with our own clock, never with the database's.
  `create table jobs_due (
     id      bigint generated always as identity primary key,
     name    text not null,
     payload text not null,
     due_at  timestamptz not null
   )`,
  'create index jobs_due_by_time on jobs_due (due_at)',
  // One letter for each event that owes one, however often its job runs. It is about an order, a subscription or neither.
  `create table mails (
     id              bigint generated always as identity primary key,
     order_id        text references orders,
     subscription_id text references subscriptions,
     letter          text not null,
     event_at        timestamptz not null,
     recipient       text not null,
     subject         text not null,
     html            text not null,
     text            text not null,
     created_at      timestamptz not null,
     sent_at         timestamptz,
     unique (order_id, letter, event_at)
   )`,
  `create unique index mails_of_subscriptions on mails (subscription_id, letter, event_at)
     where subscription_id is not null`,
]
