import type { OrderId } from '@/lib/core/ids'
import { type Order, statusOf } from '@/lib/core/order'
import type { SubscriptionFact } from '@/lib/core/subscription'
import { type AttemptRow, findLastCharge } from '@/lib/db/attempts'
import { findOrder, findOrderRow } from '@/lib/db/orders'
import type { Deps } from '../deps'
import { recordSubscriptionIn } from './record-subscription'

/**
 * The job that an order of a subscription owes whenever its status changes: tells the subscription what
 * became of the period. It looks at the order as it is by then, so it can be done late, twice, or in any order.
 */
export async function recordPeriodOutcome(deps: Deps, id: OrderId): Promise<void> {
  const now = await deps.clock.now()
  await deps.db.transaction().execute(async (tx) => {
    const [row, order] = [await findOrderRow(tx, id), await findOrder(tx, id)]
    if (!row || !order || row.subscriptionId === null || row.period === null) return
    const fact = outcomeOfPeriod(order, row.period, await findLastCharge(tx, id))
    if (fact) await recordSubscriptionIn(tx, deps, row.subscriptionId, [fact], now)
  })
}

function outcomeOfPeriod(
  order: Order,
  period: number,
  charge: AttemptRow | null,
): SubscriptionFact | null {
  if (order.cancelledBy) return { kind: 'order_cancelled', period, who: order.cancelledBy }
  const { status } = statusOf(order)
  // All of it was given back, by whatever road: it is as if the shop had cancelled it.
  if (status === 'refunded') return { kind: 'order_cancelled', period, who: 'merchant' }
  if (status === 'paid') return { kind: 'period_paid', period }
  // Paid by hand or by nobody: only what we charged ourselves can have been refused to us.
  if (status !== 'cancelled' || charge?.chargeTry == null) return null
  return { kind: 'charge_failed', period, try: charge.chargeTry, final: charge.refusalFinal }
}
