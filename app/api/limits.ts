import type { Locale } from '@/lib/core/locale'
import { deps, type Limited } from '@/lib/deps'

/**
 * Null when it may go on. Else the answer: a page that says how long to wait, in the reader's language. What
 * cannot be counted is let through: a shop that sells is worth more than one that counts.
 */
export async function tooOften(
  request: Request,
  what: Limited,
  subject: string | null,
  locale: Locale,
): Promise<Response | null> {
  const { takeLimit, trustProxy, log } = deps()
  if (takeLimit === null) return null
  try {
    const wait = await takeLimit(what, { address: addressOf(request, trustProxy), subject })
    return wait === null ? null : waitPage(wait, locale)
  } catch (error) {
    log('A limit could not be counted', { what, why: error instanceof Error ? error.message : '' })
    return null
  }
}

/** Who asks, by the header that the merchant trusts: the last entry is the one that our own proxy wrote. */
function addressOf(request: Request, trustProxy: string | null): string | null {
  const told = trustProxy === null ? null : request.headers.get(trustProxy)
  return told?.split(',').at(-1)?.trim() || null
}

const words = {
  ko: {
    title: '잠시만 기다려 주세요',
    text: (minutes: number) =>
      `짧은 시간에 너무 여러 번 시도하셨습니다. ${minutes}분 뒤에 다시 눌러 주세요. 결제된 금액은 없으며, 입력하신 내용은 그대로 있습니다.`,
    home: '노랑',
  },
  en: {
    title: 'Please wait a moment',
    text: (minutes: number) =>
      `That was too often in a short time. Please press again in ${minutes} minute${minutes === 1 ? '' : 's'}. Nothing was charged, and what you typed is still there.`,
    home: 'Norang',
  },
} as const satisfies Record<Locale, unknown>

function waitPage(seconds: number, locale: Locale): Response {
  const say = words[locale]
  return new Response(
    `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${say.title}</title>
<h1>${say.title}</h1>
<p>${say.text(Math.ceil(seconds / 60))}</p>
<p><a href="/${locale}">${say.home}</a></p></html>
`,
    {
      status: 429,
      headers: {
        'Retry-After': String(seconds),
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
        'Cache-Control': 'no-store',
      },
    },
  )
}
