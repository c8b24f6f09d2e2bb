import { mayAct } from '@/lib/core/asker'
import { deps } from '@/lib/deps'
import { finishPayment } from '@/lib/flows/payment/finish-payment'
import { askerOf } from '@/lib/visitor/asker'
import { cameBackCookie } from '@/lib/visitor/came-back'
import { readFields } from '../../body'
import { missingPage, readerOf } from '../../refusals'
import { seeOther, workAfterwards } from '../../responses'
import { routeLimits } from '../../route-limits'
import { redirectResultIn, redirectResultOf } from './redirect-result'

type Context = { params: Promise<{ attempt: string }> }

export async function GET(request: Request, { params }: Context) {
  const redirectResult = redirectResultIn(new URL(request.url).search)
  return comeBack(request, (await params).attempt, redirectResult)
}

/** Some methods come back by POST. It comes from another site, so no cookie comes with it. */
export async function POST(request: Request, { params }: Context) {
  const fields = await readFields(request, routeLimits['return/[attempt]'])
  const posted = redirectResultOf(fields ?? {})
  const redirectResult = posted ?? redirectResultIn(new URL(request.url).search)
  return comeBack(request, (await params).attempt, redirectResult)
}

async function comeBack(
  request: Request,
  token: string,
  redirectResult: string | null,
): Promise<Response> {
  const back = await finishPayment(deps(), token, redirectResult)
  if (back.kind === 'unknown_attempt') return missingPage(readerOf(request))
  workAfterwards()
  const { locale, order, number, owner } = back
  const isNews = owner !== null && !mayAct(await askerOf(request), owner)
  return seeOther(`/${locale}/orders/${order}/result?attempt=${number}`, {
    // The address holds the redirectResult: it goes nowhere from here.
    'Referrer-Policy': 'no-referrer',
    ...(isNews ? { 'Set-Cookie': await cameBackCookie(request, order) } : {}),
  })
}
