import type { StoredMethod } from '@/lib/adyen/client'
import type { AttemptId, ShopperId } from '@/lib/core/ids'
import { findAttempt } from '@/lib/db/attempts'
import { enqueue } from '@/lib/db/queues'
import { isBeingSaved } from '@/lib/db/saved-methods'
import type { Deps } from '../deps'
import { noteAdyenError } from '../note-adyen-error'
import { askTokenLater } from './ask-token-later'
import { learnToken } from './learn-token'

/** The job: no notification has told of the saved wallet, so Adyen is asked for it, again and again. */
export async function askForToken(deps: Deps, id: AttemptId, tries: number): Promise<void> {
  const attempt = await findAttempt(deps.db, id)
  const shopper = attempt?.shopper
  if (!shopper || !(await isBeingSaved(deps.db, shopper))) return
  const stored = await listStored(deps, shopper)
  const now = await deps.clock.now()
  // One at a time: told of elsewhere in the other order, two of them would wait for each other.
  for (const each of stored)
    if (each.method.startsWith(attempt.method)) {
      const news = { ...each, shopper, attempt: null }
      await deps.db.transaction().execute((tx) => learnToken(tx, deps, news, now))
    }
  if (stored.length === 0) await enqueue(deps.db, askTokenLater(id, tries + 1, now))
}

async function listStored(deps: Deps, shopper: ShopperId): Promise<StoredMethod[]> {
  try {
    return await deps.adyen.storedFor(shopper)
  } catch (error) {
    noteAdyenError(deps, error, 'Adyen did not tell what a shopper has saved')
    return []
  }
}
