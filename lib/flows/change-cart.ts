import { addToCart, setQuantity } from '../db/carts'
import { findProduct } from '../db/products'
import type { Deps } from './deps'

export type CartChange = {
  readonly cart: string
  readonly productId: string
  readonly intent: 'add' | 'set'
  readonly quantity: number
}

/** Nobody orders more of one thing here without writing to us first. */
export const MOST_OF_ONE = 99

/** Puts something into a cart, or says how much of it shall be there; 0 takes it out. */
export async function changeCart(
  deps: Deps,
  { cart, productId, intent, quantity }: CartChange,
): Promise<'changed' | 'unknown_product'> {
  if (!(await findProduct(deps.db, productId))) return 'unknown_product'
  const change = { cart, productId, at: new Date(await deps.clock.now()) }
  if (intent === 'add') await addToCart(deps.db, change, quantity, deps.newId())
  else await setQuantity(deps.db, change, quantity, deps.newId())
  return 'changed'
}
