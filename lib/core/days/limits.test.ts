import { isMainThread } from 'node:worker_threads'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { DAY, type Day, dayOf, endOf, formatDay, laterOf, parseDay } from '../calendar'
import { instant } from '../ids'
import { businessDaysAfter, type DayOff, isBusinessDay } from './day-off'
import {
  isOpen,
  lastDayForFault,
  lastDayFromKnowing,
  lastDayToChangeMind,
  refundBy,
  sendBy,
} from './limits'

/*
 * Each case names the rule that it follows. 전자상거래: 전자상거래 등에서의 소비자보호에 관한 법률, 공휴일: 공휴일에 관한
 * 법률, 대체: 관공서의 공휴일에 관한 규정 제3조 on substitutes.
 */
type Case = readonly [article: string, story: string, from: string, to: string]

const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (!parsed) throw new Error(`${text} is not a day`)
  return parsed
}
const off = (kind: DayOff['kind'], ...days: string[]): DayOff[] =>
  days.map((text) => ({ day: day(text), kind }))

describe('a shopper changes their mind until', () => {
  test.each<Case>([
    [
      '전자상거래 제17조 제1항',
      'delivered on a Monday: the seventh day',
      '2027-03-08',
      '2027-03-15',
    ],
    ['민법 제157조', 'the day of delivery is not counted', '2027-03-05', '2027-03-12'],
    ['민법 제161조', 'a last day on a Saturday: Monday', '2027-03-06', '2027-03-15'],
    ['민법 제161조', 'a last day on a Sunday: Monday', '2027-03-07', '2027-03-15'],
    ['민법 제155조', 'weeks cross the end of a month', '2027-06-28', '2027-07-05'],
    ['민법 제155조', 'and of a year', '2026-12-29', '2027-01-05'],
    ['민법 제160조', 'a leap year has its 29th of February', '2028-02-22', '2028-02-29'],
    ['공휴일 제2조', 'a last day on the 1st of March: the 2nd', '2027-02-22', '2027-03-02'],
    ['공휴일 제2조', 'on New Year, before a weekend: Monday', '2026-12-25', '2027-01-04'],
    ['공휴일 제2조', 'a day before a holiday is not longer', '2026-12-24', '2026-12-31'],
    ['공휴일 제2조', 'on Labour Day, which is one since 2026', '2028-04-24', '2028-05-03'],
    ['공휴일 제3조', 'on Labour Day, a Saturday: after its substitute', '2027-04-24', '2027-05-04'],
    ['공휴일 제3조', 'on the substitute of Labour Day itself', '2027-04-26', '2027-05-04'],
    ['공휴일 제2조', "on the Buddha's birthday, by the moon", '2027-05-06', '2027-05-14'],
    ['공휴일 제3조', 'on Constitution Day, a Saturday', '2027-07-10', '2027-07-20'],
    ['공휴일 제3조', 'on Hangul Day, a Saturday', '2027-10-02', '2027-10-12'],
    ['공휴일 제3조', 'on Christmas, a Saturday', '2027-12-18', '2027-12-28'],
    [
      '민법 제161조',
      'on Memorial Day, a Sunday, which has no substitute',
      '2027-05-30',
      '2027-06-07',
    ],
    ['대체 제1항 제2호', 'on Seollal, a Sunday: after its substitute', '2027-01-31', '2027-02-10'],
    ['대체 제1항 제2호', 'on the eve of Seollal, a Saturday', '2027-01-30', '2027-02-10'],
    ['대체 제1항 제2호', 'on the substitute of Seollal itself', '2027-02-02', '2027-02-10'],
    ['공휴일 제2조', 'on the eve of Chuseok', '2027-09-07', '2027-09-17'],
    ['공휴일 제2조', 'on the day after Chuseok', '2027-09-09', '2027-09-17'],
    ['대체 제1항 제2호', 'Chuseok ends on a Saturday: no substitute', '2026-09-17', '2026-09-28'],
    [
      '대체 제1항 제2호',
      'Chuseok ends on a Sunday: after its substitute',
      '2029-09-14',
      '2029-09-25',
    ],
    [
      '대체 제1항 제3호',
      'Chuseok on Foundation Day: after its substitute',
      '2028-09-26',
      '2028-10-06',
    ],
    ['대체 제1항 제3호', 'on that substitute itself', '2028-09-28', '2028-10-06'],
    ['공휴일 제2조', 'Chuseok of 2033, before the leap month', '2033-08-31', '2033-09-12'],
    ['공직선거법 제34조', 'on the day of an election', '2028-04-05', '2028-04-13'],
    [
      '공직선거법 제34조 제2항',
      'an election moved away from Memorial Day',
      '2030-06-05',
      '2030-06-13',
    ],
  ])('%s: %s (%s → %s)', (_article, _story, delivered, last) => {
    expect(formatDay(lastDayToChangeMind(day(delivered), day(delivered), []))).toBe(last)
  })

  test.each<readonly [...Case, DayOff[]]>([
    [
      '공휴일 제2조 제11호',
      'a holiday proclaimed',
      '2027-03-08',
      '2027-03-16',
      off('public', '2027-03-15'),
    ],
    [
      '공휴일 제2조 제11호',
      'proclaimed before a weekend',
      '2027-03-05',
      '2027-03-15',
      off('public', '2027-03-12'),
    ],
    [
      '민법 제161조',
      'proclaimed within the time: no longer',
      '2027-03-08',
      '2027-03-15',
      off('public', '2027-03-10'),
    ],
    [
      '민법 제161조',
      'the shop alone is closed: no longer',
      '2027-03-08',
      '2027-03-15',
      off('ours', '2027-03-15'),
    ],
  ])('%s: %s (%s → %s)', (_article, _story, delivered, last, daysOff) => {
    expect(formatDay(lastDayToChangeMind(day(delivered), day(delivered), daysOff))).toBe(last)
  })

  test.each<Case>([
    [
      '전자상거래 제17조 제5항',
      'sent, and nobody said delivered: ten business days later',
      '2027-03-02',
      '2027-03-23',
    ],
    ['전자상거래 제17조 제5항', 'Chuseok on the way', '2027-09-01', '2027-09-27'],
    ['전자상거래 제17조 제5항', 'Seollal on the way', '2027-02-01', '2027-02-24'],
    [
      '전자상거래 제17조 제5항',
      "Children's Day and its neighbours on the way",
      '2027-04-26',
      '2027-05-19',
    ],
    [
      '전자상거래 제17조 제5항',
      'Chuseok and Foundation Day on the way',
      '2028-09-22',
      '2028-10-20',
    ],
  ])('%s: %s (%s → %s)', (_article, _story, sent, last) => {
    expect(formatDay(lastDayToChangeMind(null, day(sent), []))).toBe(last)
  })

  test('전자상거래 제17조 제5항: delivery said to be before sending counts from sending', () => {
    const last = lastDayToChangeMind(day('2027-03-01'), day('2027-03-08'), [])
    expect(formatDay(last)).toBe('2027-03-15')
  })

  test('전자상거래 제17조 제1항: two parcels of one order count from the later', () => {
    const first = lastDayToChangeMind(day('2027-03-08'), day('2027-03-05'), [])
    const second = lastDayToChangeMind(null, day('2027-03-09'), [])
    expect(formatDay(laterOf(first, second))).toBe('2027-03-30')
    expect(laterOf(second, first)).toBe(second)
  })
})

