import { type Asker, isAccountOf } from '@/lib/core/asker'
import { laterBy, MINUTE, type SavedMethodId, type TokenId } from '@/lib/core/ids'
import { enqueue } from '@/lib/db/queues'
import { findSavedMethod, findSavedMethodById } from '@/lib/db/saved-methods'
import type { Deps } from '../deps'
import { noteAdyenError } from '../note-adyen-error'
import { loseToken } from './learn-token'

/**
 * The shopper removes a saved wallet: from now on nothing is charged to it, the subscriptions that it paid
 * end, and Adyen is told to forget it. False: no such wallet of this shopper.
 */
export async function removeSaved(deps: Deps, asker: Asker, id: SavedMethodId): Promise<boolean> {
  const now = await deps.clock.now()
  return deps.db.transaction().execute(async (tx) => {
    const saved = await findSavedMethodById(tx, id)
    if (!saved || !isAccountOf(asker, saved)) return false
    const { token, goneAt } = saved
    if (goneAt !== null) return true
    await loseToken(tx, deps, token, now)
    await enqueue(tx, [{ name: 'forget_token', payload: { token }, due: now }])
    return true
  })
}

const ASK_AGAIN_AFTER = 10 * MINUTE

/** The job: tells Adyen to forget it, until Adyen has. One that Adyen does not know is forgotten. */
export async function forgetToken(deps: Deps, token: TokenId): Promise<void> {
  const saved = await findSavedMethod(deps.db, token)
  if (!saved) return
  try {
    await deps.adyen.forget(saved.shopper, token)
  } catch (error) {
    const { trouble } = noteAdyenError(deps, error, 'Adyen did not forget a saved wallet')
    if (trouble === 'final') return
    const due = laterBy(await deps.clock.now(), ASK_AGAIN_AFTER)
    await enqueue(deps.db, [{ name: 'forget_token', payload: { token }, due }])
  }
}
