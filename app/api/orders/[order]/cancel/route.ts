import { parseOrderId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { cancelOrder } from '@/lib/flows/order/cancel-order'
import {
  forbidden,
  formFields,
  localeOf,
  missingPage,
  sameOrigin,
  seeOther,
  workAfterwards,
} from '../../../responses'

type Context = { params: Promise<{ order: string }> }

export async function POST(request: Request, { params }: Context) {
  if (!sameOrigin(request)) return forbidden()
  const order = parseOrderId((await params).order)
  const after = order && (await cancelOrder(deps(), order, 'shopper'))
  if (!after) return missingPage()
  workAfterwards()
  const problem = after.cancelledBy === null ? '?problem=cancel' : ''
  return seeOther(`/${localeOf((await formFields(request)) ?? {})}/orders/${order}${problem}`)
}
