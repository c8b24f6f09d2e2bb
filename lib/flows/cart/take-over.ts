import type { Instant } from '@/lib/core/ids'
import { findCart, giveCart, lockCarts } from '@/lib/db/carts'
import type { Tx } from '@/lib/db/connection'
import { findOrderOfCheckout, lockOrder } from '@/lib/db/orders'
import { findHandOver, spendHandOver } from '@/lib/db/people/hand-overs'
import { giveOrder } from '@/lib/db/people/visitors'
import type { Deps } from '../deps'
import { freshCart } from './fresh-cart'

type Taking = {
  readonly secret: string
  /** Who takes it. */
  readonly visitor: string
  /** Where it is taken from. */
  readonly network: string
}

/** `own`: it never left this browser. `gone`: used, too old, or never made. `empty`: there is nothing in it any more. */
export type TakenOver = 'taken' | 'own' | 'gone' | 'empty'

/**
 * A browser goes on with what another one has handed over: the cart, the form as typed, and the order that was begun
 * with it, as long as nobody paid. What is left behind is a cart of the same things, as another order.
 */
export async function takeOver(deps: Deps, taking: Taking): Promise<TakenOver> {
  const now = await deps.clock.now()
  for (;;) {
    const taken = await deps.db.transaction().execute((tx) => takeIn(tx, deps, taking, now))
    if (taken !== 'changed_meanwhile') return taken
  }
}

async function takeIn(
  tx: Tx,
  deps: Deps,
  { secret, visitor, network }: Taking,
  now: Instant,
): Promise<TakenOver | 'changed_meanwhile'> {
  const link = await findHandOver(tx, secret, new Date(now))
  if (!link) return 'gone'
  if (link.cartId === visitor) return 'own'
  // The order first, as everybody who records: two that wait for each other would never end.
  const seen = await findCart(tx, link.cartId)
  const begun = seen && (await findOrderOfCheckout(tx, seen.checkoutId))
  if (begun) await lockOrder(tx, begun)
  await lockCarts(tx, [link.cartId, visitor])
  const cart = await findCart(tx, link.cartId)
  if (!cart || cart.lines.length === 0) return 'empty'
  const isAsSeen =
    cart.checkoutId === seen?.checkoutId &&
    (await findOrderOfCheckout(tx, cart.checkoutId)) === begun
  if (!isAsSeen) return 'changed_meanwhile'

  const fresh = await freshCart(deps, network, now)
  const spent = { left: fresh.checkoutId, now: new Date(now) }
  if (!(await spendHandOver(tx, secret, spent))) return 'gone'
  await giveCart(tx, cart, visitor, fresh)
  if (begun) await giveOrder(tx, begun, { from: cart.id, to: visitor })
  return 'taken'
}
