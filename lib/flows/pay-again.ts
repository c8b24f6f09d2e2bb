import type { OrderId } from '../core/ids'
import { findOrder } from '../db/orders'
import type { Deps } from './deps'
import { payOrder, type Started } from './start-payment'

type Wish = { readonly number: number; readonly method: string }

/** One more attempt of an order, for the shopper who cancelled, was refused, or wants another method. */
export async function payAgain(deps: Deps, id: OrderId, wish: Wish): Promise<Started | null> {
  if (!(await findOrder(deps.db, id))) return null
  return payOrder(deps, id, { ...wish, contents: `again ${wish.method}`, customer: null })
}