describe('what is faulty or other than described comes back until', () => {
  test.each<Case>([
    ['전자상거래 제17조 제3항', 'three months from delivery', '2027-03-08', '2027-06-08'],
    [
      '민법 제160조 제2항',
      'the day before the one with the same number',
      '2027-03-30',
      '2027-06-30',
    ],
    ['민법 제160조 제3항', 'from the 31st: a month without one', '2027-03-31', '2027-06-30'],
    ['민법 제160조 제1항', 'from the last of February: whole months', '2027-02-28', '2027-05-31'],
    ['민법 제160조 제1항', 'from the 29th of February', '2028-02-29', '2028-05-31'],
    [
      '민법 제160조 제1항',
      'from the last of April, a Saturday at the end',
      '2027-04-30',
      '2027-08-02',
    ],
    ['민법 제160조 제1항', 'from the last of May', '2027-05-31', '2027-08-31'],
    ['민법 제160조 제1항', 'from the last of August', '2027-08-31', '2027-11-30'],
    ['민법 제160조 제3항', 'into February of a leap year', '2027-11-29', '2028-02-29'],
    [
      '민법 제160조 제1항',
      'from the last of November, into a leap year',
      '2027-11-30',
      '2028-02-29',
    ],
    ['민법 제160조 제3항', 'into February of another year', '2029-11-28', '2030-02-28'],
    ['민법 제160조 제2항', 'from the day before the last of its month', '2027-03-29', '2027-06-29'],
    ['민법 제160조 제3항', 'from the 30th, into a short February', '2028-11-29', '2029-02-28'],
    ['민법 제160조 제1항', 'over the end of a year', '2026-12-31', '2027-03-31'],
    [
      '민법 제161조',
      'a last day on a Saturday before the 1st of March',
      '2026-11-27',
      '2027-03-02',
    ],
    ['민법 제161조', 'on a Sunday', '2027-11-27', '2028-02-28'],
    ['공휴일 제2조', 'on Chuseok', '2027-06-15', '2027-09-17'],
    ['대체 제1항 제2호', 'on Seollal, with its substitute', '2026-11-08', '2027-02-10'],
    ['공휴일 제3조', 'on Foundation Day, with its substitute', '2027-07-02', '2027-10-05'],
  ])('%s: %s (%s → %s)', (_article, _story, delivered, last) => {
    expect(formatDay(lastDayForFault(day(delivered), day(delivered), []))).toBe(last)
  })

  test.each<Case>([
    ['전자상거래 제17조 제5항', 'nobody said when it was delivered', '2027-03-02', '2027-06-16'],
    [
      '전자상거래 제17조 제5항',
      'nobody said, and Chuseok was on the way',
      '2028-09-22',
      '2029-01-15',
    ],
  ])('%s: %s (%s → %s)', (_article, _story, sent, last) => {
    expect(formatDay(lastDayForFault(null, day(sent), []))).toBe(last)
  })

  test.each<Case>([
    ['전자상거래 제17조 제3항', 'thirty days from knowing', '2027-03-08', '2027-04-07'],
    ['민법 제161조', 'ending on Seollal', '2027-01-08', '2027-02-10'],
    ['민법 제161조', 'ending on the eve of Chuseok', '2027-08-15', '2027-09-17'],
    ['민법 제161조', 'ending on a Sunday before the 1st of March', '2027-01-29', '2027-03-02'],
  ])('%s: %s (%s → %s)', (_article, _story, known, last) => {
    expect(formatDay(lastDayFromKnowing(day(known), []))).toBe(last)
  })
})

