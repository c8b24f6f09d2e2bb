import { type Day, daysLater, endOf, laterOf } from '../calendar'
import type { Instant } from '../ids'
import { businessDaysAfter, type DayOff, notOnDayOff, onlyPublic } from './day-off'

/*
 * How long the law leaves a shopper and a shop. Days are whole days in Seoul; the one on which a period begins is
 * not counted (민법 제157조).
 */

const DAYS_TO_CHANGE_MIND = 7
const MONTHS_FOR_FAULT = 3
const DAYS_FROM_KNOWING = 30
const BUSINESS_DAYS_TO_SEND = 3
const BUSINESS_DAYS_TO_REFUND = 3
// A carrier needs two or three, the islands and the weeks about the great feasts more.
const BUSINESS_DAYS_ON_THE_WAY = 10

/** The shopper may change their mind, without a reason, until the end of this day (전자상거래법 제17조 제1항). */
export const lastDayToChangeMind = (
  deliveredOn: Day | null,
  sentOn: Day,
  daysOff: readonly DayOff[],
): Day =>
  notOnDayOff(daysLater(arrival(deliveredOn, sentOn, daysOff), DAYS_TO_CHANGE_MIND), daysOff)

/** Faulty or other than described: three months from delivery (제17조 제3항); see also `lastDayFromKnowing`. */
export const lastDayForFault = (
  deliveredOn: Day | null,
  sentOn: Day,
  daysOff: readonly DayOff[],
): Day => notOnDayOff(monthsAfter(arrival(deliveredOn, sentOn, daysOff), MONTHS_FOR_FAULT), daysOff)

/** The second limit of the same: thirty days from the day on which the shopper knew, or could know. */
export const lastDayFromKnowing = (knownOn: Day, daysOff: readonly DayOff[]): Day =>
  notOnDayOff(daysLater(knownOn, DAYS_FROM_KNOWING), daysOff)

/** What was paid is on its way by the end of this day (제15조 제1항). The shop says which days it is closed. */
export const sendBy = (paidOn: Day, daysOff: readonly DayOff[]): Day =>
  businessDaysAfter(paidOn, BUSINESS_DAYS_TO_SEND, daysOff)

/** Money is given back by the end of this day, also while the shop is closed (제18조 제2항). */
export const refundBy = (backOn: Day, daysOff: readonly DayOff[]): Day =>
  businessDaysAfter(backOn, BUSINESS_DAYS_TO_REFUND, onlyPublic(daysOff))

/** Until the midnight in Seoul that ends the day (민법 제159조). */
export const isOpen = (last: Day, at: Instant): boolean => at < endOf(last)

/** It is the shop that has to prove when goods arrived (제17조 제5항): what nobody said, counts as late as can be. */
const arrival = (deliveredOn: Day | null, sentOn: Day, daysOff: readonly DayOff[]): Day =>
  deliveredOn === null
    ? businessDaysAfter(sentOn, BUSINESS_DAYS_ON_THE_WAY, onlyPublic(daysOff))
    : laterOf(deliveredOn, sentOn)

/**
 * Months are counted by the calendar, from the day after: they end with the day before the one that has the same
 * number, or with the month when it has no such day (민법 제160조).
 */
function monthsAfter(day: Day, count: number): Day {
  const first = daysLater(day, 1)
  const lastOfMonth = daysLater({ year: first.year, month: first.month + count + 1, day: 1 }, -1)
  return lastOfMonth.day < first.day
    ? lastOfMonth
    : daysLater({ year: first.year, month: first.month + count, day: first.day }, -1)
}
