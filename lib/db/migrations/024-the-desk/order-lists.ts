import { type Kysely, sql } from 'kysely'

/** What the desk's list of orders is searched, filtered and sorted by. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // The words of lib/db/desk/order-words.ts. Apart from orders, whose rows change often: an index of words is dear to
  // write, and is written once here.
  `create table order_words (
     order_id text primary key references orders on delete cascade,
     words    text[] not null
   )`,
  'create index order_words_by_word on order_words using gin (words)',
  'create index payments_by_attempt on payments (attempt_id)',
  // Lists go by cursor: what is equal is told apart by the number. These first, since orders can be read meanwhile.
  'create index orders_by_time on orders (created_at, number)',
  'create index orders_by_status on orders (status, created_at, number)',
  'create index orders_by_amount on orders (amount, number)',
  `create index orders_of_subscriptions on orders (created_at, number)
     where subscription_id is not null`,
  `create index orders_refunded_in_part on orders (created_at, number)
     where refunded > 0 and kept > 0`,
  `create index orders_waiting_to_be_sent on orders (created_at, number)
     where status = 'paid' and to_be_sent <> '{}'`,
  'create index orders_charged_for_a_reason on orders (created_at, number) where reason is not null',
  'create index orders_money_on_its_way on orders (created_at, number) where on_its_way > 0',
  'create index orders_money_taken on orders (created_at, number) where taken > 0',
  // Where the parcels and the claims of an order are, as its events say. listed_at: the updated_at of when these two, and
  // the words, were written last; any other, and the worker writes them anew (lib/db/desk/list-again.ts).
  `alter table orders
     add column sent text,
     add column claimed text,
     add column listed_at timestamptz`,
  `create index orders_by_parcel on orders (sent, created_at, number) where status = 'paid'`,
  `create index orders_by_claim on orders (claimed, created_at, number) where claimed is not null`,
  `create index orders_to_list_again on orders (created_at)
     where listed_at is distinct from updated_at`,
  // What asked for it: 'Chrome, Android'. Null: nobody was there, or it was before this was noted.
  'alter table attempts add column device text',
]
