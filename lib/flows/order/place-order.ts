import { seesAll } from '@/lib/core/asker'
import { costOf, type Tariff } from '@/lib/core/delivery'
import { type OrderId, orderId, type ShopperId } from '@/lib/core/ids'
import type { Money } from '@/lib/core/money'
import { mostInOneOrder } from '@/lib/core/quantity'
import { lockCart } from '@/lib/db/carts'
import { type Customer, findOrderOfCheckout, insertOrder } from '@/lib/db/orders'
import { findOwner } from '@/lib/db/people/owners'
import { claimAside, noteOrderer } from '@/lib/db/unpaid-orders'
import type { Deps } from '../deps'
import { freeNumber } from './free-number'

/** What is ordered, and by whom. `total` is the amount that the shopper saw, in won. */
export type OrderInput = {
  readonly checkoutId: string
  readonly customer: Customer
  readonly total: number
  readonly visitor: string
  /** Whose order it will be; null for a guest. */
  readonly shopper: ShopperId | null
  readonly locale: string
  /** Where it is asked for from, as a limit counts it. */
  readonly network: string
}

/** Why there is no order: what the form says is not what is there now, so nothing was done. */
export type NotPlaced = {
  readonly kind: 'changed' | 'delivery' | 'sold_out' | 'empty_cart'
}

/** Makes the order out of the cart, once: whoever comes second finds the first one's. */
export async function placeOrder(deps: Deps, input: OrderInput): Promise<OrderId | NotPlaced> {
  const now = await deps.clock.now()
  const { tariff } = deps.shop
  return deps.db.transaction().execute(async (tx) => {
    const cart = await lockCart(tx, input.visitor)
    const known = await findOrderOfCheckout(tx, input.checkoutId)
    const owner = known && (await findOwner(tx, { kind: 'cancel', order: known }))
    // Somebody else's is as if it were not there: what names a form names nobody.
    if (known && owner && seesAll(input, owner)) return known
    if (!cart || cart.lines.length === 0) return { kind: 'empty_cart' }
    const { goods, fee, waived, total } = costOf(cart.lines, input.customer.postcode, tariff)
    if (cart.checkoutId !== input.checkoutId) return { kind: 'changed' }
    // Right for another place: only the postcode differs from what the button said.
    if (total.minor !== input.total)
      return { kind: isFeeOnly(goods, input, tariff) ? 'delivery' : 'changed' }
    if (cart.lines.some((line) => line.quantity > mostInOneOrder(line.stock)))
      return { kind: 'sold_out' }

    const caps = deps.unpaidCaps
    const putsAside = caps === null || (await claimAside(tx, caps, input, now))

    const id = orderId(deps.newId())
    const { checkoutId, visitor, shopper, locale, customer } = input
    const number = await freeNumber(tx, deps, now)
    const row = { id, number, checkoutId, visitor, shopper, locale, customer, lines: cart.lines }
    const cost = { amount: total.minor, deliveryFee: fee.minor, waived }
    const once = { subscriptionId: null, period: null, reason: null }
    await insertOrder(tx, { ...row, ...cost, ...once, putsAside, createdAt: new Date(now) })
    if (caps) await noteOrderer(tx, caps, { ...input, order: id }, now)
    return id
  })
}

function isFeeOnly(goods: Money, { total }: OrderInput, tariff: Tariff): boolean {
  const { fee, freeFrom, jejuSurcharge, islandSurcharge } = tariff
  const usual = goods.minor >= freeFrom ? 0 : fee
  return [0, jejuSurcharge, islandSurcharge].some(
    (surcharge) => goods.minor + usual + surcharge === total,
  )
}
