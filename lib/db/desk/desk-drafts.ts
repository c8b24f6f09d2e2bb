import { z } from 'zod'
import { parseJson } from '../../core/json'
import type { Db } from '../connection'

type Draft = {
  readonly id: string
  readonly sessionId: string
  /** The door that it was sent to. */
  readonly path: string
  readonly fields: Readonly<Record<string, string>>
}

const fieldsSchema = z.record(z.string(), z.string())

/** Keeps what somebody typed until then, and forgets what is over. */
export async function storeDeskDraft(
  db: Db,
  draft: Draft,
  { now, expiresAt }: { readonly now: Date; readonly expiresAt: Date },
): Promise<void> {
  await db.deleteFrom('deskDrafts').where('expiresAt', '<=', now).execute()
  await db
    .insertInto('deskDrafts')
    .values({ ...draft, fields: JSON.stringify(draft.fields), expiresAt })
    .execute()
}

/** What somebody typed in this very session; null: nothing, or no longer. */
export async function findDeskDraft(
  db: Db,
  { id, sessionId }: Pick<Draft, 'id' | 'sessionId'>,
  now: Date,
): Promise<Pick<Draft, 'path' | 'fields'> | null> {
  const row = await db
    .selectFrom('deskDrafts')
    .select(['path', 'fields'])
    .where('id', '=', id)
    .where('sessionId', '=', sessionId)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  const fields = row && fieldsSchema.safeParse(parseJson(row.fields)).data
  return row && fields ? { path: row.path, fields } : null
}

/** True for one of those who take it at once, and no other. */
export async function takeDeskDraft(db: Db, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('deskDrafts')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
