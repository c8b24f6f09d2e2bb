import type { AttemptId, SavedMethodId, ShopperId, TokenId } from '../core/ids'
import type { Db, Tx } from './connection'

/** A wallet that a shopper has saved. */
export type SavedMethod = {
  readonly token: TokenId
  /** What pages call it. */
  readonly id: SavedMethodId
  readonly shopper: ShopperId
  readonly method: string
  readonly learntAt: Date
  /** Removed, or unlinked inside the wallet: never charged again. */
  readonly goneAt: Date | null
}

/** The first to tell of a token decides whose it is; the row in either case. */
export async function storeSavedMethod(
  tx: Tx,
  { token, shopper, method }: Pick<SavedMethod, 'token' | 'shopper' | 'method'>,
  learntAt: Date,
): Promise<SavedMethod> {
  await tx
    .insertInto('savedMethods')
    .values({ token, shopper, method, learntAt, goneAt: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return tx
    .selectFrom('savedMethods')
    .selectAll()
    .where('token', '=', token)
    .executeTakeFirstOrThrow()
}

export async function findSavedMethod(db: Db | Tx, token: TokenId): Promise<SavedMethod | null> {
  const query = db.selectFrom('savedMethods').selectAll().where('token', '=', token)
  return (await query.executeTakeFirst()) ?? null
}

/** By the name that pages use. */
export async function findSavedMethodById(tx: Tx, id: SavedMethodId): Promise<SavedMethod | null> {
  const query = tx.selectFrom('savedMethods').selectAll().where('id', '=', id)
  return (await query.executeTakeFirst()) ?? null
}

/** What this shopper has saved and can be charged, newest first. */
export const listSavedMethods = (db: Db | Tx, shopper: ShopperId): Promise<SavedMethod[]> =>
  db
    .selectFrom('savedMethods')
    .selectAll()
    .where('shopper', '=', shopper)
    .where('goneAt', 'is', null)
    .orderBy('learntAt', 'desc')
    .execute()

/** Never to be charged again. */
export async function markGone(tx: Tx, token: TokenId, at: Date): Promise<void> {
  await tx
    .updateTable('savedMethods')
    .set({ goneAt: at })
    .where('token', '=', token)
    .where('goneAt', 'is', null)
    .execute()
}

/** Asked with the wish to save the wallet, which has not been heard of since. */
const unheardOf = (db: Db | Tx, shopper: ShopperId) =>
  db
    .selectFrom('attempts')
    .select('attempts.id')
    .where('shopper', '=', shopper)
    .where('agreement', 'is not', null)
    .where('chargeToken', 'is', null)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('savedMethods')
            .select('token')
            .whereRef('savedMethods.shopper', '=', 'attempts.shopper')
            .whereRef('savedMethods.learntAt', '>=', 'attempts.createdAt'),
        ),
      ),
    )

/** It was paid, and its wallet has not been heard of since. */
export async function isBeingSaved(db: Db, shopper: ShopperId): Promise<boolean> {
  const query = unheardOf(db, shopper).innerJoin('payments', 'payments.attemptId', 'attempts.id')
  return (await query.executeTakeFirst()) !== undefined
}

/** Whose wallet news must be about that names no payment: the newest, paid or about to be heard of. */
export async function findSaving(db: Db | Tx, shopper: ShopperId): Promise<AttemptId | null> {
  const query = unheardOf(db, shopper).orderBy('attempts.createdAt', 'desc')
  const row = await query.executeTakeFirst()
  return row?.id ?? null
}
