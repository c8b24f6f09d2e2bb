import type { Asker } from '@/lib/core/asker'
import type { OrderId } from '@/lib/core/ids'
import { mayCancel } from '@/lib/core/order'
import { findOrder, lockOrder } from '@/lib/db/orders'
import { mayActOn } from '../act/may-act-on'
import type { Deps } from '../deps'
import { recordIn } from '../record'

/**
 * A person ends the order. Money that has come, or still comes, goes back in full. `too_late`: it is on its way, or
 * over. Null for an order that does not exist.
 */
export async function cancelOrder(
  deps: Deps,
  asker: Asker,
  id: OrderId,
): Promise<'cancelled' | 'too_late' | 'may_not' | null> {
  if (!(await findOrder(deps.db, id))) return null
  const now = await deps.clock.now()
  return deps.db.transaction().execute(async (tx) => {
    const { order } = await lockOrder(tx, id)
    // What is done already needs nobody's leave: a second press reads what the first one did.
    if (order.cancelledBy !== null) return 'cancelled'
    const who = asker.kind === 'browser' ? 'shopper' : 'merchant'
    if (!mayCancel(order, who)) return 'too_late'
    if (!(await mayActOn(tx, asker, { kind: 'cancel', order: id }, now))) return 'may_not'
    await recordIn(tx, deps, id, { kind: 'cancelled_by', who }, now)
    return 'cancelled'
  })
}
