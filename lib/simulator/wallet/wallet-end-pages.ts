import { type Html, html, htmlPage } from '@/lib/simulator/html'
import type { Forbidden } from '@/lib/simulator/leads-to'
import type { Payment } from '@/lib/simulator/payment/payment'
import type { Switches } from '@/lib/simulator/switches'
import { nowhere, walletFrame } from '@/lib/simulator/wallet/wallet-page'
import { walletStyle } from '@/lib/simulator/wallet/wallet-style'
import { walletWords } from '@/lib/simulator/wallet/wallet-words'

/** The shopper does not go back: what the closed window or the app would show, and where the shop is, if that may be said by a link. */
export function goodbyePage(payment: Payment, forbidden: Forbidden | null): Response {
  const say = walletWords[payment.locale]
  if (forbidden !== null)
    return walletFrame(payment, html`<h1>${say.done}</h1>${nowhere(payment, forbidden)}`)
  const shop = new URL('/', payment.returnUrl).href
  return walletFrame(
    payment,
    html`<h1>${say.done}</h1><p>${say.doneWhat}</p>
<div class="after"><a class="button" href="${shop}">${say.backWithout}</a></div>`,
  )
}

/** On the phone that scanned the code: the other window takes the shopper back. */
export function phoneDonePage(payment: Payment): Response {
  const say = walletWords[payment.locale]
  return walletFrame(payment, html`<h1>${say.phoneDone}</h1><p>${say.phoneDoneWhat}</p>`)
}

export type ReturnTarget = {
  readonly url: string
  readonly form: { redirectResult: string } | null
}

export function overPage(
  payment: Payment,
  back: ReturnTarget | Forbidden,
  expiry: Switches['expiry'],
): Response {
  const say = walletWords[payment.locale]
  const isForbidden = 'setting' in back
  if (payment.status === 'ended') {
    const way = isForbidden ? nowhere(payment, back) : returnButton(say.back, back)
    return walletFrame(payment, html`<h1>${say.over}</h1><p>${say.overWhat}</p>${way}`)
  }

  const hidden = html`<input type="hidden" name="redirectData" value="${payment.redirectData}">`
  const mayReturn = expiry !== 'offer_closed'
  const mayClose = expiry !== 'error_return' && payment.status === 'open'
  const choice = (press: string, hint: string, first: boolean) => html`<li>
<button name="press" value="${press}" lang="en" class="${first ? 'first' : ''}">${press}</button>
<p class="hint">${hint}</p></li>`
  return walletFrame(
    payment,
    html`<h1>${say.over}</h1><p>${say.expiredWhat}</p>
<form method="post">${hidden}<ul>
${mayReturn ? choice('Return with an error', say.errorHint, true) : null}
${mayClose ? choice('Close the offer', say.closeHint, false) : null}
</ul></form>
<div class="after">${
      isForbidden
        ? nowhere(payment, back)
        : html`<a class="button" href="${back.url}">${say.backWithout}</a>`
    }</div>`,
  )
}

/** Some payments go back by POST, which no redirect can do with a body of its own. */
export function postBackPage(payment: Payment, back: ReturnTarget): Response {
  const say = walletWords[payment.locale]
  const body = html`<h1>${say.returning}</h1>${returnButton(say.back, back)}`
  return walletFrame(payment, body, { script: 'document.forms[0].submit()' })
}

/** For another browser, and for going back twice. */
export function addressPage(payment: Payment, back: ReturnTarget): Response {
  const say = walletWords[payment.locale]
  const again =
    back.form === null
      ? html`<a class="button" href="${back.url}" target="_blank" rel="noopener">${say.backAgain}</a>`
      : null
  const address =
    back.form === null
      ? html`<label>${say.address}<textarea readonly rows="5">${back.url}</textarea></label>`
      : null
  return walletFrame(
    payment,
    html`<h1>${say.addressTitle}</h1><p>${say.addressWhat}</p>${address}
<div class="after stack">${returnButton(say.back, back)}${again}</div>`,
  )
}

function returnButton(label: string, { url, form }: ReturnTarget): Html {
  if (form === null) return html`<a class="button first" href="${url}">${label}</a>`
  return html`<form method="post" action="${url}">
<input type="hidden" name="redirectResult" value="${form.redirectResult}">
<button class="first">${label}</button>
</form>`
}

export function unknownPage(lang: 'ko' | 'en'): Response {
  const say = walletWords[lang]
  return htmlPage({
    lang,
    title: say.unknown,
    style: walletStyle,
    status: 404,
    body: html`<main><div class="body"><h1>${say.unknown}</h1><p>${say.unknownWhat}</p></div></main>`,
  })
}
