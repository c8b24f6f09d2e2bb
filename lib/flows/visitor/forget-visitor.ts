import { deleteCart, moveVisitor } from '@/lib/db/people/visitors'
import type { Deps } from '../deps'

/**
 * Somebody has signed out: what was typed is forgotten, and the id opens nothing any more, also for whoever has kept
 * it. Orders stay with their owner's account, and with the link that is mailed.
 */
export async function forgetVisitor(deps: Deps, visitor: string): Promise<void> {
  const nobody = deps.newId()
  await deps.db.transaction().execute(async (tx) => {
    await moveVisitor(tx, visitor, nobody)
    await deleteCart(tx, nobody)
  })
}
