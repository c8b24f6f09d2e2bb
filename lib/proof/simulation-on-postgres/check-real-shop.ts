import { listStockMistakes } from '@/lib/db/goods/stock'
import { checkRealGoods } from './check-real-goods'
import { checkRealMoney } from './check-real-money'
import { MOST_SKEW, type RealHistory } from './real-history'

/*
 * The simulated Adyen's own books against the shop's database, in SQL: whatever the code believes, this is where the
 * money is. Each question lists what is wrong; nothing may be.
 */

const ours = `o.id = any($1)`
const happened = (type: string) =>
  `exists (select from order_events h where h.order_id = o.id and h.event::json->>'type' = '${type}')`
const happenedTimes = (type: string) =>
  `(select count(*) from order_events h where h.order_id = o.id and h.event::json->>'type' = '${type}')`
/** How often something was said to have happened, of what is so called. */
const times = (type: string, key: string, id: string) =>
  `(select count(*) from order_events h where h.order_id = o.id
     and h.event::json->>'type' = '${type}' and h.event::json->>'${key}' = ${id})`
/** What Adyen has and has not given back, payment by payment. */
const money = `
  with money as (
    select p.psp_reference, p.value, a.id as attempt, a.order_id, a.charge_token,
      p.value - coalesce((
        select sum(m.value) from simulator.modifications m
        where m.payment_psp_reference = p.psp_reference and m.kind = 'refunds'
          and m.outcome = 'ok'), 0) as left_with_us
    from simulator.payments p join attempts a on a.reference = p.reference
    where p.authorised_at is not null and p.authorised_at <= $2)`

const questions: readonly (readonly [sentence: string, sql: string])[] = [
  [
    'money that the shop never heard of',
    `${money} select m.psp_reference as what from money m join orders o on o.id = m.order_id
     where ${ours} and not exists (select from payments p where p.payment = m.psp_reference)`,
  ],
  [
    'more given back than was paid',
    `${money} select m.psp_reference as what from money m join orders o on o.id = m.order_id
     where ${ours} and m.left_with_us < 0`,
  ],
  [
    'an order that nobody settled',
    `select o.number || ' ' || o.status as what from orders o
     where ${ours} and o.status in ('awaiting_payment', 'confirming')
       and exists (select from attempts a where a.order_id = o.id) and $2::bigint > 0`,
  ],
  [
    'a receipt that is missing, or one too many',
    `select o.number || ' ' || count(m.id) as what from orders o
     left join mails m on m.order_id = o.id and m.letter = 'paid'
     where ${ours} and $2::bigint > 0 group by o.id, o.number
     having count(m.id) <> (
       select count(*) from order_events e
       where e.order_id = o.id and e.event::json->>'type' = 'kept')`,
  ],
  [
    'a parcel or a claim that was written down and did not happen, or the other way round',
    `select o.number || ' ' || e.event as what from orders o
     join order_events e on e.order_id = o.id
     where ${ours} and $2::bigint > 0 and (
       (e.event::json->>'type' = 'claim_opened' and not exists (
         select from claims c where c.order_id = o.id and c.id = e.event::json->>'claim'))
       or e.event::json->>'type' = 'parcel_sent' and (
         select count(*) from parcels p where p.order_id = o.id and p.id = e.event::json->>'parcel') > 1)
     union all
     select 'claim ' || c.id from claims c join orders o on o.id = c.order_id
     where ${ours} and ${times('claim_opened', 'claim', 'c.id')} <> 1
     union all
     select 'parcel ' || p.id from parcels p join orders o on o.id = p.order_id
     where ${ours} and ${times('parcel_sent', 'parcel', 'p.id')} <> 1`,
  ],
  [
    'a letter about goods that is missing, or one too many',
    `select o.number as what from orders o where ${ours} and $2::bigint > 0 and (
       select count(*) from mails m where m.order_id = o.id and m.letter in (
         'sent', 'partly_sent', 'exchange_sent', 'claim_refused', 'claim_settled')) <> (
       select count(*) from order_events e where e.order_id = o.id and e.event::json->>'type' in (
         'parcel_sent', 'claim_refused', 'claim_settled'))`,
  ],
  [
    'a letter about a claim that is missing, though there were few, or one too many',
    // To one mailbox it is mailed five times an hour, and no more; a process that dies after counting has counted once more.
    `select o.number as what from orders o where ${ours} and $2::bigint > 0 and (
       select count(*) from mails m where m.order_id = o.id and m.letter = 'claim_opened') not between
       least(3, ${happenedTimes('claim_opened')}) and ${happenedTimes('claim_opened')}`,
  ],
  [
    'money of a claim that was asked back twice, or more of it than it was settled to',
    `select o.number || ' ' || e.event as what from orders o
     join order_events e on e.order_id = o.id and e.event::json->>'type' = 'claim_settled'
     join order_events r on r.order_id = o.id and r.event::json->>'type' = 'refund_requested'
       and r.event::json->>'number' = '1'
       and r.event::json->>'wish' = 'claim ' || (e.event::json->>'claim')
     where ${ours} and $2::bigint > 0 group by o.number, e.event
     having count(*) > 1 or sum((r.event::json#>>'{amount,minor}')::int)
       > (e.event::json#>>'{settlement,amount,minor}')::int`,
  ],
  [
    'a notification that was stored and never dealt with',
    `select event_code as what from webhook_inbox
     where applied_at is null and parked_why is null and $1::text[] is not null and $2::bigint > 0`,
  ],
  [
    'a period with two orders, or charged twice in one try',
    `select o.subscription_id || ' ' || o.period as what from orders o
     where ${ours} and o.subscription_id is not null and $2::bigint > 0
     group by o.subscription_id, o.period having count(*) > 1`,
  ],
  [
    'a subscription that was charged after its end',
    `select s.id as what from subscriptions s
     join orders o on o.subscription_id = s.id join attempts a on a.order_id = o.id
     join lateral (
       select max(e.at) as over from subscription_events e
       where e.subscription_id = s.id and e.event::json->>'type' = 'over') ended on true
     where ${ours} and s.is_over and a.charge_try is not null
       and a.created_at > ended.over + ${2 * MOST_SKEW} * interval '1 millisecond' and $2::bigint > 0`,
  ],
  [
    'a saved wallet that was charged after its shopper had removed it',
    `select o.number as what from orders o join attempts a on a.order_id = o.id
     join saved_methods m on m.token = a.charge_token
     join simulator.payments p on p.reference = a.reference
     where ${ours} and p.created_at > extract(epoch from m.gone_at) * 1000 + ${2 * MOST_SKEW} and $2::bigint > 0`,
  ],
  [
    'a saved wallet that was charged for what was paid or cancelled before',
    `select o.number as what from orders o join attempts a on a.order_id = o.id
     join simulator.payments p on p.reference = a.reference
     join order_events e on e.order_id = o.id and e.event::json->>'type' in ('kept', 'cancelled_by')
     where ${ours} and a.charge_token is not null
       and p.created_at > extract(epoch from e.at) * 1000 + ${2 * MOST_SKEW} and $2::bigint > 0
       and not ${happened('payment_undone')}`,
  ],
  [
    'a charge that is under way for ever',
    `select s.id as what from subscriptions s
     where exists (select from orders o where o.subscription_id = s.id and ${ours})
       and not s.is_over and s.status not in ('paused', 'pending_token') and s.due_at is null
       and $2::bigint > 0`,
  ],
]

