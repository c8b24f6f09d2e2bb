import { setTimeout as sleep } from 'node:timers/promises'
import { SettingsError } from '../env/settings-error'
import { whatItSaid } from './sentences-of'

const PAUSE_MS = 250
// Longer than a database needs to recover or to hand over to its replica.
const PATIENCE_MS = 60_000

type Patience = {
  readonly patienceMs?: number
  /** Told once, when it has to be waited for. */
  readonly wait?: (why: string) => void
}

/**
 * Does this work as soon as the database can be reached. What the database refuses, as a wrong password,
 * is thrown at once; its absence only when the patience is over.
 */
export async function whenDatabaseIsReachable<T>(
  work: () => Promise<T>,
  { patienceMs = PATIENCE_MS, wait }: Patience = {},
): Promise<T> {
  const deadline = Date.now() + patienceMs
  let waits = false
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isAbsence(error) || Date.now() > deadline) throw error
      if (!waits) wait?.(whatItSaid(error))
      waits = true
    }
    await sleep(PAUSE_MS)
  }
}

const SQLSTATE = /^[0-9A-Z]{5}$/
// Connection lost, no connections left, shutting down or starting: https://www.postgresql.org/docs/current/errcodes-appendix.html
const ABSENT = /^(08|53|57)/

/** Without a state of SQL it is the network's word: nobody was there to refuse anything. */
function isAbsence(error: unknown): boolean {
  if (error instanceof SettingsError) return false
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return SQLSTATE.test(code) ? ABSENT.test(code) : error instanceof Error
}
