import { parseOrderId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { openClaim } from '@/lib/flows/order/open-claim'
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

const LONGEST_REASON = 500

export async function POST(request: Request, { params }: Context) {
  if (!sameOrigin(request)) return forbidden()
  const order = parseOrderId((await params).order)
  const fields = (await formFields(request)) ?? {}
  const reason = (fields.reason ?? '').trim().slice(0, LONGEST_REASON)
  const asked = order && (await openClaim(deps(), order, reason))
  if (!asked) return missingPage()
  workAfterwards()
  const problem = asked === 'asked' ? '' : '?problem=return'
  return seeOther(`/${localeOf(fields)}/orders/${order}${problem}`)
}
