import { type Day, daysLater, formatDay, weekdayOf } from '../calendar'
import { isPublicHoliday } from './public-holidays'

/** `public`: proclaimed at short notice (임시공휴일), for everybody. `ours`: the shop alone is closed. */
export type DayOffKind = 'public' | 'ours'

/** A day off that no calendar knows beforehand. */
export type DayOff = { readonly day: Day; readonly kind: DayOffKind }

const isWeekend = (day: Day) => weekdayOf(day) === 0 || weekdayOf(day) === 6

const isOneOf = (daysOff: readonly DayOff[], day: Day) =>
  daysOff.some((off) => formatDay(off.day) === formatDay(day))

/** Everybody's days off alone: what the law counts by does not change because a shop closes. */
export const onlyPublic = (daysOff: readonly DayOff[]): readonly DayOff[] =>
  daysOff.filter(({ kind }) => kind === 'public')

/** Saturdays, Sundays and the holidays that the law names. */
export const isDayOffByLaw = (day: Day): boolean => isWeekend(day) || isPublicHoliday(day)

/** A day on which this shop works. */
export const isBusinessDay = (day: Day, daysOff: readonly DayOff[]): boolean =>
  !isDayOffByLaw(day) && !isOneOf(daysOff, day)

/** The `count`th business day after a day, which is itself not counted (민법 제157조). */
export function businessDaysAfter(day: Day, count: number, daysOff: readonly DayOff[]): Day {
  let reached = day
  for (let left = count; left > 0; left--) reached = firstAfter(reached, daysOff)
  return reached
}

function firstAfter(day: Day, daysOff: readonly DayOff[]): Day {
  const next = daysLater(day, 1)
  return isBusinessDay(next, daysOff) ? next : firstAfter(next, daysOff)
}

/** A period whose last day is a Saturday, a Sunday or a public holiday ends with the next day (민법 제161조). */
export const notOnDayOff = (last: Day, daysOff: readonly DayOff[]): Day =>
  businessDaysAfter(daysLater(last, -1), 1, onlyPublic(daysOff))
