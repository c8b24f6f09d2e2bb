import { actLinkIn } from '@/app/api/act-link'
import { takesForm } from '@/app/api/form'
import { missingPage } from '@/app/api/refusals'
import { afterActOnGoods } from '@/app/api/told-of-goods'
import { grounds, remedies } from '@/lib/core/goods/goods'
import { firstLetters } from '@/lib/core/graphemes'
import { claimId, parseOrderId, parseWishId } from '@/lib/core/ids'
import { piecesInFields } from '@/lib/core/typed/pieces'
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
    const asked = { ...readClaim(fields), words }
    return order ? { order, asked, link: actLinkIn(fields) } : missingPage(locale)
  },
  async ({ order, asked, link }, { request, locale }) => {
    const claim = asked.claim ?? claimId(deps().newId())
    const told = await openClaim(deps(), await askerOf(request, link), order, { ...asked, claim })
    const page = `/${locale}/orders/${order}`
    return afterActOnGoods(told, { page, act: 'return', problem: 'return', locale })
  },
)

/** What a form says of it: a page of before says nothing, and means all there is. */
function readClaim(fields: Readonly<Record<string, string>>) {
  const wish = parseWishId(fields.claim ?? '')
  return {
    claim: wish && claimId(wish),
    pieces: piecesInFields(fields),
    ground: grounds.find((each) => each === fields.ground) ?? ('not_said' as const),
    remedy: remedies.find((each) => each === fields.remedy) ?? ('money' as const),
  }
}
