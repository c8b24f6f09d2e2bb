import { isDeepStrictEqual } from 'node:util'
import { costOf, type Tariff } from '@/lib/core/delivery'
import { HOUR, type Instant, laterBy, type OrderId, type SubscriptionId } from '@/lib/core/ids'
import { countAttempts } from '@/lib/db/attempts'
import type { Tx } from '@/lib/db/connection'
import { findPlanFor } from '@/lib/db/goods/plans'
import { atTodaysPrices } from '@/lib/db/goods/products'
import { isInStock } from '@/lib/db/goods/stock'
import { findOrderRow, type LockedOrder, type OrderRow } from '@/lib/db/orders'
import { findSubscriptionRow } from '@/lib/db/subscriptions'
import type { Deps } from '../deps'

export type NotAgain =
  /**
   * Its goods or their way cost something else by now, or its plan does. `isOpen`: at the wallet it can still be paid as
   * it was. `plan`: what its subscription is begun anew with; null: it is no part of one.
   */
  | { kind: 'outdated'; order: OrderId; isOpen: boolean; plan: string | null }
  /** It was tried too often in an hour. */
  | { kind: 'often'; order: OrderId }
  | { kind: 'sold_out' }

/** Why an order that may be paid is not tried once more as it stands; null when it is. */
export async function whyNotAgain(
  tx: Tx,
  deps: Deps,
  locked: LockedOrder,
  { byOwner, now }: { readonly byOwner: boolean; readonly now: Instant },
): Promise<NotAgain | null> {
  const { id: order, attempts } = locked.order
  const most = byOwner ? BY_OWNER : BY_LINK
  const anHourAgo = new Date(laterBy(now, -HOUR))
  // Most are tried less often than that in all, and cost no question.
  if (attempts.length >= most && (await countAttempts(tx, order, byOwner, anHourAgo)) >= most)
    return { kind: 'often', order }
  const outdated = await whatIsOutdated(tx, deps, locked, now)
  if (outdated === null) return null
  if (!(await isInStock(tx, order))) return { kind: 'sold_out' }
  const isOpen = attempts.some(({ rung }) => rung === 'open')
  return { kind: 'outdated', order, isOpen, plan: outdated.plan }
}

// Tries of one order in an hour, which are read whenever it is; nobody means as many. Those by its link are counted
// apart: whoever it was forwarded to may pay, and takes no try from whoever ordered.
const BY_OWNER = 30
const BY_LINK = 10

// From when it was placed, and not from the newest attempt: whoever tried every day would keep its price for ever.
const KEEPS_ITS_PRICE_FOR = 24 * HOUR

type Outdated = { readonly plan: string | null }

/**
 * Does it cost something else by now, goods or way, and is it too old to be had as it was? A later period of a
 * subscription and a charge for a reason have prices that were agreed; the first period agrees to them when it is paid.
 */
async function whatIsOutdated(
  tx: Tx,
  { shop }: Deps,
  { order, placedAt }: LockedOrder,
  now: Instant,
): Promise<Outdated | null> {
  if (now - placedAt <= KEEPS_ITS_PRICE_FOR) return null
  const row = await findOrderRow(tx, order.id)
  if (!row || row.reason !== null) return null
  if (row.subscriptionId !== null)
    return row.period === 1 ? outdatedPlan(tx, row.subscriptionId) : null
  return (await isOtherPrice(tx, shop.tariff, row)) ? { plan: null } : null
}

/** Terms count that every period has, and not its first price alone. */
async function outdatedPlan(tx: Tx, id: SubscriptionId): Promise<Outdated | null> {
  const begun = await findSubscriptionRow(tx, id)
  if (!begun) return null
  const today = await findPlanFor(tx, begun.shopper, begun.planId)
  return isDeepStrictEqual(today?.terms, begun.terms) ? null : { plan: begun.planId }
}

async function isOtherPrice(tx: Tx, tariff: Tariff, row: OrderRow): Promise<boolean> {
  const lines = await atTodaysPrices(tx, row.lines)
  const { fee } = costOf(lines, row.customer.postcode, tariff)
  return (
    fee.minor !== row.deliveryFee || lines.some(({ price }, at) => price !== row.lines[at]?.price)
  )
}
