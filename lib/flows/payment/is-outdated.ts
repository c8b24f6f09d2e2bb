import { costOf } from '@/lib/core/delivery'
import { HOUR, type Instant } from '@/lib/core/ids'
import type { Tx } from '@/lib/db/connection'
import { atTodaysPrices } from '@/lib/db/goods/products'
import { findOrderRow, type LockedOrder } from '@/lib/db/orders'
import type { Deps } from '../deps'

// From when it was placed, and not from the newest attempt: whoever tried every day would keep its price for ever.
const KEEPS_ITS_PRICE_FOR = 24 * HOUR

/**
 * Does it cost something else by now, goods or way, and is it too old to be had as it was? A period of a subscription
 * and a charge for a reason have prices that were agreed.
 */
export async function isOutdated(
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
