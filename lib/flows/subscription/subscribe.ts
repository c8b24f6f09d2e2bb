import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import {
  instant,
  type OrderId,
  type ShopperId,
  type SubscriptionId,
  subscriptionId,
} from '@/lib/core/ids'
import type { Locale } from '@/lib/core/locale'
import { mayPay } from '@/lib/core/order'
import { subscriptionStatusOf } from '@/lib/core/subscription'
import type { Tx } from '@/lib/db/connection'
import { findPlanFor, type Plan } from '@/lib/db/goods/plans'
import type { Customer } from '@/lib/db/orders'
import { findOrderOfPeriod, findOrderRow, lockOrder } from '@/lib/db/orders'
import {
  findAlive,
  findSubscription,
  insertSubscription,
  lockSubscription,
  type SubscriptionRow,
  updateAddress,
} from '@/lib/db/subscriptions'
import { claimAside, noteOrderer } from '@/lib/db/unpaid-orders'
import type { Deps } from '../deps'
import { payOrder, type Started } from '../payment/start-payment'
import { insertPeriod } from './charge-period'
import { recordSubscriptionIn } from './record-subscription'

/**
 * What the form of a subscription asks for. `total` and `price` are what the shopper saw for the first period and
 * for each later one, in won.
 */
export type SubscriptionInput = {
  readonly shopper: ShopperId
  readonly plan: string
  /** Which attempt of the first order is asked for. */
  readonly number: number
  readonly method: string
  readonly total: number
  readonly price: number
  readonly customer: Customer
  readonly locale: Locale
  readonly visitor: string
  /** Where it is asked for from, as a limit counts it. */
  readonly network: string
  readonly device?: string | null
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
export async function subscribe(deps: Deps, input: SubscriptionInput): Promise<Subscribed> {
  const plan = await findPlanFor(deps.db, input.shopper, input.plan)
  if (!plan) return { kind: 'unknown_plan' }
  const { firstPrice, price } = plan.terms
  if (firstPrice.minor !== input.total || price.minor !== input.price) return { kind: 'changed' }
  const begun = await begin(deps, input, plan)
  if (begun.kind !== 'order') return begun
  if (await isLeftBehind(deps, begun, plan)) return { kind: 'changed' }
  const { method, number, customer, shopper, device } = input
  const keep = { shopper, agreement: 'subscription' } as const
  const contents = createHash('sha256')
    .update(JSON.stringify([method, customer]))
    .digest('hex')
  const wanted = { number, method, contents, customer, keep, byOwner: true, device }
  const started = await payOrder(deps, begun.order, wanted)
  await sendThereToo(deps, begun)
  return started
}

/** Whoever tried again may have corrected the address: the later deliveries go where the first one goes. */
async function sendThereToo({ db }: Deps, { subscription, order }: First): Promise<void> {
  const row = await findOrderRow(db, order)
  if (row) await updateAddress(db, subscription, row.customer)
}

type First = {
  readonly kind: 'order'
  readonly subscription: SubscriptionId
  readonly order: OrderId
}
type Begun = First | { readonly kind: 'already'; readonly subscription: SubscriptionId }
type NotBegun = { readonly kind: 'changed' }

/** Thrown to undo the transaction that wanted to begin: it would have been for other terms than the shopper read. */
const CHANGED = new Error('terms have changed')

async function begin(deps: Deps, input: SubscriptionInput, plan: Plan): Promise<Begun | NotBegun> {
  const known = await firstOrder(deps, input)
  if (known) return known
  const now = await deps.clock.now()
  const { shopper, customer, locale, visitor } = input
  const row = {
    id: subscriptionId(deps.newId()),
    shopper,
    planId: plan.id,
    terms: plan.terms,
    customer,
    locale,
    visitor,
    createdAt: new Date(now),
  }
  try {
    return await deps.db.transaction().execute((tx) => insertFirst(tx, deps, row, input))
  } catch (error) {
    if (error === CHANGED) return { kind: 'changed' }
    // The other of two presses was quicker: there is one subscription, and it is that one.
    const other = isTaken(error) ? await firstOrder(deps, input) : null
    if (!other) throw error
    return other
  }
}

async function insertFirst(
  tx: Tx,
  deps: Deps,
  row: SubscriptionRow,
  input: SubscriptionInput,
): Promise<First> {
  const now = instant(row.createdAt.getTime())
  const caps = deps.unpaidCaps
  const putsAside = caps === null || (await claimAside(tx, caps, input, now))
  await insertSubscription(tx, row)
  // Only now no other of theirs runs, and none can end and have been the first one while this one begins.
  const today = await findPlanFor(tx, row.shopper, row.planId)
  if (!today || !isDeepStrictEqual(today.terms, row.terms)) throw CHANGED
  const price = row.terms.firstPrice
  const order = await insertPeriod(tx, deps, { row, period: 1, price, putsAside, now })
  if (caps) await noteOrderer(tx, caps, { ...input, order }, now)
  return { kind: 'order', subscription: row.id, order }
}

async function firstOrder(deps: Deps, { shopper, plan }: SubscriptionInput): Promise<Begun | null> {
  const alive = await findAlive(deps.db, shopper, plan)
  const found = alive && (await findSubscription(deps.db, alive))
  if (!found) return null
  const order = await findOrderOfPeriod(deps.db, found.row.id, 1)
  const hasBegun =
    found.sub.calendar !== null || subscriptionStatusOf(found.sub) !== 'pending_token'
  return order && !hasBegun
    ? { kind: 'order', subscription: found.row.id, order }
    : { kind: 'already', subscription: found.row.id }
}

/**
 * A price has changed since the first order was made, its own or the later ones'. Unless its money is on the way, that one is given up: nobody
 * pays more than the button says, and the next press begins anew.
 */
async function isLeftBehind(
  deps: Deps,
  { subscription, order: id }: First,
  { terms }: Plan,
): Promise<boolean> {
  const now = await deps.clock.now()
  return deps.db.transaction().execute(async (tx) => {
    const { sub, row } = await lockSubscription(tx, subscription)
    const { order } = await lockOrder(tx, id)
    if (isDeepStrictEqual(row.terms, terms) || sub.calendar !== null || !mayPay(order)) return false
    const left = { kind: 'cancel', who: 'shopper', when: 'now' } as const
    await recordSubscriptionIn(tx, deps, subscription, [left], now)
    return true
  })
}

const UNIQUE_VIOLATION = '23505'
const isTaken = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION
