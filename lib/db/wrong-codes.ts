import type { Db } from './connection'

export type Tries = {
  readonly email: string
  readonly now: Date
  /** Tries before this time are forgotten. */
  readonly since: Date
  readonly most: number
}

/**
 * Counts a try *before* its code is looked at, so that a hundred at once are no more than `most`. False
 * when there were too many: that try was not counted, and so the wait does not start anew.
 */
export async function countTry(db: Db, { email, now, since, most }: Tries): Promise<boolean> {
  const counted = await db
    .insertInto('wrongCodes')
    .values({ email, tries: 1, lastTry: now })
    .onConflict((conflict) =>
      conflict
        .column('email')
        .doUpdateSet((e) => ({
          tries: e
            .case()
            .when('wrongCodes.lastTry', '<=', since)
            .then(1)
            .else(e('wrongCodes.tries', '+', 1))
            .end(),
          lastTry: now,
        }))
        .where((e) =>
          e.or([e('wrongCodes.lastTry', '<=', since), e('wrongCodes.tries', '<', most)]),
        ),
    )
    .executeTakeFirst()
  return (counted.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** How often somebody has tried in vain with this address. */
export async function triesOf(db: Db, email: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom('wrongCodes')
    .select('tries')
    .where('email', '=', email)
    .where('lastTry', '>', since)
    .executeTakeFirst()
  return row?.tries ?? 0
}

export async function forgetTries(db: Db, email: string): Promise<void> {
  await db.deleteFrom('wrongCodes').where('email', '=', email).execute()
}
