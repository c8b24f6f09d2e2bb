import { type Kysely, sql } from 'kysely'
import { orderTables } from './whole-schema-money'

/**
 * All tables as the steps up to 017 leave them, for a database that is new: it holds no goods. A database that is older
 * takes the steps that it lacks, and ends the same.
 */
export async function wholeSchema(db: Kysely<unknown>): Promise<void> {
  for (const statement of everything) await sql.raw(statement).execute(db)
}

const goods = [
  `create table settings (
     key   text primary key,
     value text not null
   )`,
  `create table collections (
     id       text primary key,
     name_ko  text not null,
     name_en  text not null,
     lead_ko  text not null,
     lead_en  text not null,
     position integer not null
   )`,
  `create table products (
     id             text primary key,
     slug           text not null unique,
     name_ko        text not null,
     name_en        text not null,
     description_ko text not null,
     description_en text not null,
     collection_id  text not null references collections,
     position       integer not null,
     is_hidden      boolean not null default false,
     is_delivered   boolean not null default true
   )`,
  // What is put into a cart, counted and priced. A product without a choice has one, of its own name.
  `create table variants (
     id         text primary key,
     product_id text not null references products,
     option_ko  text not null,
     option_en  text not null,
     price      bigint not null check (price > 0),
     stock      integer not null check (stock >= 0),
     position   integer not null
   )`,
  'create index variants_by_product on variants (product_id)',

  // The id is the visitor's; the checkout id goes into the form and names the order to be. The draft is what was typed
  // into the checkout form so far, as JSON. Network: a keyed fingerprint of where it was made from, no address.
  `create table carts (
     id          text primary key,
     checkout_id text not null unique,
     draft       text,
     updated_at  timestamptz not null,
     network     text
   )`,
  'create index carts_by_network on carts (network, updated_at) where network is not null',
  'create index carts_by_age on carts (updated_at)',
  // seen_price: what the shopper was told when this was put into the cart. A visitor gets another id at sign-in.
  `create table cart_lines (
     cart_id    text not null references carts on delete cascade on update cascade,
     variant_id text not null references variants,
     quantity   integer not null check (quantity > 0),
     seen_price bigint not null,
     primary key (cart_id, variant_id)
   )`,
]

const people = [
  // The next four are better-auth's, under names of ours; what it does not use for us is nullable. The visitor is the
  // id that the browser was given with this session, so that ending it from elsewhere ends both.
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
     updated_at timestamptz not null,
     visitor    text
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
  // One for each browser that asked for a code, so that nobody's guesses use up another's. Both are fingerprints; the
  // code's holds the address too, which stands nowhere.
  `create table challenges (
     id         text primary key,
     code       text not null,
     tries      integer not null default 0,
     expires_at timestamptz not null
   )`,
  'create index challenges_by_expiry on challenges (expires_at)',
  // Who somebody is towards the shop and the provider: outlives the way of signing in.
  `create table shoppers (
     id         text primary key,
     user_id    text not null unique references users,
     email      text not null,
     created_at timestamptz not null
   )`,
  // A wallet that a shopper has saved, by the provider's name for it; pages call it by its id, which charges nothing.
  // One that is gone is kept: its notifications may come again.
  `create table saved_methods (
     token     text primary key,
     shopper   text not null references shoppers,
     method    text not null,
     learnt_at timestamptz not null,
     gone_at   timestamptz,
     id        text not null unique default gen_random_uuid()::text
   )`,
  'create index saved_methods_by_shopper on saved_methods (shopper)',
]

const plans = [
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
  // status, token, is_over and due_at repeat what the events say, so that lists and the scheduler need not fold them.
  // claimed_at is when the last charge was let go, for the rate limit.
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
  'create index subscriptions_by_visitor on subscriptions (visitor)',
  'create index subscriptions_claimed on subscriptions (claimed_at)',
  `create table subscription_events (
     subscription_id text not null references subscriptions,
     seq             integer not null,
     at              timestamptz not null,
     event           text not null,
     primary key (subscription_id, seq)
   )`,
]

