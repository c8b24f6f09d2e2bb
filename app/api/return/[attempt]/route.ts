import { deps } from '@/lib/deps'
import { finishPayment } from '@/lib/flows/payment/finish-payment'
import { readFields } from '../../body'
import { missingPage } from '../../refusals'
import { seeOther, workAfterwards } from '../../responses'
import { routeLimits } from '../../route-limits'
import { redirectResultIn, redirectResultOf } from './redirect-result'

type Context = { params: Promise<{ attempt: string }> }

export async function GET(request: Request, { params }: Context) {
  return comeBack((await params).attempt, redirectResultIn(new URL(request.url).search))
}

/** Some methods come back by POST. It comes from another site, so no cookie comes with it. */
export async function POST(request: Request, { params }: Context) {
  const fields = await readFields(request, routeLimits['return/[attempt]'].bytes)
  const posted = redirectResultOf(fields ?? {})
  return comeBack((await params).attempt, posted ?? redirectResultIn(new URL(request.url).search))
}

async function comeBack(token: string, redirectResult: string | null): Promise<Response> {
  const back = await finishPayment(deps(), token, redirectResult)
  if (back.kind === 'unknown_attempt') return missingPage()
  workAfterwards()
  const { locale, order, number } = back
  return seeOther(`/${locale}/orders/${order}/result?attempt=${number}`, {
    // The address holds the redirectResult: it goes nowhere from here.
    'Referrer-Policy': 'no-referrer',
  })
}
