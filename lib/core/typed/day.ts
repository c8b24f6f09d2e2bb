import { type Day, parseDay } from '../calendar'
import { foldedNumber } from './text'

const PARTS = /^(\d{4}) ?[-./년]? ?(\d{1,2}) ?[-./월]? ?(\d{1,2}) ?[.일]?$/

/** `2026-11-24`, as a date field sends it, or `2026. 11. 24.` and `2026년 11월 24일`, as people write it; else null. */
export function parseTypedDay(typed: string): Day | null {
  const found = PARTS.exec(foldedNumber(typed))
  return found
    ? parseDay(
        found
          .slice(1)
          .map((part) => part.padStart(2, '0'))
          .join('-'),
      )
    : null
}
