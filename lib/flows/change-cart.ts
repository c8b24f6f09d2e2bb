import { addToCart, setQuantity } from '../db/carts'
import { findVariant } from '../db/products'
import type { Deps } from './deps'

export type CartChange = {
  readonly cart: string
  readonly variantId: string
  readonly intent: 'add' | 'set'
  readonly quantity: number
}

/** Nobody orders more of one thing here without writing to us first. */
export const MOST_OF_ONE = 99

/** Puts something into a cart, or says how much of it shall be there; 0 takes it out. */
export async function changeCart(
  deps: Deps,
  { cart, variantId, intent, quantity }: CartChange,
): Promise<'changed' | 'unknown_product'> {
  const variant = await findVariant(deps.db, variantId)
  if (!variant) return 'unknown_product'
  const change = { cart, variantId, price: variant.price, at: new Date(await deps.clock.now()) }
  if (intent === 'add') await addToCart(deps.db, change, quantity, deps.newId())
  else await setQuantity(deps.db, change, quantity, deps.newId())
  return 'changed'
}
