import { takesForm } from '@/app/api/form'
import { seeOther } from '@/app/api/responses'
import { readKeyword } from '@/lib/core/typed/address-keyword'
import { deps } from '@/lib/deps'
import { addToDraft } from '@/lib/flows/cart/save-draft'
import { networkOf } from '@/lib/visitor/network'
import { visitorOf } from '@/lib/visitor/visitor'

/**
 * The step between the checkout and its search for an address, for who has no JavaScript: what was typed into either
 * page is kept, and what was chosen goes into the checkout's fields.
 */
export const POST = takesForm(
  'checkout/address',
  async ({ request, locale }) => {
    const visitor = await visitorOf(request)
    return visitor === null ? seeOther(`/${locale}/cart?problem=empty_cart`) : { visitor }
  },
  async ({ visitor }, { request, fields, locale }) => {
    const network = networkOf(request.headers, deps().trustProxy)
    await addToDraft(deps(), { visitor, network }, fields)
    const page = `/${locale}/checkout`
    if (fields.chosen === 'yes') return seeOther(`${page}#addressDetail`)
    // The checkout's own button comes without: then there is nothing to complain about yet.
    const read = readKeyword(fields.addressKeyword ?? '')
    const isAsked = read.kind === 'keyword' || fields.addressKeyword !== undefined
    return seeOther(isAsked ? `${page}/address?asked=1` : `${page}/address`)
  },
)
