import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // A wallet that a shopper has saved, by the provider's name for it. One that is gone is kept: its
  // notifications may come again.
  `create table saved_methods (
     token          text primary key,
     shopper        text not null references shoppers,
     method         text not null,
     learnt_at      timestamptz not null,
     gone_at        timestamptz
   )`,
  'create index saved_methods_by_shopper on saved_methods (shopper)',

  // What can be had again and again. Prices hold delivery. periods null: until somebody ends it.
  `create table plans (
     id          text primary key,
     variant_id  text not null references variants,
     quantity    integer not null check (quantity > 0),
     rhythm      text not null,
     price       bigint not null check (price > 0 and price % quantity = 0),
     first_price bigint not null check (first_price > 0 and first_price % quantity = 0),
     periods     integer check (periods > 1),
     position    integer not null
   )`,

  // status, token, is_over and due_at repeat what the events say, so that lists and the scheduler need
  // not fold them. claimed_at is when the last charge was let go, for the rate limit.
  `create table subscriptions (
     id         text primary key,
     shopper    text not null references shoppers,
     plan_id    text not null references plans,
     terms      text not null,
     customer   text not null,
     locale     text not null,
     visitor    text not null,
     status     text not null,
     is_over    boolean not null default false,
     token      text,
     due_at     timestamptz,
     claimed_at timestamptz,
     created_at timestamptz not null,
     updated_at timestamptz not null
   )`,
  // Two presses of one button, in two tabs, subscribe once.
  'create unique index subscriptions_once on subscriptions (shopper, plan_id) where not is_over',
  'create index subscriptions_due on subscriptions (due_at) where due_at is not null',
  'create index subscriptions_by_token on subscriptions (token) where token is not null',
  'create index subscriptions_claimed on subscriptions (claimed_at)',
  `create table subscription_events (
     subscription_id text not null references subscriptions,
     seq             integer not null,
     at              timestamptz not null,
     event           text not null,
     primary key (subscription_id, seq)
   )`,

  // Each period is an order of its own, and there is one of it.
  'alter table orders add column subscription_id text references subscriptions',
  'alter table orders add column period integer',
  'alter table orders add unique (subscription_id, period)',
  // Why the merchant charged a saved wallet.
  'alter table orders add column reason text',

  // What the shopper agreed to with this payment, who it was, and which saved wallet was charged.
  'alter table attempts add column agreement text',
  'alter table attempts add column shopper text',
  'alter table attempts add column charge_token text',
  'alter table attempts add column charge_try integer',
  'alter table attempts add column refusal_final boolean not null default false',
  'alter table attempts add unique (order_id, charge_try)',
  'create index attempts_kept on attempts (shopper) where agreement is not null',

  // Which attempt a payment belongs to: a token names the payment that it came from.
  `create table payments (
     payment    text primary key,
     attempt_id text not null references attempts
   )`,

  // A letter is about an order, a subscription, or neither.
  'alter table mails add column subscription_id text references subscriptions',
  'create unique index mails_of_subscriptions on mails (subscription_id, letter, event_at) where subscription_id is not null',

  `create trigger plans_changed after insert or update or delete on plans
     execute function catalogue_changed()`,

  `insert into plans (id, variant_id, quantity, rhythm, price, first_price, periods, position) values
     ('corn-tea-weekly', 'roasted-corn-tea', 1, 'weekly', 5900, 5900, null, 1),
     ('yuja-two-weeks', 'yuja-preserve', 1, 'two_weeks', 13500, 9900, 6, 2),
     ('chrysanthemum-monthly', 'chrysanthemum-tea', 1, 'monthly', 16200, 9900, null, 3),
     ('soap-three-months', 'chamoe-soap', 3, 'three_months', 22800, 22800, null, 4)`,
]
