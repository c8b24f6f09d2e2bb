import { takesForm } from '@/app/api/form'
import { missingPage } from '@/app/api/refusals'
import { seeOther, workAfterwards } from '@/app/api/responses'
import { parseOrderId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { cancelOrder } from '@/lib/flows/order/cancel-order'

export const POST = takesForm(
  'orders/[order]/cancel',
  ({ params }) => {
    const order = parseOrderId(params.order ?? '')
    return order ? { order } : missingPage()
  },
  async ({ order }, { locale }) => {
    const after = await cancelOrder(deps(), order, 'shopper')
    if (!after) return missingPage()
    workAfterwards()
    const problem = after.cancelledBy === null ? '?problem=cancel' : ''
    return seeOther(`/${locale}/orders/${order}${problem}`)
  },
)
