import { takesForm } from '@/app/api/form'
import { seeOther, workAfterwards } from '@/app/api/responses'
import { deps } from '@/lib/deps'
import { type CartChanged, changeCart } from '@/lib/flows/cart/change-cart'
import { networkOf } from '@/lib/visitor/network'
import { visitorCookie, visitorOf } from '@/lib/visitor/visitor'
import { parseCartForm } from './cart-form'

export const POST = takesForm(
  'cart',
  ({ fields, locale }) =>
    parseCartForm(fields) ?? seeOther(`/${locale}/cart?problem=unknown_product`),
  async (change, { request, locale, cookies }) => {
    const cart = (await visitorOf(request)) ?? deps().newId()
    const network = networkOf(request.headers, deps().trustProxy)
    const done = await changeCart(deps(), { cart, network, ...change })
    cookies.push(await visitorCookie(cart))
    // Where no worker stays, whoever shops keeps the shop working, and its window true.
    if (!deps().hasWorker) workAfterwards()
    return seeOther(`/${locale}/cart${told(done, change.variantId)}`)
  },
)

/** What the cart has to say about the change. Nothing, when it is what was asked for. */
function told(done: CartChanged, variant: string): string {
  if (done.kind === 'unknown_product') return '?problem=unknown_product'
  if (done.kind === 'took' && done.why === 'asked') return ''
  const what = done.kind === 'took' ? done.why : done.kind
  const count = 'count' in done ? String(done.count) : '0'
  return `?${new URLSearchParams({ told: what, variant, count })}`
}
