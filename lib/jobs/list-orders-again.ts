import { MINUTE, SECOND } from '../core/ids'
import { listAgain } from '../db/desk/list-again'
import type { Deps } from '../flows/deps'

// Who waits for one of these waits for some hundredths of a second.
const AT_ONCE = 100
const TURN_MS = 2 * SECOND

/** Makes orders found and listed that are not yet, for a while. Are there more? Any number of instances may at once. */
export async function listSome({ db }: Pick<Deps, 'db'>): Promise<boolean> {
  const end = performance.now() + TURN_MS
  while (performance.now() < end) if ((await listAgain(db, AT_ONCE)) === 0) return false
  return true
}

/** The same for a process that stays: without a pause while there are such orders, and else every minute. */
export function listMissing(deps: Pick<Deps, 'db'>): () => Promise<void> {
  let next = 0
  return async () => {
    if (performance.now() < next) return
    const isMore = await listSome(deps)
    if (!isMore) next = performance.now() + MINUTE
  }
}
