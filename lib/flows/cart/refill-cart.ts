import type { OrderId } from '@/lib/core/ids'
import { findCart, renewCheckout } from '@/lib/db/carts'
import { findOrderRow } from '@/lib/db/orders'
import type { Deps } from '../deps'
import { changeCart } from './change-cart'

type Refill = {
  readonly cart: string
  /** Where it is asked for from. */
  readonly network: string
  readonly order: OrderId
}

/** Puts into a cart what an order holds and the cart does not, to be bought as another order at today's prices. */
export async function refillCart(deps: Deps, { cart, network, order }: Refill): Promise<void> {
  const row = await findOrderRow(deps.db, order)
  const found = await findCart(deps.db, cart)
  // Only of this very cart: who asks may hold no more than the order's link.
  if (row && row.checkoutId === found?.checkoutId)
    await renewCheckout(deps.db, row.checkoutId, deps.newId())
  for (const { variantId, quantity, price: seen } of row?.lines ?? []) {
    const there = found?.lines.find((line) => line.variantId === variantId)?.quantity ?? 0
    if (there < quantity)
      await changeCart(deps, { cart, network, variantId, intent: 'set', quantity, seen })
  }
}
