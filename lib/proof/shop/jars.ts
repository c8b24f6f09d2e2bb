import type { OrderId } from '@/lib/core/ids'
import { findCart } from '@/lib/db/carts'
import { findOrderRow } from '@/lib/db/orders'
import { changeCart } from '@/lib/flows/cart/change-cart'
import { recordParcel } from '@/lib/flows/order/record-parcel'
import type { TestShop } from './shop'
import { aVisitorWithACart, checkOut, cookieFor } from './shopper'
import { approveInWallet } from './subscriber'

/* Three jars of ₩15,000 on one line, and whoever bought them. */

export type BoughtJars = {
  readonly id: OrderId
  readonly number: string
  readonly visitor: string
}

export async function threePaidJars(shop: TestShop): Promise<BoughtJars> {
  const { deps } = shop
  const input = await aVisitorWithACart(shop)
  const { visitor } = input
  const two = { variantId: 'yuja-preserve', intent: 'add', quantity: 2 } as const
  await changeCart(deps, { cart: visitor, network: '192.0.2.1', ...two })
  const checkoutId = (await findCart(deps.db, visitor))?.checkoutId ?? ''
  const id = await checkOut(shop, { ...input, checkoutId, total: 45_000 })
  await approveInWallet(shop, id)
  return { id, number: (await findOrderRow(deps.db, id))?.number ?? '', visitor }
}

export async function aDeliveredOrder(shop: TestShop): Promise<BoughtJars> {
  const bought = await threePaidJars(shop)
  for (const news of [{ kind: 'sent', tracking: '' }, { kind: 'delivered' }] as const)
    await recordParcel(shop.deps, { kind: 'merchant' }, bought.number, news)
  return bought
}

type Door = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>

/** Sent by the browser that ordered: where it leads to, or the status of a page that says no. */
export async function postedBy(
  shop: TestShop,
  door: Door,
  { id, visitor }: BoughtJars,
  fields: Readonly<Record<string, string>>,
): Promise<string | number> {
  const request = new Request('http://localhost/', {
    method: 'POST',
    body: new URLSearchParams({ locale: 'en', ...fields }),
    headers: { 'sec-fetch-site': 'same-origin', cookie: await cookieFor(visitor) },
  })
  const response = await door(request, { params: Promise.resolve({ order: id }) })
  await shop.settle()
  return response.headers.get('location') ?? response.status
}
