import type { Locale } from '../core/locale'
import { formatMoney, krw, sum, times } from '../core/money'
import { type Cart, findCart } from '../db/carts'
import type { Db } from '../db/connection'

export type LineView = {
  readonly productId: string
  readonly slug: string
  readonly name: string
  readonly picture: string
  readonly quantity: number
  readonly price: string
  readonly total: string
  /** How many can be had, when that is fewer than are in the cart; else null. */
  readonly onlyLeft: number | null
}

export type CartView = { readonly lines: readonly LineView[]; readonly total: string }

/** The visitor's cart at today's prices; without lines when there is none. */
export async function cartView(db: Db, visitor: string | null, locale: Locale): Promise<CartView> {
  const cart = visitor ? await findCart(db, visitor) : null
  return { lines: linesOf(cart, locale), total: formatMoney(totalOf(cart)) }
}

export const totalOf = (cart: Cart | null) =>
  sum((cart?.lines ?? []).map((line) => times(krw(line.price), line.quantity)))

export const linesOf = (cart: Cart | null, locale: Locale): LineView[] =>
  (cart?.lines ?? []).map((line) => ({
    productId: line.productId,
    slug: line.slug,
    name: locale === 'ko' ? line.nameKo : line.nameEn,
    picture: line.picture,
    quantity: line.quantity,
    price: formatMoney(krw(line.price)),
    total: formatMoney(times(krw(line.price), line.quantity)),
    onlyLeft: line.stock < line.quantity ? line.stock : null,
  }))
