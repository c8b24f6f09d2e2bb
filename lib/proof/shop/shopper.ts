import type { BrowserAsker } from '@/lib/core/asker'
import type { OrderId } from '@/lib/core/ids'
import { findCart } from '@/lib/db/carts'
import { findOrderRow } from '@/lib/db/orders'
import { changeCart } from '@/lib/flows/cart/change-cart'
import type { Deps } from '@/lib/flows/deps'
import { cancelOrder } from '@/lib/flows/order/cancel-order'
import { type PaymentInput, startPayment } from '@/lib/flows/payment/start-payment'
import { visitorCookie } from '@/lib/visitor/visitor'
import type { TestShop } from './shop'

const customer = {
  name: '김노랑',
  email: 'norang@example.com',
  phone: '+821012345678',
  postcode: '04524',
  address: '서울특별시 중구 세종대로 110',
  addressDetail: '1층',
  deliveryNote: '',
}

/** Somebody with one jar in the cart, and what the checkout form would ask for. */
export async function aVisitorWithACart({ deps }: TestShop): Promise<PaymentInput> {
  const visitor = deps.newId()
  const jar = { variantId: 'yuja-preserve', intent: 'add', quantity: 1 } as const
  await changeCart(deps, { cart: visitor, network: '192.0.2.1', ...jar })
  const checkoutId = (await findCart(deps.db, visitor))?.checkoutId ?? ''
  const about = { checkoutId, number: 1, method: 'kakaopay', total: 15000 }
  const asked = { network: '192.0.2.1' }
  return { ...about, ...asked, visitor, shopper: null, customer, locale: 'ko', keep: null }
}

/** Somebody who can show nothing but what is given here. */
export const askerWith = (shown: Partial<BrowserAsker> = {}): BrowserAsker => ({
  kind: 'browser',
  visitor: null,
  shopper: null,
  cameBackFor: [],
  link: null,
  ...shown,
})

/** The shopper who placed an order cancels it, in the same browser. */
export async function cancelOwnOrder(deps: Deps, id: OrderId) {
  const visitor = (await findOrderRow(deps.db, id))?.visitor ?? null
  return cancelOrder(deps, askerWith({ visitor }), id)
}

/** What a visitor's browser sends along, as a `Cookie` header. */
export const cookieFor = async (visitor: string): Promise<string> =>
  (await visitorCookie(visitor)).split(';')[0] ?? ''

/** Pays until the redirect; the order. */
export async function checkOut({ deps }: TestShop, input: PaymentInput): Promise<OrderId> {
  const started = await startPayment(deps, input)
  if (started.kind !== 'redirect') throw new Error(`not a redirect but ${started.kind}`)
  return started.order
}
