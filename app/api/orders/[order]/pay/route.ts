import { z } from 'zod'
import { parseOrderId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { payAgain } from '@/lib/flows/payment/pay-again'
import { isServed } from '@/lib/views/checkout-form'
import { signedInOf } from '@/lib/visitor/visitor'
import { tooOften } from '../../../limits'
import {
  forbidden,
  formFields,
  localeOf,
  missingPage,
  sameOrigin,
  seeOther,
  startedAt,
} from '../../../responses'

type Context = { params: Promise<{ order: string }> }

const again = z.object({
  attempt: z.coerce.number().int().min(1).max(999),
  method: z.string().refine(isServed),
})

/** "Try again" and "choose another payment method": one more attempt of the same order. */
export async function POST(request: Request, { params }: Context) {
  if (!sameOrigin(request)) return forbidden()
  const order = parseOrderId((await params).order)
  if (!order) return missingPage()
  const fields = (await formFields(request)) ?? {}
  const locale = localeOf(fields)
  const parsed = again.safeParse(fields)
  const page = `/${locale}/orders/${order}`
  if (!parsed.success) return seeOther(`${page}?problem=method`)

  const refused = await tooOften(request, 'checkout', order, locale)
  if (refused) return refused
  const { attempt: number, method } = parsed.data
  const shopper = (await signedInOf(request))?.shopper ?? null
  const started = await payAgain(deps(), order, { number, method }, shopper)
  return started === null ? missingPage() : startedAt(started, locale, page)
}
