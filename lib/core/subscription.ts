import type { Person } from './asker'
import { chargeTimeOf, DAY, type Day, dayAfter, dayOf, type Rhythm } from './calendar'
import { type Instant, laterBy, type SubscriptionId, type TokenId } from './ids'
import type { Money } from './money'

/*
 * A subscription like the order beside it: a Fact comes in, `decide` says what happened, `evolve` what is
 * now, `owed` what has to be done. Each period is an order of its own, which decides whether it is paid;
 * this machine only says when the next one is asked for, and when nothing is asked for any more.
 */

/** What the shopper agreed to. `periods` null: until somebody ends it. Amounts hold delivery and VAT. */
export type Terms = {
  readonly rhythm: Rhythm
  readonly price: Money
  /** The first period's own price. Never ₩0: the provider refuses to authorise nothing. */
  readonly firstPrice: Money
  readonly periods: number | null
}

/** A period that is being paid. While `retryAt` is null its charge is under way. */
type OpenPeriod = {
  readonly period: number
  readonly tries: number
  readonly retryAt: Instant | null
}

/** A higher price that applies from a period on, if the shopper agrees before it is charged. */
type Rise = {
  readonly price: Money
  readonly from: number
  readonly asked: boolean
  readonly agreed: boolean
}

export type SubscriptionEnd =
  | { readonly status: 'cancelled'; readonly why: 'by_shopper' | 'by_merchant' }
  | {
      readonly status: 'ended'
      readonly why: 'completed' | 'unpaid' | 'refused' | 'token_lost' | 'price_not_agreed'
    }

export type Subscription = {
  readonly id: SubscriptionId
  readonly terms: Terms
  /** Period n is charged on the day that lies n + `offset` steps after `day`. Null until the first is paid. */
  readonly calendar: { readonly day: Day; readonly offset: number } | null
  readonly token: TokenId | null
  /** The period that is charged next, or is being charged. The first is 1. */
  readonly next: number
  readonly open: OpenPeriod | null
  readonly reminded: boolean
  readonly paused: boolean
  /** It is cancelled as soon as what is paid for is over. */
  readonly leaving: boolean
  readonly rise: Rise | null
  readonly over: SubscriptionEnd | null
  /** Paid for although it was over, with no wallet to go on with: it goes on as soon as one is saved. */
  readonly paidSince: boolean
}

export type SubscriptionStatus =
  | 'pending_token'
  | 'active'
  | 'past_due'
  | 'paused'
  | 'cancelled'
  | 'ended'

export type SubscriptionFact =
  /** What became of a period's order. */
  | { kind: 'period_paid'; period: number }
  | { kind: 'charge_failed'; period: number; try: number; final: boolean }
  | { kind: 'period_sold_out'; period: number }
  | { kind: 'order_cancelled'; period: number; who: Person }
  /** `own`: it came with a payment of this subscription, so it takes the place of an older one. */
  | { kind: 'token_known'; token: TokenId; own: boolean }
  | { kind: 'token_lost'; token: TokenId }
  | { kind: 'time' }
  | { kind: 'pause' | 'resume' | 'skip' | 'stay' | 'agree' }
  | { kind: 'move'; day: Day }
  | { kind: 'cancel'; who: Person; when: 'now' | 'period_end' }
  | { kind: 'price_changed'; price: Money }

type PassedWhy = 'skipped' | 'paused' | 'late' | 'sold_out'

export type SubscriptionEvent = { readonly at: Instant } & (
  | { type: 'started'; day: Day }
  | { type: 'period_opened' | 'period_paid'; period: number }
  /** Given up: it is not charged any more, and a later date delivers the next one. */
  | { type: 'period_dropped'; period: number; why?: 'sold_out' }
  | { type: 'charge_due'; period: number; try: number }
  | { type: 'charge_failed'; period: number; try: number; retryAt: Instant | null }
  /** Dates of the calendar on which nothing is charged. */
  | { type: 'dates_passed'; count: number; why: PassedWhy }
  | { type: 'reminded'; period: number }
  | { type: 'token_set'; token: TokenId }
  | { type: 'token_gone' | 'paused' | 'resumed' | 'leaving' | 'staying' | 'revived' }
  | { type: 'moved'; day: Day }
  | { type: 'price_set'; price: Money }
  | { type: 'price_rises'; price: Money; from: number }
  | { type: 'price_asked' | 'price_agreed' }
  | { type: 'over'; over: SubscriptionEnd }
)

