import type { OrderId } from '@/lib/core/ids'
import { findOrder, noteReturn } from '@/lib/db/orders'
import type { Deps } from '../deps'
import { recordIn } from '../record'

/**
 * The shopper wants to give goods back, within seven days of delivery. `too_late` also when nothing
 * was delivered yet; null for an order that does not exist.
 */
export async function openClaim(
  deps: Deps,
  id: OrderId,
  reason: string,
): Promise<'asked' | 'too_late' | null> {
  if (!(await findOrder(deps.db, id))) return null
  const now = await deps.clock.now()
  return deps.db.transaction().execute(async (tx) => {
    const { order, events } = await recordIn(tx, deps, id, { kind: 'claim_opened' }, now)
    if (events.length > 0) await noteReturn(tx, id, reason)
    return order.parcel === 'claimed' ? 'asked' : 'too_late'
  })
}
