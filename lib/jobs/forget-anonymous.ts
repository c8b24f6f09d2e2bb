import { HOUR } from '../core/ids'
import { forgetEnded, forgetOldCarts } from '../db/people/anonymous-carts'
import type { Deps } from '../flows/deps'

/** Forgets what is kept of people who gave no name, once its time is over. Any number of instances may at once. */
export async function forgetAnonymous({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const now = new Date(await clock.now())
  await forgetOldCarts(db, now)
  await forgetEnded(db, now)
}

/** The same for a process that stays: at its start, and every hour. */
export function forgetHourly(deps: Pick<Deps, 'db' | 'clock'>): () => Promise<void> {
  let next = 0
  return async () => {
    if (performance.now() < next) return
    // Also when it fails: it is in no hurry.
    next = performance.now() + HOUR
    await forgetAnonymous(deps)
  }
}