describe('the shop has until', () => {
  test.each<Case>([
    ['전자상거래 제15조 제1항', 'the third business day to send', '2027-03-08', '2027-03-11'],
    ['민법 제157조', 'paid on a Friday', '2027-03-05', '2027-03-10'],
    ['민법 제157조', 'paid on a Sunday', '2027-05-02', '2027-05-07'],
    ['공휴일 제2조', 'paid before Christmas', '2026-12-24', '2026-12-30'],
    ['대체 제1항 제2호', 'paid before Seollal', '2027-02-05', '2027-02-12'],
    ['공휴일 제2조', 'paid before Chuseok', '2027-09-10', '2027-09-20'],
    ['대체 제1항 제3호', 'paid before Chuseok on Foundation Day', '2028-09-29', '2028-10-11'],
  ])('%s: %s (%s → %s)', (_article, _story, from, to) => {
    expect(formatDay(sendBy(day(from), []))).toBe(to)
    expect(formatDay(refundBy(day(from), []))).toBe(to)
  })

  test('전자상거래 제15조 제1항: what a shop says to be its own day off is none to send on', () => {
    const daysOff = off('ours', '2027-03-10', '2027-03-11')
    expect(formatDay(sendBy(day('2027-03-08'), daysOff))).toBe('2027-03-15')
  })

  test('전자상거래 제18조 제2항: money goes back in time although the shop is closed', () => {
    const daysOff = [...off('ours', '2027-03-10'), ...off('public', '2027-03-11')]
    expect(formatDay(refundBy(day('2027-03-08'), daysOff))).toBe('2027-03-12')
  })
})

