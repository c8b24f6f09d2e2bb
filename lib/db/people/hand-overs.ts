import { createHash } from 'node:crypto'
import type { Db, Tx } from '../connection'

/** What a link leads to: a cart, and the checkout that it was when the link was made. */
export type HandOver = { readonly cartId: string; readonly checkoutId: string }

const DAY = 24 * 60 * 60 * 1000

/** Keeps what lets another browser take a cart over, once and until then. A link that was made before ends. */
export async function storeHandOver(
  db: Db,
  secret: string,
  { expiresAt, ...of }: HandOver & { readonly expiresAt: Date },
): Promise<void> {
  const made = { ...of, secret: fingerprint(secret), expiresAt, takenAt: null }
  await db
    .insertInto('handOvers')
    .values(made)
    .onConflict((conflict) => conflict.column('cartId').doUpdateSet(made))
    .execute()
}

/** Where a link leads that still works, or null. Looking uses nothing up. */
export async function findHandOver(
  db: Db | Tx,
  secret: string,
  now: Date,
): Promise<HandOver | null> {
  const found = await db
    .selectFrom('handOvers')
    .select(['cartId', 'checkoutId'])
    .where('secret', '=', fingerprint(secret))
    .where('takenAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  return found ?? null
}

/** Uses a link up, for one of those who use it at once; `left` is the checkout that stays where it was made. */
export async function spendHandOver(
  tx: Tx,
  secret: string,
  { left, now }: { readonly left: string; readonly now: Date },
): Promise<boolean> {
  const spent = await tx
    .updateTable('handOvers')
    .set({ takenAt: now, checkoutId: left })
    .where('secret', '=', fingerprint(secret))
    .where('takenAt', 'is', null)
    .where('expiresAt', '>', now)
    .returning('cartId')
    .executeTakeFirst()
  return spent !== undefined
}

/** A cart is gone on with where it is: no link leads to it any more. */
export async function dropHandOver(db: Db | Tx, cart: string): Promise<void> {
  await db.deleteFrom('handOvers').where('cartId', '=', cart).execute()
}

/** Forgets links that nobody took, and a day later that one was taken. */
export async function forgetHandOvers(db: Db, now: Date): Promise<void> {
  const aDayAgo = new Date(now.getTime() - DAY)
  await db
    .deleteFrom('handOvers')
    .where('expiresAt', '<=', now)
    .where((e) => e.or([e('takenAt', 'is', null), e('takenAt', '<=', aDayAgo)]))
    .execute()
}

const fingerprint = (secret: string) => createHash('sha256').update(secret).digest('base64url')
