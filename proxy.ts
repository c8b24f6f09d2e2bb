import { type NextRequest, NextResponse } from 'next/server'
import { plainPage } from '@/app/api/plain-page'
import { isLocale } from '@/lib/core/locale'
import { env } from '@/lib/env'
import { preferredLocale } from '@/lib/i18n/preferred'
import { refusals } from '@/lib/i18n/refusals'

const developing = process.env.NODE_ENV === 'development'

// A proxy costs every page behind it a good part of its speed, and a nonce excludes caching. So it
// stands before the pages with money or people, and before addresses that lead nowhere.
export const config = {
  matcher: [
    '/:locale(ko|en)/(cart|checkout|orders|account|subscriptions)/:path*',
    '/admin/:path*',
    '/:locale(ko|en)/((?!(?:products/|collections/|(?:search|terms|privacy|delivery|returns)$|(?:cart|checkout|orders|account|subscriptions)(?:/|$))).+)',
    '/:locale(ko|en)/products/:slug/:more+',
    '/:locale(ko|en)/collections/:slug/((?!by/[^/]+$).+)',
    // Escapes: our own addresses have none, and a broken one must not reach a page or a door.
    '/(.*%.*)',
  ],
}

const zone = /^\/(?:(?:ko|en)\/(?:cart|checkout|orders|account|subscriptions)|admin)(?:\/|$)/

export function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl
  if (!isDecodable(pathname)) return unreadable(request)
  const headers = new Headers(request.headers)
  const first = pathname.split('/')[1] ?? ''
  // The page that does not exist is not told its address, and should still speak its language. Never
  // a rewrite here: listening on 127.0.0.1, Next takes it for another host and calls itself in circles.
  if (isLocale(first)) headers.set('Accept-Language', first)
  if (!zone.test(pathname)) return NextResponse.next({ request: { headers } })

  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = policyWith(nonce, first === 'admin' ? "'self'" : whereverAWalletLeads())
  // Next puts the nonce on its scripts when it sees the policy in the request.
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  response.headers.set('Cache-Control', 'private, no-store')
  return response
}

/** For an address that no page can be asked for with. */
function unreadable({ nextUrl, headers }: NextRequest): Response {
  const first = nextUrl.pathname.split('/')[1] ?? ''
  const locale = isLocale(first) ? first : preferredLocale(headers.get('accept-language'))
  const say = refusals[locale]
  return plainPage({
    status: 404,
    locale,
    simulated: env().adyen.environment === 'simulator',
    ways: [
      [`/${locale}`, say.home],
      [`/${locale}/orders/find`, say.find],
    ],
    ...say.missing,
  })
}

/** Every escape is one, and none stands for a NUL, which no database text can hold. */
function isDecodable(pathname: string): boolean {
  try {
    return !decodeURIComponent(pathname).includes('\0')
  } catch {
    return false
  }
}

/** Browsers ask form-action about every hop that follows a form post: the wallet's pages, and at last its app. */
function whereverAWalletLeads(): string {
  const elsewhere =
    env().adyen.environment === 'live' ? '' : ' http://127.0.0.1:* http://localhost:*'
  return `'self' https: intent: kakaotalk: kakaopay: x-safari-https:${elsewhere}`
}

function policyWith(nonce: string, formAction: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${developing ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data:",
    `connect-src 'self'${developing ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `form-action ${formAction}`,
  ].join('; ')
}
