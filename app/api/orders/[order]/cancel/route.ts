import { actLinkIn } from '@/app/api/act-link'
import { takesForm } from '@/app/api/form'
import { mayNotPage, missingPage } from '@/app/api/refusals'
import { seeOther, workAfterwards } from '@/app/api/responses'
import { parseOrderId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { cancelOrder } from '@/lib/flows/order/cancel-order'
import { askerOf } from '@/lib/visitor/asker'

export const POST = takesForm(
  'orders/[order]/cancel',
  ({ params, fields, locale }) => {
    const order = parseOrderId(params.order ?? '')
    return order ? { order, link: actLinkIn(fields) } : missingPage(locale)
  },
  async ({ order, link }, { request, locale }) => {
    const done = await cancelOrder(deps(), await askerOf(request, link), order)
    const page = `/${locale}/orders/${order}`
    switch (done) {
      case null:
        return missingPage(locale)
      case 'may_not':
        return mayNotPage(`${page}/cancel`, locale)
      case 'too_late':
        return seeOther(`${page}?problem=cancel`)
      case 'cancelled':
        workAfterwards()
        return seeOther(page)
    }
  },
)
