import { type Day, parseDay } from '../calendar'
import { foldedNumber } from './text'

const PARTS = /^(\d{4}) ?[-./년]? ?(\d{1,2}) ?[-./월]? ?(\d{1,2}) ?[.일]?$/

/** `2026-11-24`, as a date field sends it, or `2026. 11. 24.` and `2026년 11월 24일`, as people write it; else null. */
export function parseTypedDay(typed: string): Day | null {
  const [, year, month, day] = PARTS.exec(foldedNumber(typed)) ?? []
  return year && month && day
    ? parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    : null
}
