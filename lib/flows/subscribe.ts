import { createHash } from 'node:crypto'
import type { OrderId, ShopperId, SubscriptionId } from '../core/ids'
import type { Locale } from '../core/locale'
import { statusOf } from '../core/subscription'
import type { Customer } from '../db/orders'
import { findOrderOfPeriod } from '../db/orders'
import { findPlan, type Plan } from '../db/plans'
import { findAlive, findSubscription, insertSubscription } from '../db/subscriptions'
import { insertPeriod } from './charge-period'
import type { Deps } from './deps'
import { payOrder, type Started } from './start-payment'

/** What the form of a subscription asks for. `total` is the first price that the shopper saw, in won. */
export type SubscriptionWish = {
  readonly shopper: ShopperId
  readonly plan: string
  /** Which attempt of the first order is asked for. */
  readonly number: number
  readonly method: string
  readonly total: number
  readonly customer: Customer
  readonly locale: Locale
  readonly visitor: string
}

export type Subscribed =
  | Started
  | { readonly kind: 'unknown_plan' }
  /** There is one already that runs. */
  | { readonly kind: 'already'; readonly subscription: SubscriptionId }

/**
 * Begins a subscription: the first period is an order that the shopper pays at the wallet, agreeing there that
 * it is saved. Pressing twice, or coming back to try again, is the same subscription and the same order.
 */
export async function subscribe(deps: Deps, wish: SubscriptionWish): Promise<Subscribed> {
  const plan = await findPlan(deps.db, wish.plan)
  if (!plan) return { kind: 'unknown_plan' }
  if (plan.terms.firstPrice.minor !== wish.total) return { kind: 'changed' }
  const begun = await begin(deps, wish, plan)
  if (begun.kind === 'already') return begun
  const { method, number, customer, shopper } = wish
  const keep = { shopper, agreement: 'subscription' } as const
  const contents = createHash('sha256')
    .update(JSON.stringify([method, customer]))
    .digest('hex')
  return payOrder(deps, begun.order, { number, method, contents, customer, keep })
}

type Begun =
  | { readonly kind: 'order'; readonly order: OrderId }
  | { readonly kind: 'already'; readonly subscription: SubscriptionId }

async function begin(deps: Deps, wish: SubscriptionWish, plan: Plan): Promise<Begun> {
  const known = await firstOrder(deps, wish)
  if (known) return known
  const now = await deps.clock.now()
  const { shopper, customer, locale, visitor } = wish
  const row = {
    id: deps.newId() as SubscriptionId,
    shopper,
    planId: plan.id,
    terms: plan.terms,
    customer,
    locale,
    visitor,
    createdAt: new Date(now),
  }
  try {
    const price = plan.terms.firstPrice
    return await deps.db.transaction().execute(async (tx) => {
      await insertSubscription(tx, row)
      return { kind: 'order', order: await insertPeriod(tx, deps, { row, period: 1, price, now }) }
    })
  } catch (error) {
    // The other of two presses was quicker: there is one subscription, and it is that one.
    const other = isTaken(error) ? await firstOrder(deps, wish) : null
    if (!other) throw error
    return other
  }
}

async function firstOrder(deps: Deps, { shopper, plan }: SubscriptionWish): Promise<Begun | null> {
  const alive = await findAlive(deps.db, shopper, plan)
  const found = alive && (await findSubscription(deps.db, alive))
  if (!found) return null
  const order = await findOrderOfPeriod(deps.db, found.row.id, 1)
  const hasBegun = found.sub.calendar !== null || statusOf(found.sub) !== 'pending_token'
  return order && !hasBegun
    ? { kind: 'order', order }
    : { kind: 'already', subscription: found.row.id }
}

const UNIQUE_VIOLATION = '23505'
const isTaken = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION
