import { z } from 'zod'
import { takesForm } from '@/app/api/form'
import { missingPage } from '@/app/api/refusals'
import { seeOther, startedAt } from '@/app/api/responses'
import { deviceOf } from '@/lib/core/device'
import { parseOrderId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { refillCart } from '@/lib/flows/cart/refill-cart'
import { payAgain } from '@/lib/flows/payment/pay-again'
import { attemptNumber, isServed } from '@/lib/views/checkout-form'
import { askerOf } from '@/lib/visitor/asker'
import { networkOf } from '@/lib/visitor/network'
import { visitorCookie, visitorOf } from '@/lib/visitor/visitor'

const again = z.object({
  attempt: attemptNumber,
  method: z.string().refine(isServed),
})

/** "Try again" and "choose another payment method": one more attempt of the same order. */
export const POST = takesForm(
  'orders/[order]/pay',
  ({ params, fields, locale }) => {
    const order = parseOrderId(params.order ?? '')
    if (!order) return missingPage(locale)
    const page = `/${locale}/orders/${order}`
    const parsed = again.safeParse(fields)
    if (!parsed.success) return seeOther(`${page}?problem=method`)
    return { order, page, ...parsed.data }
  },
  async ({ order, page, attempt: number, method }, { request, locale, cookies }) => {
    const device = deviceOf(request.headers.get('user-agent'))
    const choice = { order, number, method, device }
    const started = await payAgain(deps(), await askerOf(request), choice)
    if (started?.kind === 'outdated' && started.plan === null) {
      const cart = (await visitorOf(request)) ?? deps().newId()
      const network = networkOf(request.headers, deps().trustProxy)
      await refillCart(deps(), { cart, network, order })
      cookies.push(await visitorCookie(cart))
    }
    return started === null ? missingPage(locale) : startedAt(started, locale, page)
  },
)
