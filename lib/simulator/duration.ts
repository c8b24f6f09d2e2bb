import { z } from 'zod'

const pattern = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/
const MINUTE = 60_000
const DAY = 1_440 * MINUTE

const MOST_DAYS = 400
/** Nobody waits longer than a year and a month, and a date stays a date. */
const LONGEST_MS = MOST_DAYS * DAY

/** A time to wait in milliseconds. A form sends text. */
export const waitMs = z.coerce
  .number()
  .int()
  .min(0)
  .max(LONGEST_MS, {
    error: `That is too long: at most ${LONGEST_MS} milliseconds, which are ${MOST_DAYS} days.`,
  })

// Dates with five digits for the year are read by nobody, and a clock that is there never comes back.
const END_OF_TIME = Date.UTC(9999, 0)

/** What is wrong with moving the clock there; null: nothing. */
export const clockProblem = (ms: number): string | null =>
  ms < END_OF_TIME ? null : 'The clock cannot go there: it stops before the year 9999.'

function millisecondsOf(text: string): number | null {
  const found = pattern.exec(text)
  if (found === null || /[PT]$/.test(text)) return null
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0))
  return Math.round((days * 1_440 + hours * 60 + minutes) * MINUTE + seconds * 1_000)
}

const length = z.coerce.number().min(0).optional()

/**
 * {"advance":"PT70M"}, {"minutes":70} or {"milliseconds":4200000}: one jump of so many milliseconds. {"days":31}
 * stops on the way wherever something is due.
 */
export const advanceRequest = z
  .object({
    advance: z.string().optional(),
    minutes: length,
    milliseconds: length,
    days: length,
  })
  .transform(({ advance: text, minutes, milliseconds, days }, context) => {
    const jump =
      text === undefined ? (milliseconds ?? (minutes ?? 0) * MINUTE) : millisecondsOf(text)
    const ms = days === undefined ? jump : days * DAY
    if (ms !== null && ms <= LONGEST_MS) return { ms, stepping: days !== undefined }
    context.addIssue(
      ms === null
        ? `${text} is not a duration: write it like PT70M or P1DT2H.`
        : `That is too far at once: at most ${MOST_DAYS} days.`,
    )
    return z.NEVER
  })