type Unstamped<E> = E extends SubscriptionEvent ? Omit<E, 'at'> : never
type Happened = Unstamped<SubscriptionEvent>

export type SubscriptionCircumstances = {
  readonly now: Instant
  /** How many days after each refusal the next try comes; after the last one it ends. */
  readonly dunning: readonly number[]
  /** The shopper has subscribed to the same plan anew since this one was over. */
  readonly replaced: boolean
}

const REMINDED_BEFORE = 3 * DAY
// Korean law: the shopper agrees within the 30 days before a higher price is charged, or is not charged.
const ASKED_BEFORE = 30 * DAY
const LEAST_NOTICE = 7 * DAY
const FARTHEST_MOVE = 365 * DAY

export function newSubscription(id: SubscriptionId, terms: Terms): Subscription {
  return {
    id,
    terms,
    calendar: null,
    token: null,
    next: 1,
    open: null,
    reminded: false,
    paused: false,
    leaving: false,
    rise: null,
    over: null,
    paidSince: false,
  }
}

/** The first that matches. */
export function subscriptionStatusOf(sub: Subscription): SubscriptionStatus {
  if (sub.over) return sub.over.status
  if (sub.paused) return 'paused'
  if (sub.open && sub.open.retryAt !== null) return 'past_due'
  return sub.calendar === null || sub.token === null ? 'pending_token' : 'active'
}

/** When a period is charged; null until the first one is paid. */
export function chargeTime(
  { calendar, terms }: Subscription,
  period: number,
  datesLater = 0,
): Instant | null {
  if (calendar === null) return null
  return chargeTimeOf(dayAfter(calendar.day, terms.rhythm, period + calendar.offset + datesLater))
}

/** What a period that is not charged yet will cost, where a higher price needs the shopper's consent with it. */
export const priceOf = ({ rise, terms }: Subscription, period: number): Money =>
  rise !== null && period >= rise.from ? rise.price : terms.price

const isComplete = ({ next, terms }: Subscription) => terms.periods !== null && next > terms.periods

/** When time alone will next make something happen, or null. */
export function dueAt(sub: Subscription): Instant | null {
  if (sub.over) return null
  if (sub.open) return sub.open.retryAt
  const at = chargeTime(sub, sub.next)
  if (at === null || sub.paused) return null
  if (sub.leaving || isComplete(sub)) return at
  if (asksPrice(sub)) return laterBy(at, -ASKED_BEFORE)
  return sub.reminded ? at : laterBy(at, -REMINDED_BEFORE)
}

/** What the shopper can do now, for the screen and for `decide` alike. */
export const subscriptionMay = {
  pause: (sub: Subscription) => isAtRest(sub) && !sub.leaving,
  resume: (sub: Subscription) => sub.over === null && sub.paused,
  skip: (sub: Subscription) => isAtRest(sub) && !sub.leaving && !isComplete(sub),
  move: (sub: Subscription) => isAtRest(sub) && !sub.leaving && !isComplete(sub),
  cancel: (sub: Subscription) => sub.over === null,
  stay: (sub: Subscription) => sub.over === null && sub.leaving,
  agree: (sub: Subscription) => sub.over === null && sub.rise !== null && !sub.rise.agreed,
} as const

/** It runs, and no charge is under way or owed. */
const isAtRest = ({ over, calendar, open, paused }: Subscription) =>
  over === null && calendar !== null && open === null && !paused

/** What happened, given what we know. Repeats and old news decide nothing. */
export const decideSubscription = (
  sub: Subscription,
  fact: SubscriptionFact,
  circumstances: SubscriptionCircumstances,
): SubscriptionEvent[] =>
  decideFact(sub, fact, circumstances).map((event) => ({ ...event, at: circumstances.now }))

