import { sql } from 'kysely'
import { HOUR, type Instant, laterBy, MINUTE, type SubscriptionId } from '@/lib/core/ids'
import type { Tx } from '@/lib/db/connection'
import { countTaken, postpone, takeDue } from '@/lib/db/subscriptions'
import type { Deps } from '../deps'
import { recordSubscriptionIn } from './record-subscription'

const BATCH = 20
export const COULD_NOT_RENEW = 'A subscription could not be renewed'

/**
 * Lets time pass for the subscriptions that are due: a reminder, a question, a charge, an end. Claims a batch
 * and holds it; what a crash undoes is due again. Returns how many were due. Charges are let go no faster than `renewalsPerMinute`, counted over all workers.
 */
export async function renewDue(deps: Deps): Promise<number> {
  const now = await deps.clock.now()
  return deps.db.transaction().execute(async (tx) => {
    if (!(await isFirst(tx))) return 0
    const most = Math.min(BATCH, await room(tx, deps, now))
    if (most <= 0) return 0
    const due = await takeDue(tx, now, most)
    for (const id of due) await renewOne(tx, deps, id, now)
    return due.length
  })
}

/** One worker at a time, or two would see the same room; the others have jobs to do meanwhile. */
async function isFirst(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ first: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('norang_renewals')) as first`.execute(tx)
  return rows[0]?.first === true
}

async function room(tx: Tx, deps: Deps, now: Instant): Promise<number> {
  return deps.shop.renewalsPerMinute - (await countTaken(tx, new Date(laterBy(now, -MINUTE))))
}

/** One that cannot be renewed is looked at again later, and keeps no other waiting. */
async function renewOne(tx: Tx, deps: Deps, id: SubscriptionId, now: Instant): Promise<void> {
  await sql`savepoint one`.execute(tx)
  try {
    await letTimePass(tx, deps, id, now)
    await sql`release savepoint one`.execute(tx)
  } catch (error) {
    await sql`rollback to savepoint one`.execute(tx)
    deps.log(COULD_NOT_RENEW, { subscription: id, why: String(error) })
    await postpone(tx, id, laterBy(now, HOUR))
  }
}

/** Several things may have fallen due at once: a reminder and its charge, when nobody worked for days. */
async function letTimePass(tx: Tx, deps: Deps, id: SubscriptionId, now: Instant): Promise<void> {
  const { events } = await recordSubscriptionIn(tx, deps, id, [{ kind: 'time' }], now)
  const rests =
    events.length === 0 ||
    events.some(({ type }) => type === 'period_opened' || type === 'charge_due' || type === 'over')
  if (!rests) await letTimePass(tx, deps, id, now)
}
