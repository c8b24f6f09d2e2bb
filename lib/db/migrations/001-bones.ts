import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table settings (
     key   text primary key,
     value text not null
   )`,

  `create table products (
     id             text primary key,
     slug           text not null unique,
     name_ko        text not null,
     name_en        text not null,
     description_ko text not null,
     description_en text not null,
     price          bigint not null check (price > 0),
     stock          integer not null check (stock >= 0),
     picture        text not null,
     position       integer not null
   )`,

  // The id is the visitor's cookie; the checkout id goes into the form and names the order to be.
  // The draft is what was typed into the checkout form so far, as JSON.
  `create table carts (
     id          text primary key,
     checkout_id text not null unique,
     draft       text,
     updated_at  timestamptz not null
   )`,
  `create table cart_lines (
     cart_id    text not null references carts on delete cascade,
     product_id text not null references products,
     quantity   integer not null check (quantity > 0),
     primary key (cart_id, product_id)
   )`,

  // status, why and refunded repeat what the events say, so that lists need not fold them.
  `create table orders (
     id             text primary key,
     number         text not null unique,
     checkout_id    text not null unique,
     visitor        text not null,
     locale         text not null,
     amount         bigint not null check (amount > 0),
     name           text not null,
     email          text not null,
     phone          text not null,
     postcode       text not null,
     address        text not null,
     address_detail text not null,
     delivery_note  text not null,
     status         text not null,
     why            text,
     refunded       bigint not null default 0,
     created_at     timestamptz not null,
     updated_at     timestamptz not null
   )`,
  `create table order_lines (
     order_id   text not null references orders,
     position   integer not null,
     product_id text not null references products,
     name_ko    text not null,
     name_en    text not null,
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

  // What we asked of Adyen and what it answered. The reference, the key and the token are stored
  // before the first call and never change.
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
     returned_at     timestamptz,
     unique (order_id, number)
   )`,

  // One row for each redirectResult that came back, asked with a key of its own, once.
  // The redirectResult itself is forgotten as soon as it has been answered.
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

  // What Adyen told us, as it came: text, because jsonb refuses a NUL that Adyen may send.
  // The first copy wins; the rest are repeats. applied_at null and parked_why set: see the list.
  `create table webhook_inbox (
     id          bigint generated always as identity primary key,
     fingerprint text not null unique,
     item        text not null,
     live        text not null,
     event_code  text not null,
     reference   text not null,
     received_at timestamptz not null,
     applied_at  timestamptz,
     parked_why  text
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

  // One letter for each event that owes one, however often its job runs.
  `create table mails (
     id         bigint generated always as identity primary key,
     order_id   text not null references orders,
     letter     text not null,
     event_at   timestamptz not null,
     recipient  text not null,
     subject    text not null,
     html       text not null,
     text       text not null,
     created_at timestamptz not null,
     sent_at    timestamptz,
     unique (order_id, letter, event_at)
   )`,

  `insert into products (id, slug, name_ko, name_en, description_ko, description_en, price, stock, picture, position)
   values ('yuja-preserve', 'yuja-preserve', '고흥 유자청', 'Goheung yuja preserve',
     '겨울 첫서리가 내린 뒤 딴 고흥 유자를 껍질째 얇게 썰어 설탕에 재웠습니다. 뜨거운 물 한 잔에 두 숟가락이면 충분합니다.',
     'Yuja picked in Goheung after the first frost, sliced thin with the peel and kept in sugar. Two spoons for a cup of hot water are enough.',
     15000, 100, '/products/yuja-preserve.svg', 1)`,
]
