import { type Instant, MINUTE } from '../core/ids'
import type { Db } from '../db/connection'
import { isMigrated } from '../db/migrate'
import { nextDue } from '../db/queues'

type State = 'ok' | 'late' | 'failing'
export type HealthView = {
  readonly status: 'ok' | 'failing'
  readonly database: State
  readonly migrations: State
  readonly jobs: State
}

// The worker looks twice a second; a cheap plan's cron looks once a day, but requests help out.
const LATE_AFTER = 10 * MINUTE

/** Can this instance take a payment? Late jobs are said, but do not keep anybody from paying. */
export async function healthView(db: Db, now: () => Promise<Instant>): Promise<HealthView> {
  try {
    const migrations = (await isMigrated(db)) ? 'ok' : 'failing'
    const due = migrations === 'ok' ? await nextDue(db) : null
    const late = due !== null && due + LATE_AFTER < (await now())
    return { status: migrations, database: 'ok', migrations, jobs: late ? 'late' : 'ok' }
  } catch {
    return { status: 'failing', database: 'failing', migrations: 'failing', jobs: 'failing' }
  }
}
