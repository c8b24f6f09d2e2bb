import type { Instant } from '../../core/ids'
import { type OrderStatus, statusOf } from '../../core/order'
import { findCart } from '../../db/carts'
import type { Db } from '../../db/connection'
import { findOrder, findOrderOfCheckout } from '../../db/orders'
import { findHandOver } from '../../db/people/hand-overs'

/**
 * What a link to a checkout that was handed over leads to. `own`: it is opened where it was made. `gone`: used, too old,
 * or never made. `ordered`: what it was made for is ordered since.
 */
export type HandOverView =
  | { readonly kind: 'own' | 'gone' | 'ordered' | 'empty' }
  /** `replaces`: something is in this browser's own cart, and would leave it. */
  | { readonly kind: 'open'; readonly replaces: boolean }

/** Looks and changes nothing: a messenger's robot may look too. */
export async function handOverView(
  db: Db,
  secret: string | null,
  { visitor, now }: { readonly visitor: string | null; readonly now: Instant },
): Promise<HandOverView> {
  const link = secret === null ? null : await findHandOver(db, secret, new Date(now))
  if (!link) return { kind: 'gone' }
  if (await isOrdered(db, link.checkoutId)) return { kind: 'ordered' }
  const cart = await findCart(db, link.cartId)
  if (!cart || cart.lines.length === 0) return { kind: 'empty' }
  if (link.cartId === visitor) return { kind: 'own' }
  const here = visitor === null ? null : await findCart(db, visitor)
  return { kind: 'open', replaces: (here?.lines.length ?? 0) > 0 }
}

/** Money has come for it, or may be on its way. */
const isOver = (status: OrderStatus['status']) =>
  status === 'confirming' || status === 'paid' || status === 'refunded'

async function isOrdered(db: Db, checkoutId: string): Promise<boolean> {
  const id = await findOrderOfCheckout(db, checkoutId)
  const order = id && (await findOrder(db, id))
  return order !== null && isOver(statusOf(order).status)
}
