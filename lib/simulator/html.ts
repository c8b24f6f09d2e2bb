import { randomBytes } from 'node:crypto'

/** Text that is markup already. */
export type Html = { readonly markup: string }
type Piece = Html | string | number | null | readonly Piece[]

/** A template whose values are escaped unless they are markup themselves. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  const filled = parts.map((part, index) => part + rendered(pieces[index] ?? null))
  return { markup: filled.join('') }
}

function rendered(piece: Piece): string {
  if (piece === null) return ''
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece))
  return 'markup' in piece ? piece.markup : piece.map(rendered).join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

export type Page = {
  readonly lang: 'ko' | 'en'
  readonly title: string
  readonly style: string
  readonly body: Html
  /** Runs with the page's nonce; only for what has a button beside it for people without JavaScript. */
  readonly script?: string
  readonly status?: number
}

export function htmlPage({ lang, title, style, body, script, status }: Page): Response {
  const nonce = randomBytes(16).toString('base64')
  const page = html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${{ markup: style }}</style>
</head>
<body>
${body}
${script === undefined ? null : html`<script nonce="${nonce}">${{ markup: script }}</script>`}
</body>
</html>
`
  return new Response(page.markup, {
    status: status ?? 200,
    headers: {
      'content-type': 'text/html;charset=UTF-8',
      'cache-control': 'no-store',
      'content-security-policy': policy(nonce),
      'x-content-type-options': 'nosniff',
    },
  })
}

// Chromium holds form-action against every redirect that follows a form post, and the way back to the shop is one. A
// shop may be anywhere, also at http://shop.test; to which of them a browser is led is decided in leads-to.ts.
const policy = (nonce: string) =>
  [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    'img-src data:',
    // The wallet page asks whether the payment was ended on the phone.
    "connect-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self' https: http:",
  ].join('; ')
