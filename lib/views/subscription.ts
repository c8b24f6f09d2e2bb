import type { Adyen } from '../adyen/client'
import { wallet } from '../adyen/methods'
import { chargeTimeOf, DAY, dayAfter, dayOf, formatDay, type Rhythm } from '../core/calendar'
import {
  type Instant,
  laterBy,
  type OrderId,
  type ShopperId,
  type SubscriptionId,
} from '../core/ids'
import type { Locale } from '../core/locale'
import { formatMoney, krw, type Money } from '../core/money'
import { mayPay, type OrderStatus } from '../core/order'
import {
  chargeTime,
  priceOf,
  type SubscriptionEnd,
  type SubscriptionStatus,
  subscriptionMay,
  subscriptionStatusOf,
} from '../core/subscription'
import { isBeingCharged } from '../db/attempts'
import { draftOf, findCart } from '../db/carts'
import type { Db } from '../db/connection'
import { isUnreadable } from '../db/events/unreadable'
import { findPlan, findPlanFor, listPlansFor, type Plan } from '../db/goods/plans'
import { type Customer, findOrder, findOrderOfPeriod, listPeriods } from '../db/orders'
import { type Found, findAlive, findSubscription, listSubscriptionsOf } from '../db/subscriptions'
import { customerMistakes, type Mistakes, mistakesIn } from './checkout-form'
import { methodView, offeredMethods } from './methods'
import { readableEmail } from './readable-email'

/** What can be had again and again. */
export type PlanView = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly quantity: number
  readonly rhythm: Rhythm
  readonly price: string
  /** The first one's own price, when it differs for whoever asks; else null. */
  readonly firstPrice: string | null
  /** What the same costs bought once. */
  readonly single: string
  readonly periods: number | null
}

export const plansView = async (
  db: Db,
  shopper: ShopperId | null,
  locale: Locale,
): Promise<PlanView[]> => (await listPlansFor(db, shopper)).map((plan) => planView(plan, locale))

function planView({ id, slug, line, terms, singlePrice }: Plan, locale: Locale): PlanView {
  const { price, firstPrice, rhythm, periods } = terms
  return {
    id,
    slug,
    name: locale === 'ko' ? line.nameKo : line.nameEn,
    quantity: line.quantity,
    rhythm,
    price: formatMoney(price),
    firstPrice: firstPrice.minor === price.minor ? null : formatMoney(firstPrice),
    single: formatMoney(krw(singlePrice)),
    periods,
  }
}

export type SubscribeView = {
  readonly plan: PlanView
  readonly attempt: number
  /** In won: of the first period, and of each later one. */
  readonly total: number
  readonly price: number
  readonly totalText: string
  /** When the second period is charged, if the first is paid now. Milliseconds, UTC. */
  readonly nextAt: Instant
  /** The name of the wallet that pays; null while Adyen does not offer it. */
  readonly wallet: string | null
  readonly draft: Readonly<Record<string, string>>
  readonly mistakes: Mistakes
}

type Asker = {
  readonly shopper: ShopperId
  readonly email: string
  readonly visitor: string | null
  readonly locale: Locale
  readonly now: Instant
  readonly showMistakes: boolean
}

type Needs = {
  readonly db: Db
  readonly adyen: Adyen
}

/** The form of a subscription; null for a plan that is not there. */
export async function subscribeView(
  { db, adyen }: Needs,
  planId: string,
  { shopper, email, visitor, locale, now, showMistakes }: Asker,
): Promise<SubscribeView | { readonly already: SubscriptionId } | null> {
  const plan = await findPlanFor(db, shopper, planId)
  if (!plan) return null
  const alive = await findAlive(db, shopper, planId)
  const found = alive && (await findSubscription(db, alive))
  if (found && found.sub.calendar !== null) return { already: found.row.id }
  const first = alive && (await findOrderOfPeriod(db, alive, 1))
  const order = first && (await findOrder(db, first))
  const draft = await typedBy(db, visitor, email)
  const total = plan.terms.firstPrice
  const offered = await offeredMethods(adyen, total, locale)
  return {
    plan: planView(plan, locale),
    attempt: (order?.attempts.length ?? 0) + 1,
    total: total.minor,
    price: plan.terms.price.minor,
    totalText: formatMoney(total),
    nextAt: chargeTimeOf(dayAfter(dayOf(now), plan.terms.rhythm, 1)),
    // By its type: the server has a second copy of the table, made before any route.
    wallet: offered.some(({ type }) => type === wallet.type)
      ? methodView(wallet, locale).name
      : null,
    draft,
    mistakes: showMistakes ? mistakesIn({ ...draft, method: wallet.type }) : {},
  }
}

/** What was typed into the address, and what is wrong with it, after it came back. */
export async function addressDraft(db: Db, visitor: string | null) {
  const draft = await typedBy(db, visitor, '')
  return { draft, mistakes: customerMistakes(draft) }
}

