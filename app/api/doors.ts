import { type Locale, localeOr } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import type { Started } from '@/lib/flows/start-payment'

/** 303: whatever was posted, the browser goes on with a GET. Relative, so that any host fits. */
export const seeOther = (location: string, headers: Record<string, string> = {}) =>
  new Response(null, {
    status: 303,
    headers: { Location: location, 'Cache-Control': 'no-store', ...headers },
  })

export const notFound = () => Response.json({ error: 'not_found' }, { status: 404 })

/** A form of another site, or none at all, may change nothing here. */
export function sameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = request.headers.get('origin')
  const host = request.headers.get('host')
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host
}

export const forbidden = () =>
  new Response('This form can only be sent from the shop itself. Please go back and try again.\n', {
    status: 403,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })

/** The text fields of a posted form; files and repeats are dropped. Null when it is not a form. */
export async function formFields(request: Request): Promise<Record<string, string> | null> {
  try {
    const form = await request.formData()
    const texts = [...form].filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    )
    return Object.fromEntries(texts)
  } catch {
    return null
  }
}

export const localeOf = (fields: Record<string, string>): Locale => localeOr(fields.locale)

/** Work that is due is also done after a request: a cheap plan's cron comes once a day. */
export const workAfterwards = () => deps().workAfterwards()

/** Where the shopper goes after asking to pay. `form` is the page that has the form. */
export function startedAt(started: Started, locale: Locale, form: string): Response {
  switch (started.kind) {
    case 'redirect': {
      const { method, url } = started.to
      return method === 'GET'
        ? seeOther(url)
        : seeOther(`/${locale}/orders/${started.order}/continue`)
    }
    case 'answered':
    case 'no_answer':
      return seeOther(`/${locale}/orders/${started.order}/result?attempt=${started.number}`)
    case 'empty_cart':
    case 'sold_out':
      return seeOther(`/${locale}/cart?problem=${started.kind}`)
    case 'changed':
      return seeOther(`${form}?problem=changed`)
  }
}
