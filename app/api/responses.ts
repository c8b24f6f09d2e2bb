import { type Locale, localeOr } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import type { Started } from '@/lib/flows/payment/start-payment'
import { readBytes } from './body'

/** 303: whatever was posted, the browser goes on with a GET. Relative, so that any host fits. */
export const seeOther = (location: string, headers: Record<string, string> = {}) =>
  new Response(null, {
    status: 303,
    headers: { Location: location, 'Cache-Control': 'no-store', ...headers },
  })

/** For programs. */
export const notFoundJson = () =>
  Response.json({ error: 'not_found' }, { status: 404, headers: { 'Cache-Control': 'no-store' } })

/** For a person whose browser was sent to a door that leads nowhere. */
export const missingPage = () =>
  new Response(
    `<!doctype html><html lang="ko"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>노랑 · Norang</title>
<h1>찾을 수 없습니다</h1>
<p>이 링크에 해당하는 것이 없습니다. 주문을 찾으신다면 주문 확인 메일의 링크를 이용하시거나 <a href="/ko/orders/find">주문을 찾아</a> 주세요.</p>
<p lang="en">There is nothing behind this link. For an order, please use the link in your mail, or <a href="/en/orders/find">find your order</a>.</p>
<p><a href="/">노랑 · Norang</a></p></html>
`,
    {
      status: 404,
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
        'Cache-Control': 'no-store',
        'Referrer-Policy': 'no-referrer',
      },
    },
  )

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
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })

// A redirectResult may have 20,000 characters, three times as many once they are percent-encoded. Everything
// else that a person types is shorter, and Next itself sets no limit to a route handler.
const LARGEST_FORM = 128 * 1024

/** The text fields of a posted form; files and repeats are dropped. Null when it is not a form, or too large. */
export async function formFields(request: Request): Promise<Record<string, string> | null> {
  const bytes = await readBytes(request, LARGEST_FORM)
  if (bytes === null) return null
  const type = { 'Content-Type': request.headers.get('content-type') ?? '' }
  try {
    const form = await new Response(Buffer.from(bytes), { headers: type }).formData()
    const texts = [...form].filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    )
    // No keyboard types a NUL, and no database text can hold one.
    return Object.fromEntries(texts.map(([name, text]) => [name, text.replaceAll('\0', '')]))
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
    case 'delivery':
      return seeOther(`${form}?problem=${started.kind}`)
  }
}