function decideFact(
  sub: Subscription,
  fact: SubscriptionFact,
  { now, dunning, replaced }: SubscriptionCircumstances,
): Happened[] {
  switch (fact.kind) {
    case 'period_paid':
      return decidePaid(sub, fact.period, { now, replaced })
    case 'charge_failed':
      return decideFailure(sub, fact, laterByDays(now, dunning[fact.try - 1]))
    case 'period_sold_out':
      return decideSoldOut(sub, fact.period)
    case 'order_cancelled':
      return decideCancelledOrder(sub, fact.period, fact.who)
    case 'token_known':
      return decideToken(sub, fact, replaced)
    case 'token_lost':
      if (sub.token !== fact.token) return []
      return sub.over
        ? [{ type: 'token_gone' }]
        : [{ type: 'token_gone' }, ending({ status: 'ended', why: 'token_lost' })]
    case 'time':
      return decideTime(sub, now)
    case 'pause':
      return subscriptionMay.pause(sub) ? [{ type: 'paused' }] : []
    case 'resume':
      return subscriptionMay.resume(sub)
        ? [{ type: 'resumed' }, ...passed(datesBehind(sub, now), 'paused')]
        : []
    case 'skip':
      return subscriptionMay.skip(sub) && isWithinReach(chargeTime(sub, sub.next, 1), now)
        ? passed(1, 'skipped')
        : []
    case 'move':
      return subscriptionMay.move(sub) && isWithinReach(chargeTimeOf(fact.day), now)
        ? [{ type: 'moved', day: fact.day }]
        : []
    case 'cancel':
      return decideCancellation(sub, fact.who, fact.when)
    case 'stay':
      return subscriptionMay.stay(sub) ? [{ type: 'staying' }] : []
    case 'price_changed':
      return decidePrice(sub, fact.price, now)
    case 'agree':
      return subscriptionMay.agree(sub) ? [{ type: 'price_agreed' }] : []
  }
}

const ending = (over: SubscriptionEnd): Happened => ({ type: 'over', over })

const passed = (count: number, why: PassedWhy): Happened[] =>
  count > 0 ? [{ type: 'dates_passed', count, why }] : []

const laterByDays = (now: Instant, days: number | undefined) =>
  days === undefined ? null : laterBy(now, days * DAY)

const isWithinReach = (at: Instant | null, now: Instant) =>
  at !== null && at > now && at <= now + FARTHEST_MOVE

/** The period, if its charge is under way. */
const chargeOf = ({ open, over }: Subscription, period: number): OpenPeriod | null =>
  over === null && open?.period === period && open.retryAt === null ? open : null

/** How many dates from the next charge on are over. */
function datesBehind(sub: Subscription, now: Instant): number {
  let count = 0
  while ((chargeTime(sub, sub.next, count) ?? laterBy(now, 1)) <= now) count++
  return count
}

function decidePaid(
  sub: Subscription,
  period: number,
  { now, replaced }: Omit<SubscriptionCircumstances, 'dunning'>,
): Happened[] {
  if (period === 1 && sub.calendar === null)
    return sub.over ? [] : [{ type: 'started', day: dayOf(now) }]
  if (sub.open?.period !== period) return []
  const paid = { type: 'period_paid', period } as const
  return sub.token !== null && mayGoOn(sub) && !replaced ? [paid, { type: 'revived' }] : [paid]
}

/** Whoever pays for a period after the end wants it to go on: with a wallet to charge, and no other in its place. */
const mayGoOn = ({ over }: Subscription) =>
  over?.why === 'unpaid' || over?.why === 'refused' || over?.why === 'token_lost'

function decideFailure(
  sub: Subscription,
  fact: Extract<SubscriptionFact, { kind: 'charge_failed' }>,
  nextTry: Instant | null,
): Happened[] {
  const { period, try: number, final } = fact
  if (chargeOf(sub, period)?.tries !== number) return []
  const retryAt = final ? null : nextTry
  const failed = { type: 'charge_failed', period, try: number, retryAt } as const
  return retryAt === null
    ? [failed, ending({ status: 'ended', why: final ? 'refused' : 'unpaid' })]
    : [failed]
}

/** Nothing to deliver: the period waits for the next date, unless it has an order already, which stays its own. */
function decideSoldOut(sub: Subscription, period: number): Happened[] {
  const charge = chargeOf(sub, period)
  if (!charge) return []
  return charge.tries === 1
    ? passed(1, 'sold_out')
    : [{ type: 'period_dropped', period, why: 'sold_out' }]
}

