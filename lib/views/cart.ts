import { deliveryFee, missingToFree, type Tariff } from '../core/delivery'
import type { Locale } from '../core/locale'
import { formatMoney, krw, plus, sum, times } from '../core/money'
import { type Cart, type CartLine, findCart } from '../db/carts'
import type { Db } from '../db/connection'
import { findName } from '../db/products'

export type LineView = {
  readonly variantId: string
  readonly slug: string
  readonly name: string
  /** Empty where there was nothing to choose. */
  readonly option: string
  readonly quantity: number
  readonly price: string
  readonly total: string
  /** How many can be had, when that is fewer than are in the cart; else null. */
  readonly onlyLeft: number | null
  /** What it cost when it was put here, when that has changed; else null. */
  readonly priceWas: string | null
}

/** What the last change of the cart has to say: what the cart's door wrote into the address. */
export type Saying = {
  readonly what: (typeof sayings)[number]
  readonly variantId: string
  readonly name: string
  readonly quantity: number
}
export const sayings = ['removed', 'stock', 'most', 'nearest', 'sold_out'] as const

export type CartView = {
  readonly lines: readonly LineView[]
  readonly goods: string
  readonly delivery: string
  readonly free: boolean
  /** How much more makes delivery free; null when it is, or when there is nothing in the cart. */
  readonly missing: string | null
  readonly total: string
  /** In won, for the meter: what there is, and what makes delivery free. */
  readonly meter: { readonly value: number; readonly max: number }
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
  const fee = deliveryFee(goods, '', tariff)
  const missing = missingToFree(goods, tariff)
  const lines = linesOf(cart, locale)
  return {
    lines,
    goods: formatMoney(goods),
    delivery: formatMoney(fee),
    free: fee.minor === 0,
    missing: goods.minor > 0 && missing.minor > 0 && fee.minor > 0 ? formatMoney(missing) : null,
    total: formatMoney(plus(goods, fee)),
    meter: { value: Math.min(goods.minor, tariff.freeFrom), max: tariff.freeFrom },
    canBeHad: lines.every(({ onlyLeft }) => onlyLeft === null),
  }
}

/** The sentence that an address asks for, about something that really is on sale; else null. */
export async function sayingOf(
  db: Db,
  locale: Locale,
  asked: { readonly said: string; readonly variant: string; readonly quantity: string },
): Promise<Saying | null> {
  const what = sayings.find((known) => known === asked.said)
  const row = what && (await findName(db, asked.variant.slice(0, 100).replaceAll('\0', '')))
  if (!what || !row) return null
  const parts = locale === 'ko' ? [row.nameKo, row.optionKo] : [row.nameEn, row.optionEn]
  const quantity = /^\d{1,2}$/.test(asked.quantity) ? Number(asked.quantity) : 1
  return { what, variantId: asked.variant, name: parts.filter(Boolean).join(', '), quantity }
}

/** What the lines cost, without delivery. */
export const goodsOf = (cart: Cart | null) =>
  sum((cart?.lines ?? []).map((line) => times(krw(line.price), line.quantity)))

export const linesOf = (cart: Cart | null, locale: Locale): LineView[] =>
  (cart?.lines ?? []).map((line) => lineOf(line, locale))

const lineOf = (line: CartLine, locale: Locale): LineView => ({
  variantId: line.variantId,
  slug: line.slug,
  name: locale === 'ko' ? line.nameKo : line.nameEn,
  option: locale === 'ko' ? line.optionKo : line.optionEn,
  quantity: line.quantity,
  price: formatMoney(krw(line.price)),
  total: formatMoney(times(krw(line.price), line.quantity)),
  onlyLeft: line.stock < line.quantity ? line.stock : null,
  priceWas: line.price === line.seenPrice ? null : formatMoney(krw(line.seenPrice)),
})
