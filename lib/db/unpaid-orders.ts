import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { type Instant, laterBy, type OrderId } from '../core/ids'
import { mailboxOf } from '../core/mailbox'
import { folded } from '../core/typed/text'
import type { Tx } from './connection'
import type { Customer } from './orders'

/** Who orders: what an attacker has to change each time to look like somebody else. */
export type Orderer = {
  readonly visitor: string
  readonly network: string
  readonly customer: Pick<Customer, 'email' | 'phone' | 'postcode' | 'address' | 'addressDetail'>
}

/** With `key` nobody can try all addresses; orders older than `lookBackMs` are forgotten. */
export type UnpaidCaps = { readonly key: () => Promise<Buffer>; readonly lookBackMs: number }

// A person who cannot decide begins two or three; behind one network there can be an office, or a whole town.
const MOST_OF_A_PERSON = 3
const MOST_OF_A_NETWORK = 19

type Count = { readonly key: string; readonly most: number }

async function countsOf({ key }: UnpaidCaps, { visitor, network, customer }: Orderer) {
  const secret = await key()
  const count = (what: string, who: string, most: number): Count => ({
    key: createHmac('sha256', secret).update(`${what} ${who}`).digest('base64url'),
    most,
  })
  return [
    count('visitor', visitor, MOST_OF_A_PERSON),
    count('network', network, MOST_OF_A_NETWORK),
    count('mailbox', mailboxOf(customer.email), MOST_OF_A_PERSON),
    count('phone', customer.phone, MOST_OF_A_PERSON),
    count('address', addressOf(customer), MOST_OF_A_PERSON),
  ]
}

/** Spaces and signs make no other door. */
const addressOf = ({ postcode, address, addressDetail }: Orderer['customer']) =>
  folded([postcode, address, addressDetail].join(''))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/**
 * Does an order of theirs that is being placed put goods aside? Whoever else places one as the same visitor, with the same mailbox, phone or
 * address, or from the same network, waits until this transaction ends: of any number at once no more than may do.
 */
export async function claimAside(
  tx: Tx,
  caps: UnpaidCaps,
  who: Orderer,
  now: Instant,
): Promise<boolean> {
  const counts = await countsOf(caps, who)
  // Always in one order, so that no two wait for each other.
  const keys = counts.map(({ key }) => key).sort()
  await sql`select pg_advisory_xact_lock(hashtextextended(key, 0))
    from unnest(${keys}::text[]) with ordinality as locks (key, place) order by place`.execute(tx)
  return isBelow(tx, counts, laterBy(now, -caps.lookBackMs))
}

/** Every order counts from which no money is kept, also one that ran out or was cancelled: else that begins the time anew. */
async function isBelow(tx: Tx, counts: readonly Count[], since: Instant): Promise<boolean> {
  const { rows } = await sql<{ full: boolean | null }>`
    select bool_or((
      select count(*) from (
        select from order_askers a join orders o on o.id = a.order_id
        where a.key = counted.key and a.placed_at > ${new Date(since)}
          and o.status not in ('paid', 'refunded')
        order by a.placed_at desc
        limit counted.most) few) >= counted.most) as full
    from unnest(${counts.map(({ key }) => key)}::text[], ${counts.map(({ most }) => most)}::integer[])
      as counted (key, most)`.execute(tx)
  return rows[0]?.full !== true
}

const FORGOTTEN_AT_ONCE = 50

/** Remembers who placed an order, and forgets some of those who did long ago. */
export async function noteOrderer(
  tx: Tx,
  caps: UnpaidCaps,
  { order, ...who }: Orderer & { readonly order: OrderId },
  now: Instant,
): Promise<void> {
  const keys = (await countsOf(caps, who)).map(({ key }) => key)
  const forgotten = new Date(laterBy(now, -caps.lookBackMs))
  await sql`
    with forgotten as (
      delete from order_askers where (key, order_id) in (
        select key, order_id from order_askers where placed_at < ${forgotten}
        order by placed_at limit ${FORGOTTEN_AT_ONCE} for update skip locked))
    insert into order_askers (key, placed_at, order_id)
    select key, ${new Date(now)}, ${order} from unnest(${keys}::text[]) as given (key)`.execute(tx)
}
