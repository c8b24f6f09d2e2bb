import type { Adyen } from '../adyen/client'
import { deliveryFee, type Region, regionOf, type Tariff, worthSent } from '../core/delivery'
import type { ShopperId } from '../core/ids'
import type { Locale } from '../core/locale'
import { formatMoney, plus } from '../core/money'
import { parsePostcode } from '../core/typed/postcode'
import { draftOf, findCart } from '../db/carts'
import type { Db } from '../db/connection'
import { findOrder, findOrderOfCheckout } from '../db/orders'
import { lastTyped } from '../db/people/shoppers'
import { goodsOf, isHeld, type LineView, linesOf } from './cart/cart'
import { type Mistakes, mistakesIn } from './checkout-form'
import { type MethodView, methodView, offeredMethods } from './methods'
import { readableEmail } from './readable-email'

export type CheckoutView = {
  /** Hidden fields of the form: which order to be, which attempt, and the amount that is shown. */
  readonly checkout: string
  readonly attempt: number
  readonly total: number
  readonly totalText: string
  /** Without delivery, in won and as text. */
  readonly goods: number
  readonly goodsText: string
  /** What those of the goods cost that have to be sent. */
  readonly sent: number
  /** For the postcode in the draft; the mainland until one is known. */
  readonly delivery: { readonly minor: number; readonly text: string; readonly region: Region }
  /** So that the page can say the fee as soon as a postcode is typed. */
  readonly tariff: Tariff
  readonly lines: readonly LineView[]
  readonly methods: readonly MethodView[]
  /** Somebody with an account can have the wallet saved. */
  readonly maySave: boolean
  /** What was typed before, by field name. */
  readonly draft: Readonly<Record<string, string>>
  readonly mistakes: Mistakes
}

type Asked = {
  readonly locale: Locale
  readonly showMistakes: boolean
  /** Whoever is signed in: they type nothing again that the shop knows of them. */
  readonly signedIn?: { readonly shopper: ShopperId; readonly email: string } | null
}

type Needs = {
  readonly db: Db
  readonly adyen: Adyen
  readonly shop: { readonly tariff: Tariff }
}

/** The checkout page of a visitor's cart, or why there is none. */
export async function checkoutView(
  { db, adyen, shop }: Needs,
  visitor: string | null,
  { locale, showMistakes, signedIn = null }: Asked,
): Promise<CheckoutView | 'empty_cart' | 'sold_out' | 'elsewhere'> {
  const cart = visitor ? await findCart(db, visitor) : null
  if (!visitor || !cart || cart.lines.length === 0) return 'empty_cart'
  if (cart.isElsewhere) return 'elsewhere'
  // What cannot be had is said in the cart, where it can be mended.
  const lines = linesOf(cart, locale, await isHeld(db, cart))
  if (lines.some(({ onlyLeft }) => onlyLeft !== null)) return 'sold_out'
  const known = await findOrderOfCheckout(db, cart.checkoutId)
  const order = known ? await findOrder(db, known) : null
  const typed = draftOf(cart)
  const draft = signedIn === null ? typed : { ...(await knownOf(db, signedIn, typed)), ...typed }
  const postcode = parsePostcode(draft.postcode ?? '') ?? ''
  const goods = goodsOf(cart)
  const sent = worthSent(cart.lines)
  const fee = deliveryFee(sent, postcode, shop.tariff)
  const total = plus(goods, fee)
  const offered = await offeredMethods(adyen, total, locale)
  return {
    checkout: cart.checkoutId,
    attempt: (order?.attempts.length ?? 0) + 1,
    total: total.minor,
    totalText: formatMoney(total),
    goods: goods.minor,
    goodsText: formatMoney(goods),
    sent: sent.minor,
    delivery: { minor: fee.minor, text: formatMoney(fee), region: regionOf(postcode) },
    tariff: shop.tariff,
    lines,
    methods: offered.map((method) => methodView(method, locale)),
    maySave: signedIn !== null && offered.some(({ saves }) => saves.includes('unscheduled')),
    draft,
    mistakes: showMistakes ? mistakesIn(draft) : {},
  }
}

/** What the shop knows of somebody before they type; nobody looks for what is typed already. */
async function knownOf(
  db: Db,
  { shopper, email }: { readonly shopper: ShopperId; readonly email: string },
  typed: Readonly<Record<string, string>>,
) {
  const last = typed.address === undefined ? await lastTyped(db, shopper) : null
  return { ...last, email: readableEmail(email) }
}

/** What a visitor typed into the checkout, field by field. */
export const draftView = async (
  db: Db,
  visitor: string,
): Promise<Readonly<Record<string, string>>> => draftOf(await findCart(db, visitor))
