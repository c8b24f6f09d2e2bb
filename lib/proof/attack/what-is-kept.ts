import type { TestShop } from '@/lib/proof/shop/shop'
import type { KnownToAttacker } from './known'

const TABLES = [
  'orders',
  'order_events',
  'attempts',
  'refunds',
  'webhook_inbox',
  'carts',
  'cart_lines',
].concat([
  'mails',
  'subscriptions',
  'saved_methods',
  'users',
  'sessions',
  'verifications',
  'challenges',
  'jobs_due',
])

/** Everything that an attack could have changed. */
export async function allOf({ deps }: TestShop): Promise<string> {
  const all = TABLES.map(
    (table) => `select md5(coalesce(string_agg(t::text, '' order by t::text), '')) from ${table} t`,
  )
  return JSON.stringify((await deps.pool.query(all.join(' union all '))).rows)
}

/** What somebody has: an order, a subscription, a saved wallet, and where they are signed in. */
export async function ownedIn(
  { deps }: TestShop,
  { order, subscription, session, wallet }: KnownToAttacker,
): Promise<unknown[]> {
  const { rows } = await deps.pool.query(
    `select o::text, (select string_agg(e::text, '' order by e.seq) from order_events e
       where e.order_id = o.id) from orders o where o.id = $1
     union all select s::text, (select string_agg(e::text, '' order by e.seq) from subscription_events e
       where e.subscription_id = s.id) from subscriptions s where s.id = $2
     union all select id, user_id from sessions where user_id = (select user_id from sessions where id = $3)
     union all select m::text, null from saved_methods m where m.id::text = $4
     order by 1`,
    [order, subscription, session, wallet],
  )
  return rows
}
