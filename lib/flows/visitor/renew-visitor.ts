import { moveVisitor, noteVisitor } from '@/lib/db/people/visitors'
import type { Deps } from '../deps'

/**
 * Somebody has signed in: the browser gets an id that nobody can have known before, and what its old one opened moves
 * with it. The new id.
 */
export async function renewVisitor(
  deps: Deps,
  before: string | null,
  session: string,
): Promise<string> {
  const fresh = deps.newId()
  await deps.db.transaction().execute(async (tx) => {
    if (before !== null) await moveVisitor(tx, before, fresh)
    await noteVisitor(tx, session, fresh)
  })
  return fresh
}
