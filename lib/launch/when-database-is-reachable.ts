import { setTimeout as sleep } from 'node:timers/promises'

const PAUSE_MS = 250
// Longer than a database needs to recover or to hand over to its replica.
const PATIENCE_MS = 60_000

/**
 * Does this work as soon as the database can be reached. What the database refuses, as a wrong password,
 * is thrown at once; its absence only when the patience is over.
 */
export async function whenDatabaseIsReachable<T>(
  work: () => Promise<T>,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isAbsence(error) || Date.now() > deadline) throw error
    }
    await sleep(PAUSE_MS)
  }
}

const SQLSTATE = /^[0-9A-Z]{5}$/
// Connection lost, no connections left, shutting down or starting: https://www.postgresql.org/docs/current/errcodes-appendix.html
const ABSENT = /^(08|53|57)/

/** Without a state of SQL it is the network's word: nobody was there to refuse anything. */
function isAbsence(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return SQLSTATE.test(code) ? ABSENT.test(code) : error instanceof Error
}
