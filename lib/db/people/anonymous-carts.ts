import { sql } from 'kysely'
import type { Db, Tx } from '../connection'
import { forgetHandOvers } from './hand-overs'

const DAY = 24 * 60 * 60 * 1000

/** How much is kept for people who gave no name, and for how long. Nobody is refused: the oldest make room. */
export const bounds = {
  // A town can be behind one address, and takes turns; who wants more than all of it takes it from themselves.
  ofANetwork: 2_000,
  // Eight gigabytes at the very most, with everything that can be typed into the form: lib/flows/cart/save-draft.ts.
  inAll: 1_000_000,
  // Typed into a form, and nothing bought: nobody comes back for it.
  withoutLinesMs: 30 * DAY,
  // As long as the cookie lives that opens it.
  unchangedMs: 365 * DAY,
  // What was changed since yesterday is somebody's who is still choosing, until there are twice as many as there may be.
  safeMs: DAY,
} as const

// Room for the next ones is made at the same time, so that not everybody who comes has to.
const IN_PASSING = 100

const hasLines = sql`exists (select from cart_lines l where l.cart_id = c.id)`
const hasOrder = sql`exists (select from orders o where o.visitor = c.id)`

/**
 * A network that has more carts than it may loses the oldest: first what has nothing in it, and never what an order was
 * made of. Called by whoever has just made one more, which stays.
 */
export async function makeRoomFor(db: Db | Tx, newest: string, network: string): Promise<void> {
  const { rows } = await sql<{ many: number }>`
    select count(*)::integer as many from carts where network = ${network}`.execute(db)
  const many = rows[0]?.many ?? 0
  if (many <= bounds.ofANetwork) return
  await sql`delete from carts where id in (
    select id from carts c where network = ${network} and id <> ${newest} and not ${hasOrder}
    order by ${hasLines}, updated_at
    limit ${many - bounds.ofANetwork + IN_PASSING}
    for update skip locked)`.execute(db)
}

/** Forgets what is old; and when there is too much in all, the oldest of what is not somebody's who orders. */
export async function forgetOldCarts(
  db: Db,
  now: Date,
  most: number = bounds.inAll,
): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms)
  await sql`delete from carts where id in (
    select id from carts c where updated_at < ${before(bounds.unchangedMs)}
    for update skip locked)`.execute(db)
  await sql`delete from carts where id in (
    select id from carts c where updated_at < ${before(bounds.withoutLinesMs)}
      and not ${hasLines} and not ${hasOrder}
    for update skip locked)`.execute(db)
  await leaveAtMost(db, most, before(bounds.safeMs))
  await leaveAtMost(db, 2 * most, null)
}

/** The oldest leave, first those with nothing in them; only what was last changed before the given moment, if any. */
async function leaveAtMost(db: Db, most: number, before: Date | null): Promise<void> {
  const { rows } = await sql<{ many: number }>`
    select count(*)::integer as many from carts`.execute(db)
  const tooMany = (rows[0]?.many ?? 0) - most
  if (tooMany <= 0) return
  await sql`delete from carts where id in (
    select id from carts c where not ${hasOrder}
      and (${before}::timestamptz is null or updated_at < ${before})
    order by ${hasLines}, updated_at
    limit ${tooMany}
    for update skip locked)`.execute(db)
}

/** Ways back from a sign-in elsewhere that nobody took, and links and codes whose time is over. */
export async function forgetEnded(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('actLinks').where('expiresAt', '<=', now).execute()
  await db.deleteFrom('challenges').where('expiresAt', '<=', now).execute()
  await forgetHandOvers(db, now)
  // The library counts real time, also while a demonstration's clock is ahead.
  await sql`delete from verifications where expires_at <= now()`.execute(db)
}
