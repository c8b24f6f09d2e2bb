import { laterBy, MINUTE } from '@/lib/core/ids'
import { findDeskDraft, storeDeskDraft, takeDeskDraft } from '@/lib/db/desk/desk-drafts'
import type { Deps } from '../deps'

const KEPT_FOR = 60 * MINUTE

type Typed = {
  /** Whoever typed it sees it again, and nobody else. */
  readonly session: string
  /** The door that it was sent to. */
  readonly path: string
  readonly fields: Readonly<Record<string, string>>
}

/** Keeps what somebody typed, for the page that shows it again or for after the code; the name that it is kept under. */
export async function keepTyped(
  { db, clock, newId }: Deps,
  { session: sessionId, path, fields }: Typed,
): Promise<string> {
  const now = await clock.now()
  const id = newId()
  const times = { now: new Date(now), expiresAt: new Date(laterBy(now, KEPT_FOR)) }
  await storeDeskDraft(db, { id, sessionId, path, fields }, times)
  return id
}

/** What was kept under a name for this very session; null: nothing, or no longer. */
export const readTyped = async ({ db, clock }: Deps, session: string, id: string) =>
  findDeskDraft(db, { id, sessionId: session }, new Date(await clock.now()))

/** Takes it away: true for one of those who do so at once, and no other. */
export const takeTyped = ({ db }: Deps, id: string): Promise<boolean> => takeDeskDraft(db, id)
