import { type Locale, localeOr } from '@/lib/core/locale'
import { deps, type Limited } from '@/lib/deps'
import { readFields, withoutNul } from './body'
import { tooOften } from './limits'
import { forbiddenPage, tooLargePage } from './refusals'
import { routeLimits } from './route-limits'

type Texts = Readonly<Record<string, string>>

/** A form as a page of ours sent it. */
export type Sent = {
  readonly request: Request
  readonly params: Texts
  readonly fields: Texts
  /** The language of the page that the form is on. */
  readonly locale: Locale
  /** `Set-Cookie`s that go with whatever is answered, a refusal too. */
  readonly cookies: string[]
}

type RouteLimits = typeof routeLimits
/** All but paying, acting and looking for an address is about somebody's mailbox, and counts for it. */
type Counted<Name extends keyof RouteLimits> =
  RouteLimits[Name]['limit'] extends Exclude<Limited, 'pay' | 'act' | 'address' | 'desk_act'>
    ? { readonly email: string }
    : object

/**
 * A door that takes a form: of our own pages only, no larger and no more often than the table of doors has it.
 * `parse` makes of it what `act` needs, or answers itself: back to the form, with what was typed kept. What is counted
 * is counted between the two; a mistake is not.
 */
export function takesForm<Name extends keyof RouteLimits, Input extends Counted<Name>>(
  name: Name,
  parse: (sent: Sent) => Response | Input | Promise<Response | Input>,
  act: (input: Input, sent: Sent) => Promise<Response>,
) {
  const { limit, ...most } = routeLimits[name]
  return async (request: Request, context?: { params: Promise<Texts> }): Promise<Response> => {
    if (!sameOrigin(request)) return forbiddenPage(request)
    const fields = await readFields(request, most)
    if (fields === null) return tooLargePage(request)
    const params = withoutNul(Object.entries((await context?.params) ?? {}))
    const sent: Sent = { request, params, fields, locale: localeOr(fields.locale), cookies: [] }
    const input = await parse(sent)
    const answer =
      input instanceof Response
        ? input
        : ((await refused(limit, input, sent)) ?? (await act(input, sent)))
    for (const cookie of sent.cookies) answer.headers.append('Set-Cookie', cookie)
    return answer
  }
}

async function refused(limit: Limited | null, input: object, { request, locale }: Sent) {
  const email = 'email' in input ? String(input.email) : null
  return limit && tooOften(limit, { request, locale, email })
}

/** A form of another site, or none at all, may change nothing here. */
function sameOrigin({ headers }: Request): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const { simulated, shop } = deps()
  const origin = headers.get('origin')
  if (!simulated) return origin === shop.baseUrl
  // A demonstration is reached by many names; a shop that takes money has one, and its scheme is part of it.
  const host = headers.get('host')
  return host !== null && (origin === `http://${host}` || origin === `https://${host}`)
}
