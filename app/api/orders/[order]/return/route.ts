import { actLinkIn } from '@/app/api/act-link'
import { takesForm } from '@/app/api/form'
import { mayNotPage, missingPage } from '@/app/api/refusals'
import { seeOther, workAfterwards } from '@/app/api/responses'
import { firstLetters } from '@/lib/core/graphemes'
import { parseOrderId } from '@/lib/core/ids'
import { asLines } from '@/lib/core/typed/text'
import { deps } from '@/lib/deps'
import { openClaim } from '@/lib/flows/order/open-claim'
import { askerOf } from '@/lib/visitor/asker'

const LONGEST_REASON = 500

export const POST = takesForm(
  'orders/[order]/return',
  ({ params, fields, locale }) => {
    const order = parseOrderId(params.order ?? '')
    const reason = firstLetters(asLines(fields.reason ?? ''), LONGEST_REASON)
    return order ? { claim: { order, reason }, link: actLinkIn(fields) } : missingPage(locale)
  },
  async ({ claim, link }, { request, locale }) => {
    const asked = await openClaim(deps(), await askerOf(request, link), claim)
    const page = `/${locale}/orders/${claim.order}`
    switch (asked) {
      case null:
        return missingPage(locale)
      case 'may_not':
        return mayNotPage(`${page}/return`, locale)
      case 'too_late':
        return seeOther(`${page}?problem=return`)
      case 'asked':
        workAfterwards()
        return seeOther(page)
    }
  },
)
