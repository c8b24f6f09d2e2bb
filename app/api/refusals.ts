import { deskPath } from '@/lib/core/desk/desk-path'
import { type Locale, localeOr } from '@/lib/core/locale'
import { ownPath } from '@/lib/core/own-path'
import { deps } from '@/lib/deps'
import { preferredLocale } from '@/lib/i18n/preferred'
import { refusals } from '@/lib/i18n/refusals'
import { deskLocaleOf } from '@/lib/visitor/desk'
import { plainPage, type Way } from './plain-page'

/** For programs. */
export const notFoundJson = () =>
  Response.json({ error: 'not_found' }, { status: 404, headers: { 'Cache-Control': 'no-store' } })
export const tooLarge = () => new Response('too large\n', { status: 413 })

/** The page of ours that a form was sent from, as far as the browser tells; else null. */
function pageBefore(request: Request): string | null {
  const referer = request.headers.get('referer')
  if (referer === null || !URL.canParse(referer)) return null
  const { pathname, search } = new URL(referer)
  const page = pathname + search
  return ownPath(page) ?? deskPath(page) ?? ownPath(pathname) ?? deskPath(pathname)
}

const isOfDesk = (page: string | null) => deskPath(page) !== null

/** The language of whoever asks, where no form tells it: that of the page before, else the browser's. */
export function readerOf(request: Request): Locale {
  const before = pageBefore(request)
  if (isOfDesk(before)) return deskLocaleOf(request)
  if (before !== null) return localeOr(before.split(/[/?]/)[1])
  return preferredLocale(request.headers.get('accept-language'))
}

/** Where somebody can go on who was on a form. */
function waysBack(request: Request, locale: Locale): Way[] {
  const say = refusals[locale]
  const before = pageBefore(request)
  if (before !== null && isOfDesk(before)) return [[before, say.back]]
  const home: Way = [`/${locale}`, say.home]
  return before === null ? [home, [`/${locale}/cart`, say.cart]] : [[before, say.back], home]
}

/** For a form of another site, or of none. */
export function forbiddenPage(request: Request): Response {
  const locale = readerOf(request)
  const ways = waysBack(request, locale)
  const { simulated } = deps()
  return plainPage({ status: 403, locale, simulated, ways, ...refusals[locale].forbidden })
}

/** For a form that is larger than anything that a person types. */
export function tooLargePage(request: Request): Response {
  const locale = readerOf(request)
  const ways = waysBack(request, locale)
  const { simulated } = deps()
  return plainPage({ status: 413, locale, simulated, ways, ...refusals[locale].tooLarge })
}

/** For a person whose browser was sent to a door that leads nowhere. */
export function missingPage(locale: Locale): Response {
  const say = refusals[locale]
  const ways: Way[] = [
    [`/${locale}`, say.home],
    [`/${locale}/orders/find`, say.find],
  ]
  const { simulated } = deps()
  // The address may hold what is nobody's to read.
  const headers = { 'Referrer-Policy': 'no-referrer' }
  return plainPage({ status: 404, locale, simulated, ways, ...say.missing }, headers)
}

/** For whoever looks at a preview that nobody has given a database: whichever page they ask for. */
export function noDatabasePage(locale: Locale): Response {
  const { simulated } = deps()
  const ways: Way[] = [[`/${locale}`, refusals[locale].home]]
  return plainPage({ status: 503, locale, simulated, ways, ...refusals[locale].noDatabase })
}

/** For whoever may not do what they ask for: what they can do instead. `page` tells more, and can mail the link. */
export function mayNotPage(page: string, locale: Locale): Response {
  const say = refusals[locale]
  const signIn = `/${locale}/account?${new URLSearchParams({ next: page })}`
  const ways: Way[] = [
    [page, say.mail],
    [signIn, say.signIn],
    [`/${locale}`, say.home],
  ]
  const { simulated } = deps()
  return plainPage({ status: 403, locale, simulated, ways, ...say.mayNot })
}

/** For whoever comes too often: how long to wait. */
export function waitPage(seconds: number, request: Request, locale: Locale): Response {
  const text = refusals[locale].tooOften(Math.ceil(seconds / 60))
  return laterPage(429, { seconds, text }, request, locale)
}

/** For whoever asks for what has to be counted, while nothing can be. */
export const uncountedPage = (request: Request, locale: Locale) =>
  laterPage(503, { seconds: 60, text: refusals[locale].uncounted }, request, locale)

type Later = { readonly seconds: number; readonly text: string }

function laterPage(
  status: number,
  { seconds, text }: Later,
  request: Request,
  locale: Locale,
): Response {
  const ways = waysBack(request, locale)
  const { simulated } = deps()
  const page = { status, locale, simulated, title: refusals[locale].later, text, ways }
  return plainPage(page, { 'Retry-After': String(seconds) })
}
