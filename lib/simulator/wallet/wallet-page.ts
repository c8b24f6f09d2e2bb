import { nameOfMethod } from '@/lib/simulator/api/offered-methods'
import { type Html, html, htmlPage } from '@/lib/simulator/html'
import type { Forbidden } from '@/lib/simulator/leads-to'
import { returnWays, type WalletButton, walletButtons } from '@/lib/simulator/payment/endings'
import type { Payment } from '@/lib/simulator/payment/payment'
import { partOf } from '@/lib/simulator/payment/script-queue'
import { afterwardsWords } from '@/lib/simulator/wallet/afterwards-words'
import { qrCode } from '@/lib/simulator/wallet/qr-code'
import { timerScript } from '@/lib/simulator/wallet/wallet-scripts'
import { walletStyle } from '@/lib/simulator/wallet/wallet-style'
import { walletWords } from '@/lib/simulator/wallet/wallet-words'

/** One payment as one device shows it. */
export type WalletView = {
  readonly payment: Payment
  /** Where the shopper will not be sent; null: back to the shop, as usual. */
  readonly forbidden: Forbidden | null
  readonly shopName: string
  readonly page: 'desktop' | 'phone' | 'app'
  readonly phoneAddress: string
  /** The hidden field by which a form names its payment. */
  readonly secret: readonly [name: string, value: string]
  readonly samePhone: boolean
  readonly statusPath: string
  readonly ownPath: string
  readonly leftMs: number
}

const undecided: readonly WalletButton[] = ['Leave pending', 'Leave received']
const endings = walletButtons.filter((press) => !undecided.includes(press))

export function walletPage(view: WalletView): Response {
  const { payment } = view
  const say = walletWords[payment.locale]
  const scripted = partOf(payment)
  const script = scripted === null ? null : scriptForm(view, scripted.name)
  const body = html`<div class="columns">
<div>${summary(view)}${view.forbidden && nowhere(payment, view.forbidden)}${script}${
    view.page === 'desktop' ? desktop(view) : view.page === 'phone' ? phone(view) : null
  }</div>
<div>
<h1>${view.page === 'app' ? say.inApp : say.choose}</h1>
${endingForm(view)}
${undecidedForm(view)}
<form method="post">${secretOf(view)}
<button name="press" value="Let the time run out" lang="en">Let the time run out</button>
<p class="hint">${say.timeHint}</p></form>
</div></div>`
  const play = payment.scriptAuto && script !== null ? 'document.forms[0].requestSubmit()' : ''
  return walletFrame(payment, body, { wide: true, script: `${timerScript}${play}` })
}

/** Says that nobody is sent there, where, and why. */
export const nowhere = ({ locale }: Payment, { origin, setting }: Forbidden): Html =>
  html`<p role="note">${walletWords[locale].nowhereWhat(origin, setting)}</p>`

const secretOf = ({ secret: [name, value], samePhone }: WalletView): Html =>
  html`<input type="hidden" name="${name}" value="${value}">${
    samePhone ? html`<input type="hidden" name="app" value="1">` : null
  }`

function endingForm(view: WalletView): Html {
  const say = walletWords[view.payment.locale]
  const afterwards = afterwardsWords[view.payment.locale]
  return html`<form method="post">${secretOf(view)}
<ul>${endings.map((press) => button(view, press))}</ul>
<div class="fields after">
<label>${say.why}<select name="refusalCode">${Object.entries(say.reasons).map(option)}</select></label>
<label>${say.way}<select name="way">${returnWays.map((way) => option([way, say.ways[way]]))}</select></label>
</div>
<div class="fields"><label>${afterwards.label}<select name="afterwards">${Object.entries(afterwards.choices).map(option)}</select></label></div>
</form>`
}

