import Holidays from 'date-holidays'
import { expect, test } from 'vitest'
import { DAY, dayOf, formatDay, parseDay, weekdayOf } from '../calendar'
import { instant } from '../ids'
import { publicHolidays } from './public-holidays'

const FIRST = 2026
const LAST = 2035

/** What a library that is kept up by people in many countries has for Korea, its longer feasts day by day. */
function daysOfTheLibrary(): ReadonlySet<string> {
  const days = new Set<string>()
  const korea = new Holidays('KR', { types: ['public'] })
  for (let year = FIRST; year <= LAST; year++)
    for (const { start, end } of korea.getHolidays(year))
      for (let at = start.getTime(); at < end.getTime(); at += DAY)
        days.add(formatDay(dayOf(instant(at))))
  return days
}

/** Where the table is right, and why the library has something else. */
const differences: readonly { why: string; weHave: string; theyHave: string }[] = [
  {
    why: '공휴일에 관한 법률 제2조 names 5월 1일, Labour Day, since 2026; the library does not know it yet',
    weHave:
      '2026-05-01 2027-05-01 2028-05-01 2029-05-01 2030-05-01 2031-05-01 2032-05-01 2033-05-01 2034-05-01 2035-05-01',
    theyHave: '',
  },
  {
    why: '제3조: on a Saturday or a Sunday it has a substitute, as the official calendar of 2027 shows',
    weHave: '2027-05-03 2032-05-03 2033-05-02',
    theyHave: '',
  },
  {
    why: '제2조: Seollal is the eve, the day and the day after; the library begins with the day. Where their last day is a substitute or a Sunday all the same, it is in both',
    weHave:
      '2026-02-16 2027-02-06 2028-01-26 2029-02-12 2030-02-02 2031-01-22 2032-02-10 2033-01-30 2034-02-18 2035-02-07',
    theyHave: '2026-02-19 2028-01-29 2029-02-15 2031-01-25 2032-02-13 2035-02-10',
  },
  {
    why: '제2조: the 15th of the eighth month. In 2033 the leap month is the eleventh; the library takes an earlier one, and is a month late',
    weHave: '2033-09-07 2033-09-08 2033-09-09',
    theyHave: '2033-10-06 2033-10-07 2033-10-08',
  },
  {
    why: '제2조 and 공직선거법 제34조: elections at the end of a term, of which the library has none',
    weHave: '2026-06-03 2028-04-12 2030-03-27 2030-06-12 2032-04-14 2034-05-31 2035-03-28',
    theyHave: '',
  },
]

const listed = (which: 'weHave' | 'theyHave') =>
  differences.flatMap((each) => each[which].split(' ').filter((day) => day !== '')).sort()

test('the table has the holidays that date-holidays has, but for what is listed with its reason', () => {
  const theirs = daysOfTheLibrary()
  expect([...publicHolidays].filter((day) => !theirs.has(day)).sort()).toEqual(listed('weHave'))
  expect([...theirs].filter((day) => !publicHolidays.has(day)).sort()).toEqual(listed('theyHave'))
})

test('the table holds every year until 2035, and nothing twice or out of order', () => {
  const days = [...publicHolidays]
  expect(days).toEqual([...new Set(days)].sort())
  expect(days.every((day) => parseDay(day) !== null)).toBe(true)
  const years = Map.groupBy(days, (day) => Number(day.slice(0, 4)))
  expect([...years.keys()]).toEqual(Array.from({ length: LAST - FIRST + 1 }, (_, n) => FIRST + n))
  // Seventeen that return every year, one of them twice in 2028; the rest are substitutes and elections.
  for (const found of years.values()) expect(found.length).toBeGreaterThanOrEqual(17)
})

test('an election is on a Wednesday that has no holiday beside it (공직선거법 제34조 제2항)', () => {
  for (const text of differences.at(-1)?.weHave.split(' ') ?? []) {
    const day = parseDay(text)
    expect(day && weekdayOf(day)).toBe(3)
    const beside = [-1, 1].map((days) => new Date(Date.parse(text) + days * DAY))
    const holidays = beside.filter((at) => publicHolidays.has(at.toISOString().slice(0, 10)))
    expect(holidays).toEqual([])
  }
})
