import { deps } from '@/lib/deps'
import { saveDraft } from '@/lib/flows/cart/save-draft'
import { subscribe } from '@/lib/flows/subscription/subscribe'
import { parseSubscribeForm } from '@/lib/views/subscribe-form'
import { signedInOf, visitorCookie, visitorOf } from '@/lib/visitor/visitor'
import { tooOften } from '../limits'
import {
  forbidden,
  formFields,
  localeOf,
  missingPage,
  sameOrigin,
  seeOther,
  startedAt,
} from '../responses'

/** Begins a subscription. Whoever is not signed in is asked to first, and then finds the form as it was. */
export async function POST(request: Request) {
  if (!sameOrigin(request)) return forbidden()
  const fields = (await formFields(request)) ?? {}
  const locale = localeOf(fields)
  const known = visitorOf(request)
  const visitor = known ?? deps().newId()
  await saveDraft(deps(), visitor, fields)
  const cookie = known ? [] : [visitorCookie(visitor, deps().shop.baseUrl)]
  const answer = await begin(request, fields, { visitor, locale })
  for (const each of cookie) answer.headers.append('Set-Cookie', each)
  return answer
}

type Asker = { readonly visitor: string; readonly locale: ReturnType<typeof localeOf> }

async function begin(
  request: Request,
  fields: Readonly<Record<string, string>>,
  { visitor, locale }: Asker,
): Promise<Response> {
  const parsed = parseSubscribeForm(fields)
  if (parsed.kind === 'stale') return missingPage()
  const form = `/${locale}/subscriptions/new/${parsed.plan}`
  const who = await signedInOf(request)
  if (!who) return seeOther(`/${locale}/account?${new URLSearchParams({ next: form })}`)
  if (parsed.kind === 'mistakes') return seeOther(`${form}?problem=fields`)

  const { shopper } = who
  const refused = await tooOften(request, 'checkout', shopper, locale)
  if (refused) return refused
  const started = await subscribe(deps(), { ...parsed.form, shopper, visitor, locale })
  switch (started.kind) {
    case 'unknown_plan':
      return missingPage()
    case 'already':
      return seeOther(`/${locale}/subscriptions/${started.subscription}`)
    case 'sold_out':
      return seeOther(`${form}?problem=sold_out`)
    default:
      return startedAt(started, locale, form)
  }
}
