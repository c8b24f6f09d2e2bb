import { takesForm } from '@/app/api/form'
import { mayMail } from '@/app/api/limits'
import { seeOther, workAfterwards } from '@/app/api/responses'
import { firstLetters } from '@/lib/core/graphemes'
import { deps } from '@/lib/deps'
import { findOrderByMail } from '@/lib/flows/order/find-order'
import { findDraftCookie } from '@/lib/visitor/find-draft'
import { askedIn } from './asked'

const LONGEST_KEPT = 200

/** The answer is the same whether there is such an order or not, and is out before anybody looks. */
export const POST = takesForm(
  'orders/find',
  ({ fields, locale, cookies }) => {
    const asked = askedIn(fields)
    if (asked) return asked
    const typed = (name: string) => firstLetters(fields[name] ?? '', LONGEST_KEPT)
    cookies.push(findDraftCookie({ number: typed('number'), email: typed('email') }))
    return seeOther(`/${locale}/orders/find?problem=fields`)
  },
  async ({ number, email }, { request, locale, cookies }) => {
    const mayBeMailed = mayMail('order_link', { request, email })
    workAfterwards(() => findOrderByMail(deps(), { number, email }, mayBeMailed))
    cookies.push(findDraftCookie(null))
    return seeOther(`/${locale}/orders/find?sent=1`)
  },
)