describe('the last day is open', () => {
  afterEach(() => vi.unstubAllEnvs())

  // Only a process of its own can be elsewhere; the runner of the mutants has threads.
  test.runIf(isMainThread).each([
    ['UTC', 0],
    ['America/Los_Angeles', 480],
    ['Pacific/Kiritimati', -840],
    ['Asia/Seoul', -540],
  ])('민법 제159조: until midnight in Seoul, on a server in %s', (zone, behind) => {
    vi.stubEnv('TZ', zone)
    expect(new Date('2027-01-15T00:00:00Z').getTimezoneOffset()).toBe(behind)
    const last = lastDayToChangeMind(
      dayOf(instant(Date.UTC(2027, 2, 7, 15))),
      day('2027-03-05'),
      [],
    )
    expect(formatDay(last)).toBe('2027-03-15')
    expect(isOpen(last, instant(Date.UTC(2027, 2, 15, 14, 59, 59, 999)))).toBe(true)
    expect(isOpen(last, instant(Date.UTC(2027, 2, 15, 15)))).toBe(false)
  })

  test('민법 제159조: until midnight in Seoul, and not a moment longer', () => {
    const midnight = Date.UTC(2027, 2, 15, 15)
    expect(endOf(day('2027-03-15'))).toBe(midnight)
    expect(isOpen(day('2027-03-15'), instant(midnight - 1))).toBe(true)
    expect(isOpen(day('2027-03-15'), instant(midnight))).toBe(false)
  })

  test('민법 제157조: delivered a minute before midnight in Seoul is the day before', () => {
    const late = dayOf(instant(Date.UTC(2027, 2, 8, 14, 59)))
    expect(formatDay(lastDayToChangeMind(late, late, []))).toBe('2027-03-15')
    const early = dayOf(instant(Date.UTC(2027, 2, 8, 15)))
    expect(formatDay(lastDayToChangeMind(early, early, []))).toBe('2027-03-16')
  })
})

const days = fc
  .integer({ min: Date.UTC(2026, 0, 1) / DAY, max: Date.UTC(2035, 8, 1) / DAY })
  .map((count) => dayOf(instant(count * DAY)))

test('no limit ends on a day off, and none is earlier for what came later', () => {
  fc.assert(
    fc.property(days, fc.nat(3000), (delivered, later) => {
      const after = dayOf(instant(endOf(delivered) - DAY + later * DAY))
      for (const limit of [lastDayToChangeMind, lastDayForFault]) {
        const last = limit(delivered, delivered, [])
        expect(isBusinessDay(last, [])).toBe(true)
        expect(laterOf(limit(after, after, []), last)).toEqual(limit(after, after, []))
        expect(endOf(limit(null, delivered, []))).toBeGreaterThanOrEqual(endOf(last))
      }
    }),
  )
})

test('business days are as many as were asked for', () => {
  fc.assert(
    fc.property(days, fc.nat(12), (from, count) => {
      const to = businessDaysAfter(from, count, [])
      let found = 0
      for (let at = endOf(from); at < endOf(to); at = instant(at + DAY))
        if (isBusinessDay(dayOf(at), [])) found++
      expect(found).toBe(count)
    }),
  )
})
