import { MOST_OF_ONE, mostInOneOrder } from '@/lib/core/quantity'
import { lockCart, setLine } from '@/lib/db/carts'
import { findVariant } from '@/lib/db/goods/products'
import type { Deps } from '../deps'
import { freshCart } from './fresh-cart'

export type CartChange = {
  readonly cart: string
  /** Where it is changed from. */
  readonly network: string
  readonly variantId: string
  readonly intent: 'add' | 'set'
  /** As it was asked for, sensible or not; null when it was no number. */
  readonly quantity: number | null
  /** The price that the shopper has read and accepts; null leaves what was accepted before. */
  readonly seen?: number | null
}

/** `why` says what the shopper has to be told when it is not what was asked for. */
export type CartChanged =
  | {
      readonly kind: 'took'
      readonly count: number
      readonly why: 'asked' | 'most' | 'left' | 'whole'
    }
  | { readonly kind: 'removed'; readonly count: number }
  /** It was no number, so nothing was changed. */
  | { readonly kind: 'kept'; readonly count: number }
  | { readonly kind: 'gone' | 'unknown_product' }

/**
 * Puts something into a cart, or says how much of it shall be there; 0 takes it out. What cannot be
 * had becomes the nearest that can.
 */
export async function changeCart(deps: Deps, change: CartChange): Promise<CartChanged> {
  const { cart, network, variantId, intent, seen = null } = change
  const variant = await findVariant(deps.db, variantId)
  if (!variant) return { kind: 'unknown_product' }
  const fresh = await freshCart(deps, network, await deps.clock.now())
  return deps.db.transaction().execute(async (tx) => {
    const found = await lockCart(tx, cart)
    const line = found?.lines.find((each) => each.variantId === variantId)
    const before = line?.quantity ?? 0
    const changed = settle(change, before, variant.stock)
    if (changed.kind !== 'took' && changed.kind !== 'removed') return changed

    const quantity = changed.kind === 'removed' ? 0 : changed.count
    // Whoever puts something in has just read its price; whoever counts it may not have.
    const known = intent === 'add' ? null : (line?.seenPrice ?? null)
    const seenPrice = seen ?? known ?? variant.price
    // The same cart again is no other order.
    if (quantity === before && seenPrice === (line?.seenPrice ?? seenPrice)) return changed
    await setLine(tx, { cart, variantId, quantity, seenPrice }, fresh)
    return changed
  })
}

/** The nearest sensible number: nobody means minus one, a half, or a billion. */
function settle({ intent, quantity }: CartChange, before: number, stock: number): CartChanged {
  if (intent === 'set' && quantity === 0) return { kind: 'removed', count: before }
  if (quantity === null && before > 0 && intent === 'set') return { kind: 'kept', count: before }
  if (stock === 0) return { kind: 'gone' }
  const whole = Math.max(1, Math.trunc(quantity ?? 1))
  const wanted = intent === 'add' ? before + whole : whole
  const count = Math.min(wanted, mostInOneOrder(stock))
  if (count < wanted) return { kind: 'took', count, why: stock < MOST_OF_ONE ? 'left' : 'most' }
  return { kind: 'took', count, why: whole === quantity ? 'asked' : 'whole' }
}
