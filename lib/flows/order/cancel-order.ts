import type { OrderId } from '@/lib/core/ids'
import type { Order, Person } from '@/lib/core/order'
import { findOrder } from '@/lib/db/orders'
import type { Deps } from '../deps'
import { record } from '../record'

/** A person ends the order. Money that has come, or still comes, goes back in full. */
export async function cancelOrder(deps: Deps, id: OrderId, who: Person): Promise<Order | null> {
  if (!(await findOrder(deps.db, id))) return null
  const { order } = await record(deps, id, { kind: 'cancelled_by', who })
  return order
}