function undecidedForm(view: WalletView): Html {
  const say = walletWords[view.payment.locale]
  return html`<form method="post">${secretOf(view)}
<h2>${say.later}</h2>
<p class="soft">${say.laterWhat}</p>
<div class="fields">
<label>${say.final}<select name="final">${Object.entries(say.finals).map(option)}</select></label>
<label>${say.seconds}<input name="finalAfterSeconds" type="number" min="0" max="86400" value="20"
  inputmode="numeric" required></label>
</div>
<ul>${undecided.map((press) => button(view, press))}</ul>
</form>`
}

function button({ payment }: WalletView, press: WalletButton): Html {
  const hint = `hint-${press.replace(/\W+/g, '-')}`
  return html`<li>
<button name="press" value="${press}" lang="en" class="${press === 'Approve' ? 'first' : ''}"
  aria-describedby="${hint}">${press}</button>
<p class="hint" id="${hint}">${walletWords[payment.locale].hints[press]}</p>
</li>`
}

const option = ([value, label]: readonly [string, string]) =>
  html`<option value="${value}">${label}</option>`

function scriptForm(view: WalletView, name: string): Html {
  const say = walletWords[view.payment.locale]
  return html`<form method="post" class="script">${secretOf(view)}
<p>${say.script} <strong lang="en">${name}</strong></p>
<input type="hidden" name="press" value="Play the script">
<button class="first" lang="en">Play the script</button></form>`
}

function summary({ payment, shopName, leftMs, statusPath, ownPath }: WalletView): Html {
  const say = walletWords[payment.locale]
  const [minutes, seconds] = [Math.floor(leftMs / 60_000), Math.floor((leftMs % 60_000) / 1_000)]
  const clock = [minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':')
  return html`<dl>
<dt>${say.to}</dt><dd>${shopName}</dd>
<dt>${say.reference}</dt><dd>${payment.reference}</dd>
<dt>${say.left}</dt>
<dd><span role="timer" id="left" data-ms="${leftMs}" data-status="${statusPath}"
  data-page="${ownPath}">${clock}</span></dd>
</dl>`
}

/** Shoppers at a desk scan a code with their phone. */
function desktop({ payment, phoneAddress }: WalletView): Html {
  const say = walletWords[payment.locale]
  const code = qrCode(phoneAddress)
  return html`<section class="scan"><h2>${say.scan}</h2>
${code === null ? null : picture(code, say.scanAlt)}
<p class="soft">${say.scanWhat}</p>
<a class="button" href="${phoneAddress}" target="_blank" rel="noopener">${say.openPhone}</a></section>`
}

function picture(code: readonly (readonly boolean[])[], name: string): Html {
  const dark = code.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  )
  // Four modules of white around it, which readers need; in the dark too.
  return html`<svg class="qr" viewBox="-4 -4 45 45" role="img" aria-label="${name}"
  shape-rendering="crispEdges"><path fill="#fff" d="M-4-4h45v45h-45z"/><path d="${dark.join('')}"/></svg>`
}

/** On a phone the app opens; here it is another page. */
function phone({ payment, phoneAddress }: WalletView): Html {
  const say = walletWords[payment.locale]
  return html`<section class="scan"><p class="soft">${say.appWhat}</p>
<a class="button first" href="${phoneAddress}?app=1">${say.continue}</a></section>`
}

export function walletFrame(
  payment: Payment,
  body: Html,
  { wide = false, script = '' }: { wide?: boolean; script?: string } = {},
): Response {
  const say = walletWords[payment.locale]
  const { currency, value } = payment.amount
  const won = new Intl.NumberFormat(payment.locale, { style: 'currency', currency })
  return htmlPage({
    lang: payment.locale,
    title: `${nameOfMethod(payment.method)} · ${say.demonstration}`,
    style: walletStyle,
    ...(script === '' ? {} : { script }),
    body: html`<main class="${wide ? 'wide' : ''}">
<header>
<p class="demo">${say.demonstration}</p>
<p class="brand">${nameOfMethod(payment.method)}</p>
<p class="sum">${won.format(value)}</p>
</header>
<div class="body">${body}</div>
</main>`,
  })
}
