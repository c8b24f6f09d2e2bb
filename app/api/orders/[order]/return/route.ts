import { actLinkIn } from '@/app/api/act-link'
import { takesForm } from '@/app/api/form'
import { mayNotPage, missingPage } from '@/app/api/refusals'
import { seeOther, workAfterwards } from '@/app/api/responses'
import { firstLetters } from '@/lib/core/graphemes'
import { claimId, parseOrderId } from '@/lib/core/ids'
import { asLines } from '@/lib/core/typed/text'
import { deps } from '@/lib/deps'
import { openClaim } from '@/lib/flows/order/open-claim'
import { askerOf } from '@/lib/visitor/asker'

const LONGEST_REASON = 500

export const POST = takesForm(
  'orders/[order]/return',
  ({ params, fields, locale }) => {
    const order = parseOrderId(params.order ?? '')
    const words = firstLetters(asLines(fields.reason ?? ''), LONGEST_REASON)
    return order ? { order, words, link: actLinkIn(fields) } : missingPage(locale)
  },
  async ({ order, words, link }, { request, locale }) => {
    const claim = claimId(deps().newId())
    const asked = { claim, pieces: null, ground: 'not_said', remedy: 'money', words } as const
    const told = await openClaim(deps(), await askerOf(request, link), order, asked)
    const page = `/${locale}/orders/${order}`
    switch (told) {
      case null:
        return missingPage(locale)
      case 'may_not':
        return mayNotPage(`${page}/return`, locale)
      case 'done':
        workAfterwards()
        return seeOther(page)
      case 'known':
        return seeOther(page)
      default:
        return seeOther(`${page}?problem=return`)
    }
  },
)
