import { z } from 'zod'
import { deps } from '@/lib/deps'
import { changeCart, MOST_OF_ONE } from '@/lib/flows/change-cart'
import { visitorCookie, visitorOf } from '@/lib/visitor'
import { forbidden, formFields, localeOf, sameOrigin, seeOther } from '../doors'

const change = z.object({
  variant: z.string().max(100),
  intent: z.enum(['add', 'set']).default('add'),
  // The nearest sensible number: nobody means minus one, a half, or a billion.
  quantity: z.coerce
    .number()
    .catch(1)
    .transform((wanted) => Math.min(MOST_OF_ONE, Math.max(0, Math.trunc(wanted)))),
})

export async function POST(request: Request) {
  if (!sameOrigin(request)) return forbidden()
  const fields = await formFields(request)
  const locale = localeOf(fields ?? {})
  const parsed = change.safeParse(fields)
  if (!parsed.success) return seeOther(`/${locale}/cart?problem=unknown_product`)

  const { variant: variantId, intent, quantity } = parsed.data
  const known = visitorOf(request)
  const cart = known ?? deps().newId()
  const wanted = intent === 'add' ? Math.max(1, quantity) : quantity
  const done = await changeCart(deps(), { cart, variantId, intent, quantity: wanted })
  const cookie = known === null ? { 'Set-Cookie': visitorCookie(cart) } : {}
  return seeOther(`/${locale}/cart${done === 'changed' ? '' : `?problem=${done}`}`, cookie)
}
