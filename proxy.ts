import { type NextRequest, NextResponse } from 'next/server'
import { env } from '@/lib/env'

const developing = process.env.NODE_ENV === 'development'

// Only pages that show money or people: a nonce excludes caching, and the catalogue is cached.
export const config = {
  matcher: ['/:locale(ko|en)/(cart|checkout|orders|account|subscriptions)/:path*', '/admin/:path*'],
}

/** Gives a page its own security policy. Next puts the nonce on its scripts when it sees the policy. */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = policyWith(nonce)
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  response.headers.set('Cache-Control', 'private, no-store')
  return response
}

function policyWith(nonce: string): string {
  const elsewhere =
    env().adyen.environment === 'live' ? '' : ' http://127.0.0.1:* http://localhost:*'
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${developing ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data:",
    `connect-src 'self'${developing ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    // Chromium asks form-action about every hop that follows a form post, the wallet's pages too.
    `form-action 'self' https:${elsewhere}`,
  ].join('; ')
}
