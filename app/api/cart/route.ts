import { z } from 'zod'
import { deps } from '@/lib/deps'
import { type CartChanged, changeCart } from '@/lib/flows/cart/change-cart'
import { visitorCookie, visitorOf } from '@/lib/visitor/visitor'
import { forbidden, formFields, localeOf, sameOrigin, seeOther } from '../responses'

const change = z.object({
  variant: z.string().max(100),
  intent: z.enum(['add', 'set']).catch('add'),
  // Whatever was typed: the flow makes it sensible, and says so.
  quantity: z.string().default('1').transform(numberIn),
  seen: z.coerce.number().int().min(1).max(1_000_000_000).nullable().catch(null),
})

export async function POST(request: Request) {
  if (!sameOrigin(request)) return forbidden()
  const fields = await formFields(request)
  const page = `/${localeOf(fields ?? {})}/cart`
  const parsed = change.safeParse(fields)
  if (!parsed.success) return seeOther(`${page}?problem=unknown_product`)

  const { variant: variantId, intent, quantity, seen } = parsed.data
  const known = visitorOf(request)
  const cart = known ?? deps().newId()
  const done = await changeCart(deps(), { cart, variantId, intent, quantity, seen })
  return seeOther(page + told(done, variantId), {
    'Set-Cookie': visitorCookie(cart, deps().shop.baseUrl),
  })
}

/** The number in what somebody typed, also as an input method for Korean types it; null for none. */
function numberIn(typed: string): number | null {
  const text = typed.normalize('NFKC').replaceAll(',', '').trim()
  const number = text === '' ? Number.NaN : Number(text)
  return Number.isFinite(number) ? number : null
}

/** What the cart has to say about the change. Nothing, when it is what was asked for. */
function told(done: CartChanged, variant: string): string {
  if (done.kind === 'unknown_product') return '?problem=unknown_product'
  if (done.kind === 'took' && done.why === 'asked') return ''
  const what = done.kind === 'took' ? done.why : done.kind
  const count = 'count' in done ? String(done.count) : '0'
  return `?${new URLSearchParams({ told: what, variant, count })}`
}
