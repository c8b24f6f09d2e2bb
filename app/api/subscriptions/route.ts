import { takesForm } from '@/app/api/form'
import { missingPage } from '@/app/api/refusals'
import { seeOther, startedAt } from '@/app/api/responses'
import { deviceOf } from '@/lib/core/device'
import { deps } from '@/lib/deps'
import { saveDraft } from '@/lib/flows/cart/save-draft'
import { subscribe } from '@/lib/flows/subscription/subscribe'
import { parseSubscribeForm } from '@/lib/views/subscribe-form'
import { networkOf } from '@/lib/visitor/network'
import { signedInOf, visitorCookie, visitorOf } from '@/lib/visitor/visitor'

/** Begins a subscription. Whoever is not signed in is asked to first, and then finds the form as it was. */
export const POST = takesForm(
  'subscriptions',
  async ({ request, fields, locale, cookies }) => {
    const known = await visitorOf(request)
    const visitor = known ?? deps().newId()
    if (!known) cookies.push(await visitorCookie(visitor))
    const network = networkOf(request.headers, deps().trustProxy)
    await saveDraft(deps(), { visitor, network }, fields)
    const parsed = parseSubscribeForm(fields)
    if (parsed.kind === 'stale') return missingPage(locale)
    const page = `/${locale}/subscriptions/new/${parsed.plan}`
    const who = await signedInOf(request)
    if (!who) return seeOther(`/${locale}/account?${new URLSearchParams({ next: page })}`)
    if (parsed.kind === 'mistakes') return seeOther(`${page}?problem=fields`)
    const { shopper } = who
    const device = deviceOf(request.headers.get('user-agent'))
    return { input: { ...parsed.form, shopper, visitor, network, locale, device }, page }
  },
  async ({ input, page }, { locale }) => {
    const started = await subscribe(deps(), input)
    switch (started.kind) {
      case 'unknown_plan':
        return missingPage(locale)
      case 'already':
        return seeOther(`/${locale}/subscriptions/${started.subscription}`)
      case 'sold_out':
        return seeOther(`${page}?problem=sold_out`)
      default:
        return startedAt(started, locale, page)
    }
  },
)
