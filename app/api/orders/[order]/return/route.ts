import { takesForm } from '@/app/api/form'
import { missingPage } from '@/app/api/refusals'
import { seeOther, workAfterwards } from '@/app/api/responses'
import { parseOrderId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { openClaim } from '@/lib/flows/order/open-claim'

const LONGEST_REASON = 500

export const POST = takesForm(
  'orders/[order]/return',
  ({ params, fields }) => {
    const order = parseOrderId(params.order ?? '')
    const reason = (fields.reason ?? '').trim().slice(0, LONGEST_REASON)
    return order ? { order, reason } : missingPage()
  },
  async ({ order, reason }, { locale }) => {
    const asked = await openClaim(deps(), order, reason)
    if (!asked) return missingPage()
    workAfterwards()
    const problem = asked === 'asked' ? '' : '?problem=return'
    return seeOther(`/${locale}/orders/${order}${problem}`)
  },
)