/** The first thing that is wrong at the end of a history, in words; null when every promise was kept. */
export async function checkRealShop(real: RealHistory): Promise<string | null> {
  const { shop, orders, jarsTakenAway } = real
  const { pool, clock } = shop.deps
  const now = await clock.now()
  const all = await pool.query(
    `select id from orders where id = any($1) or subscription_id in (
       select subscription_id from orders where id = any($1))`,
    [orders],
  )
  const ids = all.rows.map(({ id }) => id)
  for (const [sentence, sql] of questions) {
    const { rows } = await pool.query(sql, [ids, now])
    if (rows.length > 0) return `${sentence}: ${rows.map(({ what }) => what).join(', ')}`
  }
  return (
    (await checkRealMoney(real, ids)) ??
    (await checkRealGoods(real, ids)) ??
    checkRealStock(shop, jarsTakenAway)
  )
}

/** The shelf has what its ledger says, and its ledger what orders took: each order's part of it was held against the order. */
async function checkRealStock(
  { deps }: RealHistory['shop'],
  jarsTakenAway: number,
): Promise<string | null> {
  const { rows } = await deps.pool.query(`
    with taken as (
      select variant_id, sum(pieces) as pieces from stock_moves where order_id is not null
      group by variant_id)
    select v.id || ' ' || v.stock as what from variants v left join taken t on t.variant_id = v.id
    where v.stock <> ${INITIAL_STOCK} + coalesce(t.pieces, 0)
        - case when v.id = '${SCARCE_VARIANT}' then ${jarsTakenAway} else 0 end`)
  if (rows.length > 0) return `stock is wrong: ${rows.map(({ what }) => what).join(', ')}`
  const mistakes = await listStockMistakes(deps.db)
  return mistakes.length > 0 ? `its ledger does not explain the stock of ${mistakes[0]?.id}` : null
}

/** What runs out now and then. */
export const SCARCE_VARIANT = 'yuja-preserve'

/** How many of everything there are at the beginning. */
export const INITIAL_STOCK = 1_000_000
