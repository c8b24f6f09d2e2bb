import { takesForm } from '@/app/api/form'
import { seeOther } from '@/app/api/responses'
import { deps } from '@/lib/deps'
import { addToDraft } from '@/lib/flows/cart/save-draft'
import { networkOf } from '@/lib/visitor/network'
import { visitorCookie, visitorOf } from '@/lib/visitor/visitor'
import { addressFormOf } from './form'

/**
 * The step between a form and its search for an address, for who has no JavaScript: what was typed into either page is
 * kept, and what was chosen goes into the form's fields.
 */
export const POST = takesForm(
  'checkout/address',
  async ({ request, fields, locale, cookies }) => {
    const form = addressFormOf(fields)
    const known = await visitorOf(request)
    // Who subscribes needs no cart, and may have none yet.
    if (known === null && form.page === '/checkout')
      return seeOther(`/${locale}/cart?problem=empty_cart`)
    const visitor = known ?? deps().newId()
    if (known === null) cookies.push(await visitorCookie(visitor))
    return { visitor, form }
  },
  async ({ visitor, form }, { request, fields, locale }) => {
    const network = networkOf(request.headers, deps().trustProxy)
    await addToDraft(deps(), { visitor, network }, fields)
    if (fields.chosen === 'yes') return seeOther(`/${locale}${form.filled}`)
    // The form's own button comes without: then there is nothing to complain about yet.
    const isAsked = 'addressKeyword' in fields
    const query = new URLSearchParams({ ...form.named, ...(isAsked && { asked: '1' }) })
    return seeOther(`/${locale}/checkout/address${query.size > 0 ? `?${query}` : ''}`)
  },
)
