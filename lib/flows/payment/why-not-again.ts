import { costOf } from '@/lib/core/delivery'
import { HOUR, type Instant, laterBy, type OrderId } from '@/lib/core/ids'
import { countAttempts } from '@/lib/db/attempts'
import type { Tx } from '@/lib/db/connection'
import { atTodaysPrices } from '@/lib/db/goods/products'
import { isInStock } from '@/lib/db/goods/stock'
import { findOrderRow, type LockedOrder } from '@/lib/db/orders'
import type { Deps } from '../deps'

export type NotAgain =
  /** Its goods or their way cost something else by now. `isOpen`: at the wallet it can still be paid as it was. */
  | { kind: 'outdated'; order: OrderId; isOpen: boolean }
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
  if (!(await isOutdated(tx, deps, locked, now))) return null
  if (!(await isInStock(tx, order))) return { kind: 'sold_out' }
  return { kind: 'outdated', order, isOpen: attempts.some(({ rung }) => rung === 'open') }
}

// Tries of one order in an hour, which are read whenever it is; nobody means as many. Those by its link are counted
// apart: whoever it was forwarded to may pay, and takes no try from whoever ordered.
const BY_OWNER = 30
const BY_LINK = 10

// From when it was placed, and not from the newest attempt: whoever tried every day would keep its price for ever.
const KEEPS_ITS_PRICE_FOR = 24 * HOUR

/**
 * Does it cost something else by now, goods or way, and is it too old to be had as it was? A period of a subscription
 * and a charge for a reason have prices that were agreed.
 */
async function isOutdated(
  tx: Tx,
  { shop }: Deps,
  { order, placedAt }: LockedOrder,
  now: Instant,
): Promise<boolean> {
  if (now - placedAt <= KEEPS_ITS_PRICE_FOR) return false
  const row = await findOrderRow(tx, order.id)
  if (!row || row.subscriptionId !== null || row.reason !== null) return false
  const lines = await atTodaysPrices(tx, row.lines)
  const { fee } = costOf(lines, row.customer.postcode, shop.tariff)
  return (
    fee.minor !== row.deliveryFee || lines.some(({ price }, at) => price !== row.lines[at]?.price)
  )
}
