import type { Locale } from '@/lib/core/locale'
import { refusals } from '@/lib/i18n/refusals'

/** A link, and what it says. */
export type Way = readonly [href: string, label: string]

type PlainPage = {
  readonly status: number
  readonly locale: Locale
  /** Is it play money? */
  readonly simulated: boolean
  readonly title: string
  readonly text: string
  /** The first is the one that we advise. */
  readonly ways: readonly Way[]
}

/**
 * A page of the shop that a route answers with, where React draws none: without a script, in `public/plain.css`, kept by
 * nobody.
 * What it is given are texts and addresses of ours; none of it is typed by somebody.
 */
export function plainPage(
  { status, locale, simulated, title, text, ways }: PlainPage,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const say = refusals[locale]
  // Who works at the desk is led back to it, and to no cart.
  const isOfDesk = ways[0]?.[0].startsWith('/admin') ?? false
  const home = isOfDesk ? '/admin' : `/${locale}`
  const cart = isOfDesk ? '' : `<a href="/${locale}/cart">${say.cart}</a>`
  const links = ways.map(([href, label]) => `<a href="${inAttribute(href)}">${label}</a>`)
  const html = `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<meta name="robots" content="noindex"><title>${title} · ${say.shop}</title>
<link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/plain.css"></head>
<body><div class="plain-page">
<header>${simulated ? `<p class="demo">${say.demonstration}</p>` : ''}
<div class="bar"><a href="${home}"><img src="/icon.svg" alt="" width="28" height="28">${say.shop}</a>${cart}</div></header>
<main><h1>${title}</h1><p>${text}</p><nav>${links.join('')}</nav></main>
</div></body></html>
`
  return new Response(html, { status, headers: { ...plain, ...headers } })
}

const inAttribute = (href: string) => href.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

const plain = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
}
