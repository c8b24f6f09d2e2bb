import { chargeTimeOf, type Day, dayOf, formatDay } from '@/lib/core/calendar'
import type { Instant, SubscriptionId, TokenId } from '@/lib/core/ids'
import { krw } from '@/lib/core/money'
import {
  decide,
  dueAt,
  evolve,
  type Fact,
  newSubscription,
  type Owed,
  owed,
  type Subscription,
  type SubscriptionEvent,
  type Terms,
} from '@/lib/core/subscription'

/* The words in which the tests tell a subscription's history. */

export const token = 'M5N7TQ4TG5PFWR50' as TokenId
export const other = 'QBQQ9DLNRHHKGK38' as TokenId
const dunning = [2, 5, 7, 7]
export const monthly: Terms = {
  rhythm: 'monthly',
  price: krw(12_000),
  firstPrice: krw(9_000),
  periods: null,
}
export const day = (text: string): Day => {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number)
  return { year, month, day: date }
}
export const on = (text: string) => chargeTimeOf(day(text))

export type Told = { sub: Subscription; events: SubscriptionEvent[]; jobs: Owed[] }

export const nobody = (terms: Partial<Terms> = {}): Told => ({
  sub: newSubscription('sub' as SubscriptionId, { ...monthly, ...terms }),
  events: [],
  jobs: [],
})

export const tell = (told: Told, now: Instant, ...facts: Fact[]) =>
  tellIn({ replaced: false }, told, now, ...facts)

export function tellIn(
  { replaced }: { replaced: boolean },
  told: Told,
  now: Instant,
  ...facts: Fact[]
): Told {
  return facts.reduce((before, fact) => {
    const events = decide(before.sub, fact, { now, dunning, replaced })
    let { sub } = before
    const jobs = events.flatMap((event) => {
      sub = evolve(sub, event)
      return owed(event, sub)
    })
    return { sub, events: [...before.events, ...events], jobs: [...before.jobs, ...jobs] }
  }, told)
}

/** Lets time pass, and pays each period when it is asked for, unless told otherwise. */
export function live(
  told: Told,
  until: Instant,
  answer: 'pays' | 'refuses' | 'silent' = 'pays',
): Told {
  let now = told
  for (let due = dueAt(now.sub); due !== null && due <= until; due = dueAt(now.sub)) {
    const at = due
    now = tell(now, at, { kind: 'time' })
    const { open } = now.sub
    if (!open || open.retryAt !== null || now.sub.over) continue
    const { period, tries } = open
    if (answer === 'pays') now = tell(now, at, { kind: 'period_paid', period })
    if (answer === 'refuses')
      now = tell(now, at, { kind: 'charge_failed', period, try: tries, final: false })
    if (answer === 'silent') break
  }
  return now
}

export const begun = (start = '2026-01-31', terms: Partial<Terms> = {}) =>
  tell(
    nobody(terms),
    on(start),
    { kind: 'period_paid', period: 1 },
    { kind: 'token_known', token, own: true },
  )

export const types = ({ events }: Told) => events.map(({ type }) => type)
export const letters = ({ jobs }: Told) =>
  jobs.flatMap((job) => (job.job === 'mail_subscription' ? [job.letter] : []))
export const charges = ({ jobs }: Told) =>
  jobs.flatMap((job) => (job.job === 'charge_period' ? [`${job.period}/${job.try}`] : []))
export const paidDays = ({ events }: Told) =>
  events.flatMap((event) => (event.type === 'period_paid' ? [formatDay(dayOf(event.at))] : []))
