import { HOUR, type Instant, instant, laterBy } from './ids'

/** A day in Seoul, such as 2026-11-24. Seoul has kept one offset since 1988. */
export type Day = { readonly year: number; readonly month: number; readonly day: number }

export const rhythms = ['weekly', 'two_weeks', 'monthly', 'three_months'] as const
export type Rhythm = (typeof rhythms)[number]

export const DAY = 24 * HOUR
const SEOUL_IS_AHEAD = 9 * HOUR
// People are awake, and a refusal can be mended on the same day.
const CHARGED_AT_HOUR = 10

const steps = {
  weekly: { days: 7, months: 0 },
  two_weeks: { days: 14, months: 0 },
  monthly: { days: 0, months: 1 },
  three_months: { days: 0, months: 3 },
} as const satisfies Record<Rhythm, { days: number; months: number }>

export function dayOf(at: Instant): Day {
  const seoul = new Date(at + SEOUL_IS_AHEAD)
  return { year: seoul.getUTCFullYear(), month: seoul.getUTCMonth() + 1, day: seoul.getUTCDate() }
}

/** Ten in the morning in Seoul of that day: when a period is charged. */
export const chargeTimeOf = ({ year, month, day }: Day): Instant =>
  instant(Date.UTC(year, month - 1, day, CHARGED_AT_HOUR) - SEOUL_IS_AHEAD)

export const daysLater = (day: Day, count: number): Day =>
  dayOf(laterBy(chargeTimeOf(day), count * DAY))

/** The midnight in Seoul that ends a day, wherever the server stands: the first moment that is not of it. */
export const endOf = ({ year, month, day }: Day): Instant =>
  instant(Date.UTC(year, month - 1, day + 1) - SEOUL_IS_AHEAD)

/** 0 is Sunday, 6 Saturday. */
export const weekdayOf = ({ year, month, day }: Day): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay()

export const laterOf = (one: Day, other: Day): Day => (endOf(one) > endOf(other) ? one : other)

/**
 * The day that lies `count` periods after the anchor. Always reckoned from the anchor, so that the 31st
 * is the 28th in February and the 31st again in March.
 */
export function dayAfter(anchor: Day, rhythm: Rhythm, count: number): Day {
  const { days, months } = steps[rhythm]
  if (months === 0) return daysLater(anchor, count * days)
  const month = anchor.month - 1 + count * months
  const last = new Date(Date.UTC(anchor.year, month + 1, 0))
  return {
    year: last.getUTCFullYear(),
    month: last.getUTCMonth() + 1,
    day: Math.min(anchor.day, last.getUTCDate()),
  }
}

/** `2026-11-24`, as a date field of a form sends it; null for what is not a day. */
export function parseDay(text: string): Day | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return null
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = parts.slice(1).map(Number)
  const back = dayOf(chargeTimeOf({ year, month, day }))
  // A day that its month does not have lies in another month.
  return back.month === month ? back : null
}

export const formatDay = ({ year, month, day }: Day) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
