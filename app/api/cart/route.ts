import { z } from 'zod'
import { deps } from '@/lib/deps'
import { type CartChanged, changeCart, MOST_OF_ONE } from '@/lib/flows/change-cart'
import { visitorCookie, visitorOf } from '@/lib/visitor'
import { forbidden, formFields, localeOf, sameOrigin, seeOther } from '../doors'

const change = z.object({
  variant: z.string().max(100),
  intent: z.enum(['add', 'set']).default('add'),
  quantity: z.string().max(100).default('1'),
  /** A button beside the field: one more or one less than what the field says. */
  step: z.enum(['1', '-1']).optional(),
})

export async function POST(request: Request) {
  if (!sameOrigin(request)) return forbidden()
  const fields = await formFields(request)
  const locale = localeOf(fields ?? {})
  const parsed = change.safeParse(fields)
  const cartPage = `/${locale}/cart`
  if (!parsed.success) return seeOther(`${cartPage}?problem=unknown_product`)

  const { variant: variantId, intent, quantity: typed, step } = parsed.data
  const known = visitorOf(request)
  const cart = known ?? deps().newId()
  const { quantity, asTyped } = readQuantity(typed, intent, Number(step ?? 0))
  const done = await changeCart(deps(), { cart, variantId, intent, quantity })
  const cookie = known === null ? { 'Set-Cookie': visitorCookie(cart) } : {}
  return seeOther(`${cartPage}${saying(done, variantId, { typed, asTyped })}`, cookie)
}

type Read = { readonly quantity: number; readonly asTyped: boolean }

/** The nearest sensible number: nobody means minus one, a half, or a word. 0 takes out, where there is something. */
function readQuantity(typed: string, intent: 'add' | 'set', step: number): Read {
  const least = intent === 'add' ? 1 : 0
  const number = Number(typed.trim() === '' ? Number.NaN : typed)
  const whole = Number.isFinite(number) ? Math.trunc(number) : number > 0 ? MOST_OF_ONE : 1
  const positive = whole < 0 || Number.isNaN(whole) ? 1 : whole
  const quantity = Math.max(least, Math.min(positive, 1_000_000) + step)
  return { quantity, asTyped: quantity === number + step }
}

type Typed = { readonly typed: string; readonly asTyped: boolean }

/** What the cart page has to say about the change, in its address. */
function saying(done: CartChanged, variant: string, { typed, asTyped }: Typed): string {
  if (done.kind !== 'changed') return `?${new URLSearchParams({ problem: done.kind, variant })}`
  const { before, quantity, short } = done
  const about = { variant, quantity: String(quantity) }
  if (short !== null) return `?${new URLSearchParams({ said: short, ...about })}`
  if (quantity === 0)
    return `?${new URLSearchParams({ said: 'removed', variant, quantity: String(before) })}`
  return asTyped || typed === '' ? '' : `?${new URLSearchParams({ said: 'nearest', ...about })}`
}
