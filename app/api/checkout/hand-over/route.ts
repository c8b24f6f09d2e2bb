import { takesForm } from '@/app/api/form'
import { seeOther } from '@/app/api/responses'
import type { Locale } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import { handOver } from '@/lib/flows/cart/hand-over'
import { saveDraft } from '@/lib/flows/cart/save-draft'
import { networkOf } from '@/lib/visitor/network'
import { visitorOf } from '@/lib/visitor/visitor'

/** The checkout form as it is by now, to be gone on with in another browser: leads to the page with the link. */
export const POST = takesForm(
  'checkout/hand-over',
  async ({ request, fields, locale }) => {
    const visitor = await visitorOf(request)
    if (visitor === null) return emptyCart(locale)
    const network = networkOf(request.headers, deps().trustProxy)
    await saveDraft(deps(), { visitor, network }, fields)
    return { visitor }
  },
  async ({ visitor }, { locale }) => {
    const secret = await handOver(deps(), visitor)
    return secret ? seeOther(`/${locale}/checkout/go-on?link=${secret}`) : emptyCart(locale)
  },
)

const emptyCart = (locale: Locale) => seeOther(`/${locale}/cart?problem=empty_cart`)
