import type { PersonId } from '../../core/desk/roles'
import type { Db, Tx } from '../connection'

/** A session begins once everything that was asked for was given, the second factor too. */
export async function beginSession(db: Db, session: string, now: Date): Promise<void> {
  await db
    .updateTable('deskSessions')
    .set({ beganAt: now, seenAt: now, confirmedAt: now, tries: 0 })
    .where('id', '=', session)
    .execute()
}

export async function touchSession(db: Db, session: string, now: Date): Promise<void> {
  await db.updateTable('deskSessions').set({ seenAt: now }).where('id', '=', session).execute()
}

/** A code was given just now. */
export async function noteConfirmed(db: Db, session: string, now: Date): Promise<void> {
  await db
    .updateTable('deskSessions')
    .set({ confirmedAt: now, tries: 0 })
    .where('id', '=', session)
    .execute()
}

/** Counts a try *before* its code is looked at. False when there were as many as there may be. */
export async function countTry(db: Db, session: string, most: number): Promise<boolean> {
  const counted = await db
    .updateTable('deskSessions')
    .set((e) => ({ tries: e('tries', '+', 1) }))
    .where('id', '=', session)
    .where('tries', '<', most)
    .returning('id')
    .executeTakeFirst()
  return counted !== undefined
}

/** Ends one session of somebody's, or all but one. */
export async function endSessionsOf(
  db: Db,
  person: PersonId,
  which: { readonly only: string } | { readonly allBut: string | null },
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('deskSessions')
    .where('userId', '=', person)
    .where((e) =>
      'only' in which
        ? e('id', '=', which.only)
        : which.allBut === null
          ? e.lit(true)
          : e('id', '<>', which.allBut),
    )
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

export type DeskSessionRow = {
  readonly id: string
  readonly userId: PersonId
  readonly userAgent: string | null
  readonly beganAt: Date | null
  readonly seenAt: Date | null
}

/** The sessions that have not ended by then, of everybody or of one, newest first. */
export const listSessions = (
  db: Db,
  since: { readonly began: Date; readonly seen: Date },
  person?: PersonId,
): Promise<DeskSessionRow[]> =>
  db
    .selectFrom('deskSessions')
    .select(['id', 'userId', 'userAgent', 'beganAt', 'seenAt'])
    .where('beganAt', '>', since.began)
    .where('seenAt', '>', since.seen)
    .$if(person !== undefined, (query) => query.where('userId', '=', person ?? null))
    .orderBy('beganAt', 'desc')
    .limit(200)
    .execute()

/** Who acts in a session, held until the transaction ends, so that no role changes meanwhile. */
export const lockActor = async (tx: Tx, session: string) =>
  (await tx
    .selectFrom('deskSessions')
    .innerJoin('deskPeople', 'deskPeople.id', 'deskSessions.userId')
    .select([
      'deskPeople.id',
      'deskPeople.email',
      'deskPeople.role',
      'deskPeople.invitedUntil',
      'deskPeople.removedAt',
      'deskPeople.twoFactorEnabled',
      'deskPeople.mustHaveSecondFactor',
      'deskSessions.beganAt',
      'deskSessions.seenAt',
      'deskSessions.confirmedAt',
      'deskSessions.expiresAt',
    ])
    .where('deskSessions.id', '=', session)
    .forShare()
    .executeTakeFirst()) ?? null
