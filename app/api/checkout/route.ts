import { takesForm } from '@/app/api/form'
import { seeOther, startedAt } from '@/app/api/responses'
import { deviceOf } from '@/lib/core/device'
import { deps } from '@/lib/deps'
import { refillCart } from '@/lib/flows/cart/refill-cart'
import { saveDraft } from '@/lib/flows/cart/save-draft'
import { startPayment } from '@/lib/flows/payment/start-payment'
import { parseCheckoutForm } from '@/lib/views/checkout-form'
import { networkOf } from '@/lib/visitor/network'
import { signedInOf, visitorOf } from '@/lib/visitor/visitor'

export const POST = takesForm(
  'checkout',
  async ({ request, fields, locale }) => {
    const visitor = await visitorOf(request)
    if (visitor === null) return seeOther(`/${locale}/cart?problem=empty_cart`)
    const network = networkOf(request.headers, deps().trustProxy)
    await saveDraft(deps(), { visitor, network }, fields)
    const parsed = parseCheckoutForm(fields)
    if (parsed.kind === 'mistakes') return seeOther(`/${locale}/checkout?problem=fields`)
    if (parsed.kind === 'stale') return seeOther(`/${locale}/checkout?problem=stale`)
    const { form, saves } = parsed
    return { form, saves, visitor, network }
  },
  async ({ form, saves, visitor, network }, { request, locale }) => {
    const shopper = (await signedInOf(request))?.shopper ?? null
    // Only somebody who has an account can have a wallet saved.
    const keep = shopper && saves ? ({ shopper, agreement: 'unscheduled' } as const) : null
    const device = deviceOf(request.headers.get('user-agent'))
    const input = { ...form, visitor, network, shopper, locale, keep, device }
    const started = await startPayment(deps(), input)
    if (started.kind === 'outdated' && started.plan === null)
      await refillCart(deps(), { cart: visitor, network, order: started.order })
    return startedAt(started, locale, `/${locale}/checkout`)
  },
)