const stock = [
  // What, why, how many, which order or person. Its sum is what is in stock.
  `create table stock_moves (
     id         bigint generated always as identity primary key,
     variant_id text not null references variants,
     pieces     integer not null check (pieces <> 0),
     why        text not null,
     order_id   text references orders,
     who        text,
     note       text,
     once       text unique,
     at         timestamptz not null default now()
   )`,
  'create index stock_moves_by_variant on stock_moves (variant_id, id)',
  'create index stock_moves_by_order on stock_moves (order_id) where order_id is not null',
  `create trigger stock_moves_is_append_only before update or delete on stock_moves
     for each statement execute function ledger_is_append_only()`,
  // A row is added to the shelf; and what changed the shelf by itself, such as an older instance during an upgrade or a
  // hand in the database, becomes a row, without being added once more.
  `create function stock_moved() returns trigger language plpgsql as $$
   begin
     update variants set stock = stock + new.pieces where id = new.variant_id;
     return null;
   end $$`,
  `create trigger stock_moved after insert on stock_moves for each row
     when (pg_trigger_depth() = 0) execute function stock_moved()`,
  `create function stock_is_explained() returns trigger language plpgsql as $$
   begin
     insert into stock_moves (variant_id, pieces, why)
     values (new.id, new.stock - case when tg_op = 'INSERT' then 0 else old.stock end, 'unexplained');
     return null;
   end $$`,
  `create trigger stock_is_explained after update of stock on variants for each row
     when (pg_trigger_depth() = 0 and old.stock <> new.stock) execute function stock_is_explained()`,
  `create trigger stock_is_explained_at_first after insert on variants for each row
     when (pg_trigger_depth() = 0 and new.stock <> 0) execute function stock_is_explained()`,
]

const others = [
  // Unlogged: nobody waits for the disk to count, and a server that crashed begins counting anew. Keys are keyed
  // fingerprints: no address and no e-mail is kept here.
  `create unlogged table counts (
     key     text primary key,
     times   integer not null,
     ends_at timestamptz not null
   )`,
  'create index counts_by_end on counts (ends_at)',
  // Mailed to the owner of an order or of a subscription, for one act, once. Only fingerprints are kept.
  `create table act_links (
     secret          text primary key,
     act             text not null,
     order_id        text references orders,
     subscription_id text references subscriptions,
     expires_at      timestamptz not null,
     used_at         timestamptz,
     check (num_nonnulls(order_id, subscription_id) = 1)
   )`,
  'create index act_links_by_expiry on act_links (expires_at)',
  // Days off that no calendar knows beforehand. A day is text, such as 2027-03-15: it is Seoul's, and no moment.
  `create table days_off (
     day  text primary key check (day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
     kind text not null check (kind in ('public', 'ours'))
   )`,
]

// The catalogue's pages are kept until this number moves. Most sales change nothing that they show.
const triggers = [
  `create function catalogue_changed() returns trigger language plpgsql as $$
   begin
     insert into settings (key, value) values ('catalogue_version', '1')
     on conflict (key) do update set value = (settings.value::bigint + 1)::text;
     return null;
   end $$`,
  `create trigger variants_changed after update on variants for each row
     when ((old.price, old.option_ko, old.option_en, least(old.stock, 6)) is distinct from
           (new.price, new.option_ko, new.option_en, least(new.stock, 6)))
     execute function catalogue_changed()`,
  `create trigger variants_came_or_went after insert or delete on variants
     execute function catalogue_changed()`,
  ...['products', 'collections', 'plans'].map(
    (table) => `create trigger ${table}_changed after insert or update or delete on ${table}
     execute function catalogue_changed()`,
  ),
]

const everything = [...goods, ...people, ...plans, ...orderTables, ...stock, ...others, ...triggers]
