import { laterBy, MINUTE } from '@/lib/core/ids'
import { findCart } from '@/lib/db/carts'
import { storeHandOver } from '@/lib/db/people/hand-overs'
import type { Deps } from '../deps'

// Long enough to find one's way into another browser, and to paste an address there.
const WORKS_FOR = 10 * MINUTE

/**
 * Makes the secret of a link by which one other browser can go on with this cart and its form; null for an empty cart.
 * Nothing changes here until it is taken.
 */
export async function handOver(deps: Deps, visitor: string): Promise<string | null> {
  const cart = await findCart(deps.db, visitor)
  if (!cart || cart.lines.length === 0) return null
  const { id: cartId, checkoutId } = cart
  const secret = deps.newId()
  const expiresAt = new Date(laterBy(await deps.clock.now(), WORKS_FOR))
  await storeHandOver(deps.db, secret, { cartId, checkoutId, expiresAt })
  return secret
}
