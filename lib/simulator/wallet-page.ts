import type { Press } from '@/lib/simulator/endings'
import { type Html, html, htmlPage } from '@/lib/simulator/html'
import type { Payment } from '@/lib/simulator/payment'
import { nameOfMethod } from '@/lib/simulator/payment-methods'
import { walletStyle } from '@/lib/simulator/wallet-style'
import { words } from '@/lib/simulator/wallet-words'

const endings: readonly Press[] = [
  'Approve',
  'Refuse',
  'Cancel',
  'Fail with an error',
  'Approve without returning',
  'Close the window',
  'Cancel, then approve in the app',
]
const undecided: readonly Press[] = ['Leave pending', 'Leave received']

export function walletPage(shopName: string, payment: Payment): Response {
  const say = words[payment.locale]
  const reasons = Object.entries(say.reasons)
  const button = (press: Press) => html`
<li>
<button name="press" value="${press}" lang="en" class="${press === 'Approve' ? 'first' : ''}"
  aria-describedby="hint-${press.replace(/\W+/g, '-')}">${press}</button>
<p class="hint" id="hint-${press.replace(/\W+/g, '-')}">${say.hints[press]}</p>
</li>`
  const secret = html`<input type="hidden" name="redirectData" value="${payment.redirectData}">`

  return page(
    payment,
    html`${summary(shopName, payment)}
<h1>${say.choose}</h1>
<form method="post">${secret}
<ul>${endings.map(button)}</ul>
<div class="after"><label>${say.why}
<select name="refusalCode">${reasons.map(option)}</select></label></div>
</form>
<form method="post">${secret}
<h2>${say.later}</h2>
<p class="soft">${say.laterWhat}</p>
<div class="fields">
<label>${say.final}<select name="final">${Object.entries(say.finals).map(option)}</select></label>
<label>${say.seconds}<input name="finalAfterSeconds" type="number" min="0" max="86400" value="20"
  inputmode="numeric" required></label>
</div>
<ul>${undecided.map(button)}</ul>
</form>`,
  )
}

const option = ([value, label]: readonly [string, string]) =>
  html`<option value="${value}">${label}</option>`

function summary(shopName: string, payment: Payment): Html {
  const say = words[payment.locale]
  return html`<dl>
<dt>${say.to}</dt><dd>${shopName}</dd>
<dt>${say.reference}</dt><dd>${payment.reference}</dd>
</dl>`
}

/** The shopper does not go back: what the closed window or the app would show. */
export function goodbyePage(payment: Payment): Response {
  const say = words[payment.locale]
  return page(payment, html`<h1>${say.done}</h1><p>${say.doneWhat}</p>`)
}

export type Back = { readonly url: string; readonly form: { redirectResult: string } | null }

export function overPage(payment: Payment, back: Back): Response {
  const say = words[payment.locale]
  const why = payment.status === 'ended' ? say.overWhat : say.expiredWhat
  return page(payment, html`<h1>${say.over}</h1><p>${why}</p>${wayOut(say.back, back)}`)
}

/** Some payments go back by POST, which no redirect can do with a body of its own. */
export function postBackPage(payment: Payment, back: Back): Response {
  const say = words[payment.locale]
  const body = html`<h1>${say.returning}</h1>${wayOut(say.back, back)}`
  return page(payment, body, 'document.forms[0].submit()')
}

function wayOut(label: string, { url, form }: Back): Html {
  if (form === null) return html`<a class="button first" href="${url}">${label}</a>`
  return html`<form method="post" action="${url}">
<input type="hidden" name="redirectResult" value="${form.redirectResult}">
<button class="first">${label}</button>
</form>`
}

export function unknownPage(lang: 'ko' | 'en'): Response {
  const say = words[lang]
  return htmlPage({
    lang,
    title: say.unknown,
    style: walletStyle,
    status: 404,
    body: html`<main><div class="body"><h1>${say.unknown}</h1><p>${say.unknownWhat}</p></div></main>`,
  })
}

function page(payment: Payment, body: Html, script?: string): Response {
  const say = words[payment.locale]
  const { currency, value } = payment.amount
  const won = new Intl.NumberFormat(payment.locale, { style: 'currency', currency })
  return htmlPage({
    lang: payment.locale,
    title: `${nameOfMethod(payment.method)} · ${say.demonstration}`,
    style: walletStyle,
    ...(script === undefined ? {} : { script }),
    body: html`<main>
<header>
<p class="demo">${say.demonstration}</p>
<p class="brand">${nameOfMethod(payment.method)}</p>
<p class="sum">${won.format(value)}</p>
</header>
<div class="body">${body}</div>
</main>`,
  })
}
