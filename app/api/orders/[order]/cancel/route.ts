import { parseOrderId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { cancelOrder } from '@/lib/flows/cancel-order'
import {
  forbidden,
  formFields,
  localeOf,
  missingPage,
  sameOrigin,
  seeOther,
  workAfterwards,
} from '../../../doors'

type Context = { params: Promise<{ order: string }> }

export async function POST(request: Request, { params }: Context) {
  if (!sameOrigin(request)) return forbidden()
  const order = parseOrderId((await params).order)
  if (!order || !(await cancelOrder(deps(), order, 'shopper'))) return missingPage()
  workAfterwards()
  return seeOther(`/${localeOf((await formFields(request)) ?? {})}/orders/${order}`)
}
