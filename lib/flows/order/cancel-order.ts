import type { Asker } from '@/lib/core/asker'
import { cancelActOf } from '@/lib/core/desk/act-of'
import type { OrderId } from '@/lib/core/ids'
import { mayCancel } from '@/lib/core/order'
import { findOrder, lockOrder } from '@/lib/db/orders'
import { actorOn, logOrderAct } from '../act/for-the-shop'
import { isOlderPage, momentOf } from '../act/older-page'
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
  why = '',
): Promise<'cancelled' | 'too_late' | 'may_not' | 'changed' | null> {
  if (!(await findOrder(deps.db, id))) return null
  const now = await deps.clock.now()
  return deps.db.transaction().execute(async (tx) => {
    const locked = await lockOrder(tx, id)
    const { order } = locked
    // What is done already needs nobody's leave: a second press reads what the first one did.
    if (order.cancelledBy !== null) return 'cancelled'
    const who = asker.kind === 'browser' ? 'shopper' : 'merchant'
    if (isOlderPage(asker, locked)) return 'changed'
    if (!mayCancel(order, who)) return 'too_late'
    const shop = cancelActOf(order)
    const about = { owner: { kind: 'cancel', order: id }, shop } as const
    const actor = await actorOn(tx, deps, asker, about, now)
    if (actor === null) return 'may_not'
    const { events } = await recordIn(tx, deps, id, { kind: 'cancelled_by', who }, now)
    await logOrderAct(tx, actor, id, { act: shop, why }, momentOf(events, now))
    return 'cancelled'
  })
}
