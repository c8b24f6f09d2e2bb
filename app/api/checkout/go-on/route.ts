import { takesForm } from '@/app/api/form'
import { handOverLinkIn } from '@/app/api/hand-over-link'
import { seeOther } from '@/app/api/responses'
import { deps } from '@/lib/deps'
import { takeOver } from '@/lib/flows/cart/take-over'
import { networkOf } from '@/lib/visitor/network'
import { visitorCookie, visitorOf } from '@/lib/visitor/visitor'

/** Goes on here with a checkout that another browser has handed over; its link is used up. */
export const POST = takesForm(
  'checkout/go-on',
  ({ fields, locale }) => {
    const secret = handOverLinkIn(fields)
    return secret ? { secret } : seeOther(`/${locale}/checkout/go-on`)
  },
  async ({ secret }, { request, locale, cookies }) => {
    const visitor = (await visitorOf(request)) ?? deps().newId()
    const network = networkOf(request.headers, deps().trustProxy)
    const taken = await takeOver(deps(), { secret, visitor, network })
    if (taken === 'own') return seeOther(`/${locale}/checkout`)
    // There it says why.
    if (taken !== 'taken') return seeOther(`/${locale}/checkout/go-on?link=${secret}`)
    cookies.push(await visitorCookie(visitor))
    return seeOther(`/${locale}/checkout?told=taken`)
  },
)
