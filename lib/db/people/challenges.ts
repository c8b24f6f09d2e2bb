import type { Db } from '../connection'

/** Keeps what a browser has to know to be signed in, and forgets what nobody can answer any more. */
export async function storeChallenge(
  db: Db,
  challenge: { readonly id: string; readonly code: string; readonly expiresAt: Date },
  now: Date,
): Promise<void> {
  await db.deleteFrom('challenges').where('expiresAt', '<=', now).execute()
  await db.insertInto('challenges').values(challenge).execute()
}

type Guess = { readonly id: string; readonly now: Date; readonly most: number }

/**
 * Counts a guess *before* its code is looked at, so that a hundred at once are no more than `most`. Null when there is
 * nothing left to guess.
 */
export async function countGuess(
  db: Db,
  { id, now, most }: Guess,
): Promise<{ readonly code: string; readonly tries: number } | null> {
  const counted = await db
    .updateTable('challenges')
    .set((e) => ({ tries: e('tries', '+', 1) }))
    .where('id', '=', id)
    .where('expiresAt', '>', now)
    .where('tries', '<', most)
    .returning(['code', 'tries'])
    .executeTakeFirst()
  return counted ?? null
}

/** True when all guesses at a challenge were wrong, and not only its time is over. */
export async function isSpent(db: Db, { id, now, most }: Guess): Promise<boolean> {
  const spent = await db
    .selectFrom('challenges')
    .select('id')
    .where('id', '=', id)
    .where('expiresAt', '>', now)
    .where('tries', '>=', most)
    .executeTakeFirst()
  return spent !== undefined
}

/** Ends a challenge that was met. True for one of those who meet it at once, and no other. */
export async function endChallenge(db: Db, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('challenges')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
