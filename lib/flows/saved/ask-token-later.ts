import { type AttemptId, type Instant, laterBy, MINUTE } from '@/lib/core/ids'
import type { DueJob } from '@/lib/db/queues'

// Tokens come when the payment is settled, which can take a day.
const WAITS = [10, 60, 240, 1440, 2880].map((minutes) => minutes * MINUTE)

/** Asks about a saved wallet of which no notification has told; a few times, and then no more. */
export const askTokenLater = (attempt: AttemptId, tries: number, now: Instant): DueJob[] => {
  const wait = WAITS[tries - 1]
  return wait === undefined
    ? []
    : [{ name: 'ask_token', payload: { attempt, tries }, due: laterBy(now, wait) }]
}
