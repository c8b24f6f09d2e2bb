import type { NextRequest } from 'next/server'
import { preferredLocale } from '@/lib/i18n/preferred'

export function GET(request: NextRequest) {
  const locale = preferredLocale(request.headers.get('accept-language'))
  return new Response(null, {
    status: 307,
    headers: { Location: `/${locale}`, Vary: 'Accept-Language', 'Cache-Control': 'no-store' },
  })
}
