import { presses } from '@/lib/simulator/endings'
import { type Html, html, htmlPage } from '@/lib/simulator/html'
import type { Ledger } from '@/lib/simulator/ledger'

/** One plain page for people: what happened, and the acts that they need most. */
export function controlPage(now: number, ledger: Ledger, origin: string): Response {
  return htmlPage({
    lang: 'en',
    title: 'Simulator · control',
    style,
    body: html`<main>
<h1>Simulator</h1>
<p>Adyen and KakaoPay in miniature. This is a demonstration, no money moves.</p>
<p>Its clock says <time>${new Date(now).toISOString()}</time>.</p>
<div class="acts">${acts(origin)}</div>
${payments(ledger)}
${modifications(ledger)}
${notifications(ledger)}
</main>`,
  })
}

function acts(origin: string): Html[] {
  const to = (path: string) => `${origin}/control/${path}`
  const reference = html`<label>Reference <input name="reference"></label>`
  const one = html`<label>Reference <input name="reference" required></label>`
  return [
    html`<form method="post" action="${to('clock')}"><h2>Clock</h2>
<label>Advance by <input name="advance" value="PT70M" required></label><button>Move the clock</button></form>`,
    html`<form method="post" action="${to('deliver')}"><h2>Webhooks</h2>
<button>Send what is due</button></form>`,
    html`<form method="post" action="${to('replay')}"><h2>Replay</h2>${one}
<button>Send all of it again</button></form>`,
    html`<form method="post" action="${to('wallet')}"><h2>Wallet</h2>${one}
<label>Button <select name="press">${presses.map(option)}</select></label><button>Press</button></form>`,
    html`<form method="post" action="${to('faults')}"><h2>Fault of the next call</h2>${reference}
<label>Call <select name="on">${['payments', 'details', 'refunds', 'paymentMethods'].map(option)}</select></label>
<label>Fault <select name="kind">${faults.map(option)}</select></label><button>Order it</button></form>`,
    html`<form method="post" action="${to('webhooks')}"><h2>Delay of webhooks</h2>${reference}
<label>Milliseconds <input name="delayMs" type="number" min="0" value="1000"></label>
<button>Set</button></form>`,
    html`<form method="post" action="${to('webhooks')}"><h2>Refunds end as</h2>${reference}
<label>Outcome <select name="refunds">${['ok', 'refused', 'failed_later', 'reversed'].map(option)}</select></label>
<button>Set</button></form>`,
    html`<form method="post" action="${to('notifications')}"><h2>Send a notification</h2>${one}
<label>eventCode <input name="eventCode" value="AUTHORISATION" required></label>
<label>success <select name="success">${['true', 'false'].map(option)}</select></label>
<button>Queue it</button></form>`,
    html`<form method="post" action="${to('reset')}"><h2>Reset</h2><button>Forget everything</button></form>`,
  ]
}

const faults = [
  'delay',
  'hang',
  'error_500',
  'error_703',
  'too_many',
  'reset_after_commit',
  'lost_answer',
]

const option = (value: string) => html`<option>${value}</option>`

function table(
  title: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): Html {
  return html`<section><h2>${title}</h2>
<div class="wide" tabindex="0" role="region" aria-label="${title}"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
</table></div></section>`
}

const money = ({ currency, value }: { currency: string; value: number }) => `${currency} ${value}`

const payments = ({ payments: rows }: Ledger) =>
  table(
    'Payments',
    ['created', 'reference', 'pspReference', 'amount', 'method', 'status', 'result', 'authorised'],
    rows.map((row) => [
      row.createdAt,
      row.reference,
      row.pspReference,
      money(row.amount),
      row.method,
      row.status,
      row.resultCode ?? '',
      row.authorisedAt ?? '',
    ]),
  )

const modifications = ({ modifications: rows }: Ledger) =>
  table(
    'Refunds and other modifications',
    ['created', 'kind', 'pspReference', 'payment', 'reference', 'amount', 'outcome', 'reason'],
    rows.map((row) => [
      row.createdAt,
      row.kind,
      row.pspReference,
      row.paymentPspReference,
      row.reference ?? '',
      money(row.amount),
      row.outcome,
      row.reason,
    ]),
  )

const notifications = ({ notifications: rows }: Ledger) =>
  table(
    'Notifications and deliveries',
    ['due', 'reference', 'eventCode', 'success', 'status', 'attempts', 'last answer'],
    rows.map((row) => {
      const last = row.deliveries.at(-1)
      return [
        row.dueAt,
        row.reference,
        row.eventCode,
        String(row.success),
        row.status,
        String(row.attempts),
        last === undefined ? '' : `${last.httpStatus ?? '–'} ${last.answer}`,
      ]
    }),
  )

const style = `
:root { color-scheme: light dark }
* { box-sizing: border-box }
body { margin: 0; padding: 16px; font: 15px/1.5 system-ui, sans-serif }
main { max-width: 1200px; margin: 0 auto }
h2 { font-size: 16px; margin: 0 0 8px }
section { margin-top: 24px }
.acts { display: grid; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); gap: 16px }
form { border: 1px solid #8888; border-radius: 12px; padding: 12px; display: grid; gap: 8px;
  align-content: start }
label { display: grid; gap: 2px; font-size: 14px }
input, select, button { font: inherit; min-height: 36px; width: 100% }
.wide { overflow-x: auto }
table { border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums }
th, td { text-align: left; padding: 4px 12px 4px 0; border-bottom: 1px solid #8884; white-space: nowrap }
`
