import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chargeTimeOf, DAY, dayAfter, dayOf, formatDay, parseDay, rhythms } from './calendar'
import { instant } from './ids'

const day = (text: string) => {
  const parsed = parseDay(text)
  if (!parsed) throw new Error(`${text} is not a day`)
  return parsed
}
const daysAfter = (anchor: string, rhythm: (typeof rhythms)[number], counts: readonly number[]) =>
  counts.map((count) => formatDay(dayAfter(day(anchor), rhythm, count)))

describe('the days of a subscription', () => {
  test('the 31st is the last day of shorter months, and the 31st again afterwards', () => {
    expect(daysAfter('2027-01-31', 'monthly', [1, 2, 3, 4])).toEqual([
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
      '2027-05-31',
    ])
  })

  test('a leap year has its 29th of February', () => {
    expect(daysAfter('2027-11-30', 'three_months', [1, 2])).toEqual(['2028-02-29', '2028-05-30'])
  })

  test('weeks cross the end of a year', () => {
    expect(daysAfter('2026-12-25', 'weekly', [1, 2])).toEqual(['2027-01-01', '2027-01-08'])
    expect(daysAfter('2026-12-25', 'two_weeks', [1, 26])).toEqual(['2027-01-08', '2027-12-24'])
  })

  test('a late evening in Seoul is still that day, whatever day it is in London', () => {
    expect(formatDay(dayOf(instant(Date.UTC(2026, 10, 24, 14, 59))))).toBe('2026-11-24')
    expect(formatDay(dayOf(instant(Date.UTC(2026, 10, 24, 15, 0))))).toBe('2026-11-25')
  })

  test('the charge is at ten in the morning in Seoul', () => {
    expect(new Date(chargeTimeOf(day('2026-11-24'))).toISOString()).toBe('2026-11-24T01:00:00.000Z')
  })

  test.each([
    '2026-02-30',
    '2026-02-00',
    '2026-13-01',
    '2026-1-1',
    '12026-01-01',
    '2026-01-011',
    'tomorrow',
    '',
  ])('%j is no day', (text) => {
    expect(parseDay(text)).toBeNull()
  })

  test('no two periods fall on one day, and none drifts by more than three days', () => {
    const anchors = fc.integer({ min: 0, max: 40_000 }).map((days) => dayOf(instant(days * DAY)))
    fc.assert(
      fc.property(anchors, fc.constantFrom(...rhythms), fc.nat(60), (anchor, rhythm, count) => {
        const here = dayAfter(anchor, rhythm, count)
        expect(chargeTimeOf(dayAfter(anchor, rhythm, count + 1))).toBeGreaterThan(
          chargeTimeOf(here),
        )
        const byMonth = rhythm === 'monthly' || rhythm === 'three_months'
        if (byMonth) expect(anchor.day - here.day).toBeLessThanOrEqual(3)
      }),
    )
  })
})
