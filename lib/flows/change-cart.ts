import { lineQuantity, lockOrMakeCart, putLine } from '../db/carts'
import { findVariant } from '../db/products'
import type { Deps } from './deps'

export type CartChange = {
  readonly cart: string
  readonly variantId: string
  readonly intent: 'add' | 'set'
  readonly quantity: number
}

/** `before` and `quantity`: what was and is in the cart; `short` says why it is less than was asked for. */
export type CartChanged =
  | { kind: 'changed'; before: number; quantity: number; short: 'stock' | 'most' | null }
  | { kind: 'sold_out' }
  | { kind: 'unknown_product' }

/** Nobody orders more of one thing here without writing to us first. */
export const MOST_OF_ONE = 99

/** Puts something into a cart, or says how much of it shall be there; 0 takes it out. */
export async function changeCart(deps: Deps, change: CartChange): Promise<CartChanged> {
  const variant = await findVariant(deps.db, change.variantId)
  if (!variant) return { kind: 'unknown_product' }
  const at = new Date(await deps.clock.now())
  return deps.db.transaction().execute(async (tx) => {
    await lockOrMakeCart(tx, change.cart, deps.newId(), at)
    const before = await lineQuantity(tx, change.cart, variant.id)
    const wanted = change.intent === 'add' ? before + change.quantity : change.quantity
    if (wanted > 0 && variant.stock === 0) return { kind: 'sold_out' }
    const quantity = Math.min(wanted, variant.stock, MOST_OF_ONE)
    await putLine(tx, { ...change, quantity, seenPrice: variant.price })
    if (quantity === wanted) return { kind: 'changed', before, quantity, short: null }
    const short = quantity === MOST_OF_ONE ? 'most' : 'stock'
    return { kind: 'changed', before, quantity, short }
  })
}
