import { deps } from '@/lib/deps'
import { saveDraft } from '@/lib/flows/cart/save-draft'
import { startPayment } from '@/lib/flows/payment/start-payment'
import { parseCheckoutForm } from '@/lib/views/checkout-form'
import { signedInOf, visitorOf } from '@/lib/visitor/visitor'
import { tooOften } from '../limits'
import { forbidden, formFields, localeOf, sameOrigin, seeOther, startedAt } from '../responses'

export async function POST(request: Request) {
  if (!sameOrigin(request)) return forbidden()
  const fields = (await formFields(request)) ?? {}
  const locale = localeOf(fields)
  const checkoutPage = `/${locale}/checkout`
  const visitor = visitorOf(request)
  if (visitor === null) return seeOther(`/${locale}/cart?problem=empty_cart`)

  await saveDraft(deps(), visitor, fields)
  const parsed = parseCheckoutForm(fields)
  if (parsed.kind === 'mistakes') return seeOther(`${checkoutPage}?problem=fields`)
  if (parsed.kind === 'stale') return seeOther(`${checkoutPage}?problem=stale`)

  const refused = await tooOften(request, 'checkout', visitor, locale)
  if (refused) return refused
  const shopper = (await signedInOf(request))?.shopper ?? null
  // Only somebody who has an account can have a wallet saved.
  const keep = shopper && parsed.saves ? ({ shopper, agreement: 'unscheduled' } as const) : null
  const wish = { ...parsed.form, visitor, shopper, locale, keep }
  const started = await startPayment(deps(), wish)
  return startedAt(started, locale, checkoutPage)
}