async function typedBy(db: Db, visitor: string | null, email: string) {
  const draft = draftOf(visitor ? await findCart(db, visitor) : null)
  return { ...draft, email: draft.email || readableEmail(email) }
}

export type SubscriptionSummary = {
  readonly id: SubscriptionId
  readonly what: string
  readonly rhythm: Rhythm
  readonly price: string
  readonly status: SubscriptionStatus
  readonly nextAt: Instant | null
}

/** The subscriptions of a shopper that have begun, newest first. */
export async function subscriptionsOf(
  db: Db,
  shopper: ShopperId,
  locale: Locale,
): Promise<SubscriptionSummary[]> {
  const ids = await listSubscriptionsOf(db, shopper)
  const all = await Promise.all(ids.map((id) => findSubscription(db, id).catch(leaveOut)))
  const begun = all
    .filter((found) => found !== null)
    .filter(({ sub }) => sub.calendar !== null)
    .toSorted((one, other) => other.row.createdAt.getTime() - one.row.createdAt.getTime())
  return Promise.all(begun.map((found) => summaryOf(db, found, locale)))
}

/** One that cannot be read keeps no other from being listed. */
function leaveOut(error: unknown): null {
  if (!isUnreadable(error)) throw error
  return null
}

async function summaryOf(db: Db, { row, sub }: Found, locale: Locale) {
  const plan = await findPlan(db, row.planId)
  return {
    id: row.id,
    what: (locale === 'ko' ? plan?.line.nameKo : plan?.line.nameEn) ?? '',
    rhythm: row.terms.rhythm,
    price: formatMoney(sub.over ? sub.terms.price : priceOf(sub, sub.next)),
    status: subscriptionStatusOf(sub),
    nextAt: sub.over || sub.paused ? null : chargeTime(sub, sub.next),
  }
}

export type SubscriptionView = SubscriptionSummary & {
  readonly since: number
  readonly why: SubscriptionEnd['why'] | null
  /** The token is not known yet. */
  readonly saving: boolean
  readonly charging: boolean
  readonly retryAt: Instant | null
  /** The order that can be paid by hand, or null. */
  readonly payOrder: OrderId | null
  readonly leaving: boolean
  readonly rise: {
    readonly price: string
    readonly at: Instant | null
    readonly agreed: boolean
  } | null
  readonly can: Readonly<Record<keyof typeof subscriptionMay, boolean>>
  /** The first and the last day that can be chosen, as a date field wants them. */
  readonly days: { readonly from: string; readonly to: string }
  readonly periods: readonly {
    readonly order: OrderId
    readonly period: number
    readonly status: OrderStatus['status']
    readonly total: string
    readonly at: number
  }[]
  readonly customer: Customer
  readonly price: string
  readonly amount: Money
}

/** One subscription for its owner; null for everybody else. */
export async function subscriptionView(
  db: Db,
  id: SubscriptionId,
  shopper: ShopperId,
  { locale, now }: { readonly locale: Locale; readonly now: Instant },
): Promise<SubscriptionView | null> {
  const found = await findSubscription(db, id)
  if (found?.row.shopper !== shopper) return null
  const { row, sub } = found
  const summary = await summaryOf(db, found, locale)
  const unpaid = sub.open && (await findOrderOfPeriod(db, id, sub.open.period))
  const order = unpaid && (await findOrder(db, unpaid))
  const payable = order && mayPay(order) && !(await isBeingCharged(db, order))
  const periods = await listPeriods(db, id)
  return {
    ...summary,
    amount: sub.terms.price,
    since: row.createdAt.getTime(),
    why: sub.over?.why ?? null,
    saving: sub.token === null && sub.over === null,
    charging: sub.over === null && sub.open !== null && sub.open.retryAt === null,
    retryAt: sub.open?.retryAt ?? null,
    payOrder: payable ? order.id : null,
    leaving: sub.leaving,
    rise: sub.rise && {
      price: formatMoney(sub.rise.price),
      at: chargeTime(sub, sub.rise.from),
      agreed: sub.rise.agreed,
    },
    can: {
      pause: subscriptionMay.pause(sub),
      resume: subscriptionMay.resume(sub),
      skip: subscriptionMay.skip(sub),
      move: subscriptionMay.move(sub),
      cancel: subscriptionMay.cancel(sub),
      stay: subscriptionMay.stay(sub),
      agree: subscriptionMay.agree(sub),
    },
    days: {
      from: formatDay(dayOf(laterBy(now, DAY))),
      to: formatDay(dayOf(laterBy(now, 364 * DAY))),
    },
    periods: periods.map(({ id: order, period, status, amount, createdAt }) => ({
      order,
      period,
      status,
      total: formatMoney(krw(amount)),
      at: createdAt.getTime(),
    })),
    customer: { ...row.customer, email: readableEmail(row.customer.email) },
  }
}
