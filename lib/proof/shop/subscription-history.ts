import { chargeTimeOf, type Day, dayOf, formatDay } from '@/lib/core/calendar'
import type { Instant, SubscriptionId, TokenId } from '@/lib/core/ids'
import { krw } from '@/lib/core/money'
import {
  decideSubscription,
  dueAt,
  evolveSubscription,
  newSubscription,
  type OwedBySubscription,
  owedBySubscription,
  type Subscription,
  type SubscriptionEvent,
  type SubscriptionFact,
  type Terms,
} from '@/lib/core/subscription'

/* The words in which the tests tell a subscription's history. */

export const firstToken = 'M5N7TQ4TG5PFWR50' as TokenId
export const secondToken = 'QBQQ9DLNRHHKGK38' as TokenId
const dunning = [2, 5, 7, 7]
export const monthlyTerms: Terms = {
  rhythm: 'monthly',
  price: krw(12_000),
  firstPrice: krw(9_000),
  periods: null,
}
export const dayFrom = (text: string): Day => {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number)
  return { year, month, day: date }
}
export const chargeTimeOn = (text: string) => chargeTimeOf(dayFrom(text))

export type SubscriptionHistory = {
  sub: Subscription
  events: SubscriptionEvent[]
  jobs: OwedBySubscription[]
}

export const newHistory = (terms: Partial<Terms> = {}): SubscriptionHistory => ({
  sub: newSubscription('sub' as SubscriptionId, { ...monthlyTerms, ...terms }),
  events: [],
  jobs: [],
})

export const tell = (told: SubscriptionHistory, now: Instant, ...facts: SubscriptionFact[]) =>
  tellWith({ replaced: false }, told, now, ...facts)

export function tellWith(
  { replaced }: { replaced: boolean },
  told: SubscriptionHistory,
  now: Instant,
  ...facts: SubscriptionFact[]
): SubscriptionHistory {
  return facts.reduce((before, fact) => {
    const events = decideSubscription(before.sub, fact, { now, dunning, replaced })
    let { sub } = before
    const jobs = events.flatMap((event) => {
      sub = evolveSubscription(sub, event)
      return owedBySubscription(event, sub)
    })
    return { sub, events: [...before.events, ...events], jobs: [...before.jobs, ...jobs] }
  }, told)
}

/** Lets time pass, and pays each period when it is asked for, unless told otherwise. */
export function runUntil(
  told: SubscriptionHistory,
  until: Instant,
  answer: 'pays' | 'refuses' | 'silent' = 'pays',
): SubscriptionHistory {
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

export const startedHistory = (start = '2026-01-31', terms: Partial<Terms> = {}) =>
  tell(
    newHistory(terms),
    chargeTimeOn(start),
    { kind: 'period_paid', period: 1 },
    { kind: 'token_known', token: firstToken, own: true },
  )

export const typesIn = ({ events }: SubscriptionHistory) => events.map(({ type }) => type)
export const lettersIn = ({ jobs }: SubscriptionHistory) =>
  jobs.flatMap((job) => (job.job === 'mail_subscription' ? [job.letter] : []))
export const chargesIn = ({ jobs }: SubscriptionHistory) =>
  jobs.flatMap((job) => (job.job === 'charge_period' ? [`${job.period}/${job.try}`] : []))
export const paidDays = ({ events }: SubscriptionHistory) =>
  events.flatMap((event) => (event.type === 'period_paid' ? [formatDay(dayOf(event.at))] : []))
