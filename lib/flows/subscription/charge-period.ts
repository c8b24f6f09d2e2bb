import { nothingWaived } from '@/lib/core/goods/goods'
import {
  type Instant,
  laterBy,
  MINUTE,
  type OrderId,
  orderId,
  type SubscriptionId,
} from '@/lib/core/ids'
import type { Money } from '@/lib/core/money'
import { mayPay, type Order, statusOf } from '@/lib/core/order'
import type { Subscription } from '@/lib/core/subscription'
import { type AttemptRow, attemptsByLink, findCharge } from '@/lib/db/attempts'
import type { Tx } from '@/lib/db/connection'
import { findPlan } from '@/lib/db/goods/plans'
import { findOrderOfPeriod, insertOrder, lockOrder } from '@/lib/db/orders'
import { enqueue } from '@/lib/db/queues'
import { findSavedMethod } from '@/lib/db/saved-methods'
import { lockSubscription, type SubscriptionRow } from '@/lib/db/subscriptions'
import type { Deps } from '../deps'
import { freeNumber } from '../order/free-number'
import { askForPayment } from '../payment/start-payment'
import { SOLD_OUT, storeCharge } from '../saved/store-charge'
import { recordSubscriptionIn } from './record-subscription'

/** Which charge of which period is asked for. */
export type PeriodCharge = {
  readonly subscription: SubscriptionId
  readonly period: number
  readonly try: number
}

const LOOK_AGAIN_AFTER = 10 * MINUTE

/**
 * The job: charges one period of a subscription to its saved wallet, as one more attempt of the period's own
 * order. Done twice, it finds the first one's attempt and asks with the same key.
 */
export async function chargePeriod(deps: Deps, charge: PeriodCharge): Promise<void> {
  const attempt = await storePeriodCharge(deps, charge).catch((error: unknown) => {
    if (error === SOLD_OUT) return 'sold_out' as const
    throw error
  })
  if (attempt === 'sold_out') return missPeriod(deps, charge)
  if (attempt && attempt.answer === null) await askForPayment(deps, attempt)
}

async function missPeriod(deps: Deps, { subscription, period }: PeriodCharge): Promise<void> {
  const now = await deps.clock.now()
  await deps.db.transaction().execute(async (tx) => {
    await recordSubscriptionIn(tx, deps, subscription, [{ kind: 'period_sold_out', period }], now)
  })
}

/** Order, attempt, reference and key are in the database before anybody hears of them. */
async function storePeriodCharge(deps: Deps, charge: PeriodCharge): Promise<AttemptRow | null> {
  const now = await deps.clock.now()
  return deps.db.transaction().execute(async (tx) => {
    const { sub, row } = await lockSubscription(tx, charge.subscription)
    if (!isStillAskedFor(sub, charge)) return null
    const made = await findOrderOfPeriod(tx, row.id, charge.period)
    const before = made && (await findCharge(tx, made, charge.try))
    if (before) return before
    const wallet = sub.token && (await findSavedMethod(tx, sub.token))
    if (!wallet || wallet.goneAt !== null) {
      const failed = { kind: 'charge_failed', period: charge.period, try: charge.try } as const
      await ensureOrder(tx, deps, row, sub, charge, now)
      await recordSubscriptionIn(tx, deps, row.id, [{ ...failed, final: false }], now)
      return null
    }
    const id = await ensureOrder(tx, deps, row, sub, charge, now)
    // Held from here on: whoever pays by hand at this instant is seen, and is not taken for sold out.
    const { order } = await lockOrder(tx, id)
    if (statusOf(order).status === 'paid') {
      const paid = { kind: 'period_paid', period: charge.period } as const
      await recordSubscriptionIn(tx, deps, row.id, [paid], now)
      return null
    }
    if (await isBeingPaid(tx, order)) {
      // Somebody is paying by hand: that locks this charge out until it is over.
      const due = laterBy(now, LOOK_AGAIN_AFTER)
      await enqueue(tx, [{ name: 'charge_period', payload: { ...charge }, due }])
      return null
    }
    if (!mayPay(order)) return null
    const number = order.attempts.length + 1
    const { shopper } = row
    const about = { order: id, number, shopper, wallet, agreement: 'subscription' } as const
    return storeCharge(tx, deps, { ...about, chargeTry: charge.try }, now)
  })
}

const isStillAskedFor = ({ over, open }: Subscription, { period, try: number }: PeriodCharge) =>
  over === null && open?.period === period && open.tries === number && open.retryAt === null

// Whoever holds the order's link may pay it, and shall not put this charge off for ever by setting out to pay it again
// and again. What is then paid twice goes back.
const WAITS_BY_LINK = 3

async function isBeingPaid(tx: Tx, { id: order, attempts }: Order): Promise<boolean> {
  if (attempts.some(({ rung }) => rung === 'waiting' || rung === 'said_authorised')) return true
  const open = attempts.filter(({ rung }) => rung === 'open')
  if (open.length === 0) return false
  const byLink = await attemptsByLink(tx, order)
  return byLink.length <= WAITS_BY_LINK || open.some(({ id }) => !byLink.includes(id))
}

/** The order of this period, made once. */
async function ensureOrder(
  tx: Tx,
  deps: Deps,
  row: SubscriptionRow,
  sub: Subscription,
  { period }: PeriodCharge,
  now: Instant,
): Promise<OrderId> {
  const known = await findOrderOfPeriod(tx, row.id, period)
  return (
    known ?? insertPeriod(tx, deps, { row, period, price: sub.terms.price, putsAside: true, now })
  )
}

type NewPeriod = {
  readonly row: SubscriptionRow
  readonly period: number
  readonly price: Money
  /** Whether goods are put aside for it; where a saved wallet is charged they are. */
  readonly putsAside: boolean
  readonly now: Instant
}

/** Makes the order of a period, with what the plan delivers now and the address that is known now. */
export async function insertPeriod(
  tx: Tx,
  deps: Deps,
  { row, period, price, putsAside, now }: NewPeriod,
): Promise<OrderId> {
  const plan = await findPlan(tx, row.planId)
  if (!plan) throw new Error(`subscription ${row.id} is to a plan that is not there`)
  const id = orderId(deps.newId())
  const { quantity } = plan.line
  await insertOrder(tx, {
    id,
    number: await freeNumber(tx, deps, now),
    checkoutId: deps.newId(),
    visitor: row.visitor,
    shopper: row.shopper,
    locale: row.locale,
    customer: row.customer,
    amount: price.minor,
    deliveryFee: 0,
    waived: nothingWaived,
    createdAt: new Date(now),
    subscriptionId: row.id,
    period,
    reason: null,
    putsAside,
    lines: [{ ...plan.line, price: price.minor / quantity }],
  })
  return id
}