/** Cancelling one delivery skips it; cancelling the first one, which began it all, ends it all. */
function decideCancelledOrder(sub: Subscription, period: number, who: Person): Happened[] {
  if (period === 1) return sub.over ? [] : [ending({ status: 'cancelled', why: `by_${who}` })]
  return sub.open?.period === period ? [{ type: 'period_dropped', period }] : []
}

function decideToken(
  sub: Subscription,
  { token, own }: Extract<SubscriptionFact, { kind: 'token_known' }>,
  replaced: boolean,
): Happened[] {
  const isNews = sub.token === null ? sub.over === null || own : own && sub.token !== token
  if (!isNews) return []
  const set = { type: 'token_set', token } as const
  return sub.paidSince && !replaced ? [set, { type: 'revived' }] : [set]
}

/** What has become due. Told again until it decides nothing. */
function decideTime(sub: Subscription, now: Instant): Happened[] {
  const due = dueAt(sub)
  const at = chargeTime(sub, sub.next)
  if (due === null || at === null || due > now) return []
  if (sub.open) return [{ type: 'charge_due', period: sub.open.period, try: sub.open.tries + 1 }]
  if (now < at) return [asksPrice(sub) ? { type: 'price_asked' } : reminder(sub)]
  if (sub.leaving) return [ending({ status: 'cancelled', why: 'by_shopper' })]
  if (isComplete(sub)) return [ending({ status: 'ended', why: 'completed' })]
  const rise = riseOf(sub)
  if (rise?.asked && !rise.agreed) return [ending({ status: 'ended', why: 'price_not_agreed' })]
  return [
    // A whole period that nobody was asked to pay in time is not asked for afterwards.
    ...passed(datesBehind(sub, now) - 1, 'late'),
    ...newPrice(sub),
    { type: 'period_opened', period: sub.next },
  ]
}

/** The higher price that the next period would be charged. */
const riseOf = ({ rise, next }: Subscription) => (rise !== null && next >= rise.from ? rise : null)
const asksPrice = (sub: Subscription) => riseOf(sub)?.asked === false

/** What was agreed applies; what nobody could be asked about in time waits for another period. */
function newPrice(sub: Subscription): Happened[] {
  const rise = riseOf(sub)
  if (!rise) return []
  const { price, agreed } = rise
  return [
    agreed ? { type: 'price_set', price } : { type: 'price_rises', price, from: sub.next + 1 },
  ]
}

const reminder = ({ next }: Subscription): Happened => ({ type: 'reminded', period: next })

function decideCancellation(
  sub: Subscription,
  who: Person,
  when: 'now' | 'period_end',
): Happened[] {
  if (!subscriptionMay.cancel(sub)) return []
  if (when === 'now' || !isAtRest(sub)) return [ending({ status: 'cancelled', why: `by_${who}` })]
  return sub.leaving ? [] : [{ type: 'leaving' }]
}

/** A lower price applies at once; a higher one has to be agreed to, and not in a hurry. */
function decidePrice(sub: Subscription, price: Money, now: Instant): Happened[] {
  if (sub.over) return []
  if (price.minor <= sub.terms.price.minor)
    return price.minor === sub.terms.price.minor && sub.rise === null
      ? []
      : [{ type: 'price_set', price }]
  if (sub.rise?.price.minor === price.minor) return []
  let from = Math.max(sub.next, 2)
  while ((chargeTime(sub, from) ?? laterBy(now, LEAST_NOTICE)) < now + LEAST_NOTICE) from++
  return [{ type: 'price_rises', price, from }]
}

/** What the subscription is after an event. Total: an event is history and cannot be refused. */
export function evolveSubscription(sub: Subscription, event: SubscriptionEvent): Subscription {
  switch (event.type) {
    case 'started':
      return { ...sub, calendar: { day: event.day, offset: -1 }, next: 2 }
    case 'period_opened':
      return { ...sub, open: { period: event.period, tries: 1, retryAt: null } }
    case 'charge_due':
      return { ...sub, open: { period: event.period, tries: event.try, retryAt: null } }
    case 'charge_failed':
      return { ...sub, open: { period: event.period, tries: event.try, retryAt: event.retryAt } }
    case 'period_paid': {
      const after = { ...sub, open: null, next: event.period + 1, reminded: false }
      return { ...after, paidSince: mayGoOn(sub) }
    }
    case 'period_dropped': {
      const { periods } = sub.terms
      // So many deliveries were agreed on: one that the shop could not make is made later.
      const promised = event.why === 'sold_out' && periods !== null ? periods + 1 : periods
      const terms = { ...sub.terms, periods: promised }
      return { ...sub, terms, open: null, next: event.period + 1, reminded: false }
    }
    case 'dates_passed': {
      const { calendar } = sub
      const later = calendar && { ...calendar, offset: calendar.offset + event.count }
      return { ...sub, calendar: later, open: null, reminded: false }
    }
    case 'reminded':
      return { ...sub, reminded: true }
    case 'token_set':
      return { ...sub, token: event.token }
    case 'token_gone':
      return { ...sub, token: null }
    case 'paused':
      return { ...sub, paused: true }
    case 'resumed':
      return { ...sub, paused: false, reminded: false }
    case 'moved':
      return { ...sub, calendar: { day: event.day, offset: -sub.next }, reminded: false }
    case 'leaving':
      return { ...sub, leaving: true }
    case 'staying':
      return { ...sub, leaving: false }
    case 'price_set':
      return { ...sub, terms: { ...sub.terms, price: event.price }, rise: null }
    case 'price_rises': {
      const { price, from } = event
      return { ...sub, rise: { price, from, asked: false, agreed: false } }
    }
    case 'price_asked':
      return sub.rise ? { ...sub, rise: { ...sub.rise, asked: true } } : sub
    case 'price_agreed':
      return sub.rise ? { ...sub, rise: { ...sub.rise, asked: true, agreed: true } } : sub
    case 'over':
      return { ...sub, over: event.over }
    case 'revived':
      return { ...sub, over: null, paidSince: false }
  }
}

export type SubscriptionLetter =
  | 'subscription_started'
  | 'renewal_soon'
  | 'renewal_refused'
  | 'renewal_sold_out'
  | 'price_question'
  | 'subscription_leaving'
  | 'subscription_over'

/** A thing to do. It is stored in the transaction of the event that owes it. */
export type OwedBySubscription =
  | { readonly job: 'charge_period'; readonly period: number; readonly try: number }
  /** Nobody is to pay any more for what was not paid. */
  | { readonly job: 'drop_period'; readonly period: number }
  | {
      readonly job: 'mail_subscription'
      readonly letter: SubscriptionLetter
      readonly event: Instant
    }

/** What an event makes us do, now. `after` is the subscription with the event in it. */
export function owedBySubscription(
  event: SubscriptionEvent,
  after: Subscription,
): OwedBySubscription[] {
  const letter = (kind: SubscriptionLetter): OwedBySubscription => ({
    job: 'mail_subscription',
    letter: kind,
    event: event.at,
  })
  switch (event.type) {
    case 'started':
      return [letter('subscription_started')]
    case 'period_opened':
      return [{ job: 'charge_period', period: event.period, try: 1 }]
    case 'charge_due':
      return [{ job: 'charge_period', period: event.period, try: event.try }]
    case 'charge_failed':
      return event.retryAt === null ? [] : [letter('renewal_refused')]
    case 'dates_passed':
    case 'period_dropped':
      return event.why === 'sold_out' ? [letter('renewal_sold_out')] : []
    case 'reminded':
      // Without an answer nothing will be charged, so the question is what the shopper has to hear.
      return [letter(riseOf(after)?.agreed === false ? 'price_question' : 'renewal_soon')]
    case 'price_asked':
      return [letter('price_question')]
    case 'leaving':
      return [letter('subscription_leaving')]
    case 'over': {
      const unpaid = after.open?.period ?? (after.calendar === null ? 1 : null)
      const drops = event.over.status === 'cancelled' && unpaid !== null
      // Whoever gives up what never began needs no letter about its end.
      const isNews = after.calendar !== null || event.over.why !== 'by_shopper'
      return [
        ...(drops ? [{ job: 'drop_period', period: unpaid } as const] : []),
        ...(isNews ? [letter('subscription_over')] : []),
      ]
    }
    default:
      return []
  }
}
