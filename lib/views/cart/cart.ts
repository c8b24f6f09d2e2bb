import { deliveryFee, missingToFree, type Tariff, worthSent } from '../../core/delivery'
import type { Locale } from '../../core/locale'
import { formatMoney, krw, plus, sum, times } from '../../core/money'
import { mostInOneOrder } from '../../core/quantity'
import { type Cart, type CartLine, findCart } from '../../db/carts'
import type { Db } from '../../db/connection'
import { findOrder, findOrderOfCheckout } from '../../db/orders'

export type LineView = {
  readonly variantId: string
  readonly slug: string
  readonly name: string
  /** Empty where there was nothing to choose. */
  readonly option: string
  /** Name and option in one, for whoever hears a button without its line. */
  readonly spoken: string
  readonly quantity: number
  /** How many can be had at most. */
  readonly most: number
  readonly price: string
  /** Today's price in won: what a shopper accepts who accepts it. */
  readonly priceMinor: number
  readonly total: string
  /** How many can be had, when that is fewer than are in the cart; else null. */
  readonly onlyLeft: number | null
  /** What it cost when it was put here, when that has changed; else null. */
  readonly priceWas: string | null
}

export type CartView = {
  readonly lines: readonly LineView[]
  readonly goods: string
  readonly delivery: string
  readonly free: boolean
  /** How much more makes delivery free; null when it is, or when there is nothing in the cart. */
  readonly missing: string | null
  /** How far it is to free delivery, in percent. */
  readonly share: number
  readonly total: string
  /** False while a line asks for more than there is. */
  readonly canBeHad: boolean
}

/** The visitor's cart at today's prices, delivered to the mainland; without lines when there is none. */
export async function cartView(
  db: Db,
  tariff: Tariff,
  visitor: string | null,
  locale: Locale,
): Promise<CartView> {
  const cart = visitor ? await findCart(db, visitor) : null
  const goods = goodsOf(cart)
  const sent = worthSent(cart?.lines ?? [])
  const fee = deliveryFee(sent, '', tariff)
  const missing = missingToFree(sent, tariff)
  const lines = linesOf(cart, locale, await isHeld(db, cart))
  return {
    lines,
    goods: formatMoney(goods),
    delivery: formatMoney(fee),
    free: fee.minor === 0,
    missing: sent.minor > 0 && missing.minor > 0 && fee.minor > 0 ? formatMoney(missing) : null,
    share: Math.min(100, Math.floor((100 * sent.minor) / Math.max(1, tariff.freeFrom))),
    total: formatMoney(plus(goods, fee)),
    canBeHad: lines.every(({ onlyLeft }) => onlyLeft === null),
  }
}

/** What the lines cost, without delivery. */
export const goodsOf = (cart: Cart | null) =>
  sum((cart?.lines ?? []).map((line) => times(krw(line.price), line.quantity)))

/** The order that this cart has become already holds its goods: nobody else took them. */
export async function isHeld(db: Db, cart: Cart | null): Promise<boolean> {
  const known = cart && (await findOrderOfCheckout(db, cart.checkoutId))
  const order = known && (await findOrder(db, known))
  return order?.stockHeld ?? false
}

export const linesOf = (cart: Cart | null, locale: Locale, held: boolean): LineView[] =>
  (cart?.lines ?? []).map((line) => lineOf(line, locale, held))

function lineOf(line: CartLine, locale: Locale, held: boolean): LineView {
  const name = locale === 'ko' ? line.nameKo : line.nameEn
  const option = locale === 'ko' ? line.optionKo : line.optionEn
  return {
    variantId: line.variantId,
    slug: line.slug,
    name,
    option,
    spoken: option === '' ? name : `${name}, ${option}`,
    quantity: line.quantity,
    most: mostInOneOrder(line.stock),
    price: formatMoney(krw(line.price)),
    priceMinor: line.price,
    total: formatMoney(times(krw(line.price), line.quantity)),
    onlyLeft:
      !held && mostInOneOrder(line.stock) < line.quantity ? mostInOneOrder(line.stock) : null,
    priceWas: line.price === line.seenPrice ? null : formatMoney(krw(line.seenPrice)),
  }
}
