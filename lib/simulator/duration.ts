import { z } from 'zod'

const pattern = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/
const MINUTE = 60_000

function millisecondsOf(text: string): number | null {
  const found = pattern.exec(text)
  if (found === null || /[PT]$/.test(text)) return null
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0))
  return Math.round((days * 1_440 + hours * 60 + minutes) * MINUTE + seconds * 1_000)
}

const length = z.coerce.number().min(0).optional()

const DAY = 1_440 * MINUTE

/**
 * {"advance":"PT70M"}, {"minutes":70} or {"milliseconds":4200000}: one jump of so many milliseconds. {"days":31}
 * stops on the way wherever something is due.
 */
export const advance = z
  .object({
    advance: z.string().optional(),
    minutes: length,
    milliseconds: length,
    days: z.coerce.number().min(0).max(400).optional(),
  })
  .transform((given, context) => {
    const { advance: text, minutes, milliseconds, days } = given
    if (days !== undefined) return { ms: days * DAY, stepping: true }
    const ms = text === undefined ? (milliseconds ?? (minutes ?? 0) * MINUTE) : millisecondsOf(text)
    if (ms !== null) return { ms, stepping: false }
    context.addIssue(`${text} is not a duration: write it like PT70M or P1DT2H.`)
    return z.NEVER
  })
