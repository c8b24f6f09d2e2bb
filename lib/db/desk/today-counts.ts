import { sql } from 'kysely'
import type { Db } from '../connection'

/** What somebody has to look at, as numbers of rows that an index each finds: none grows with the shop. */
export type TodayCounts = {
  readonly toBeSent: number
  readonly confirming: number
  readonly claims: number
  readonly disputes: number
  readonly parked: number
}

/** From here on nobody counts any further. */
export const MOST_COUNTED = 1_000

/** One statement. `longAgo`: whose payment is still being confirmed since then is to be looked at. */
export async function countToday(db: Db, longAgo: Date): Promise<TodayCounts> {
  const { rows } = await sql<TodayCounts>`
    select (select count(*) from (select from orders where status = 'paid' and to_be_sent <> '{}'
              limit ${MOST_COUNTED}) o) as to_be_sent,
           (select count(*) from (select from orders o where status = 'confirming' and created_at <= ${longAgo}
              and not exists (select from attempts a where a.order_id = o.id and a.created_at > ${longAgo})
              limit ${MOST_COUNTED}) o) as confirming,
           (select count(*) from (select from orders where claimed in ('open', 'arrived')
              limit ${MOST_COUNTED}) o) as claims,
           (select count(*) from (select from orders where taken > 0 limit ${MOST_COUNTED}) o) as disputes,
           (select count(*) from (select from webhook_inbox where parked_why is not null
              and applied_at is null and put_aside_at is null limit ${MOST_COUNTED}) i) as parked`.execute(
    db,
  )
  const [counts] = rows
  if (!counts) throw new Error('a count without a row')
  return counts
}
