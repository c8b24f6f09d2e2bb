import type { SimulatorConfig } from '@/lib/simulator/config'
import { controlForms } from '@/lib/simulator/control/control-forms'
import { moneyTables } from '@/lib/simulator/control/money-tables'
import type { Records } from '@/lib/simulator/control/records'
import { shopSettings } from '@/lib/simulator/control/shop-settings'
import { recordTable } from '@/lib/simulator/control/table'
import { html, htmlPage } from '@/lib/simulator/html'
import type { Switches } from '@/lib/simulator/switches'
import type { TwoWebhooks, Webhook } from '@/lib/simulator/webhooks/entered-webhooks'

type Shown = {
  readonly now: number
  readonly ledger: Records
  readonly set: Switches
  /** The page shows one merchant reference, or everything. */
  readonly reference: string | null
  readonly config: SimulatorConfig
  readonly webhooks: TwoWebhooks
  /** What became of the form that was sent, or null. */
  readonly said: { readonly isWrong: boolean; readonly text: string } | null
}

/** One plain page for people: what happened, and what can be made to happen. */
export function controlPage(shown: Shown): Response {
  const { now, ledger, set, reference, config, webhooks, said } = shown
  // Without a host: a form must go to where the page was opened, be it localhost or 127.0.0.1.
  const path = `${new URL(config.origin).pathname.replace(/\/$/, '')}/control`
  return htmlPage({
    lang: 'en',
    title: 'Simulator · control',
    style,
    ...(said?.isWrong ? { status: 400 } : {}),
    body: html`<main>
<h1>Simulator</h1>
<p>Adyen and KakaoPay in miniature. This is a demonstration, no money moves.</p>
${said && html`<p class="said" role="${said.isWrong ? 'alert' : 'status'}">${said.text}</p>`}
<p>Its clock says <time>${new Date(now).toISOString()}</time>.</p>
${config.shop === null ? shopSettings(path, config, webhooks) : null}
<form class="show" method="get" action="${path}">
<label>Show and set for one merchant reference <input name="reference" value="${reference ?? ''}"
  placeholder="empty: all"></label><button>Show</button></form>
${ledger.warnings.map(({ warning }) => html`<p><strong>Warning.</strong> ${warning}</p>`)}
${controlForms(path, reference, set)}
${moneyTables(ledger)}
${payments(ledger)}
${tokens(ledger)}
${notifications(ledger)}
${waiting(ledger)}
${keys(webhooks)}
</main>`,
  })
}

const money = ({ currency, value }: { currency: string; value: number }) => `${currency} ${value}`

const payments = ({ payments: rows }: Records) =>
  recordTable(
    'Payments',
    [
      'created',
      'reference',
      'pspReference',
      'amount',
      'method',
      'status',
      'result',
      'authorised',
      'script',
    ],
    rows.map((row) => [
      row.createdAt,
      row.reference,
      row.pspReference,
      money(row.amount),
      row.method,
      row.status,
      row.resultCode ?? '',
      row.authorisedAt ?? '',
      row.script ?? '',
    ]),
  )

const tokens = ({ tokens: rows }: Records) =>
  recordTable(
    'Saved wallets',
    ['created', 'token', 'shopperReference', 'method', 'first payment', 'disabled'],
    rows.map((row) => [
      row.createdAt,
      row.token,
      row.shopperReference,
      row.method,
      row.reference,
      row.disabledAt ?? '',
    ]),
  )

const notifications = ({ notifications: rows }: Records) =>
  recordTable(
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

const waiting = ({ scripts, faults }: Records) =>
  recordTable(
    'Ordered and not met yet',
    ['for', 'what', 'more'],
    [
      ...scripts.map(({ reference, script, part, auto }) => [
        reference ?? 'the next payment',
        `script ${script}`,
        `part ${part + 1}${auto ? ', plays by itself' : ''}`,
      ]),
      ...faults.map(({ reference, on, kind, ms, times }) => [
        reference ?? 'any payment',
        `${kind} on ${on}`,
        `${times} times${ms === null ? '' : `, ${ms} ms`}`,
      ]),
    ],
  )

const keys = (webhooks: TwoWebhooks) =>
  recordTable(
    'Keys of the webhooks',
    ['webhook', 'to', 'HMAC key', 'the one before'],
    Object.values(webhooks).map((row: Webhook) => [
      row.webhook,
      row.url ?? 'not entered yet',
      row.hmacKey,
      row.previousHmacKey ?? '',
    ]),
  )

const style = `
:root { color-scheme: light dark; --line: #8884; --card: #fff; --page: #f1f0ea }
@media (prefers-color-scheme: dark) { :root { --card: #211f1b; --page: #131210 } }
* { box-sizing: border-box }
body { margin: 0; padding: 16px; background: var(--page); font: 15px/1.5 system-ui, sans-serif }
main { max-width: 1200px; margin: 0 auto }
h2, h3 { font-size: 16px; margin: 0 0 8px }
section { margin-top: 24px }
.said { white-space: pre-line; font-weight: 600; border: 1px solid #b39f00; border-radius: 10px; padding: 12px 14px; background: var(--card) }
.acts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(260px, 100%), 1fr)); gap: 16px; align-items: start }
form, details, .wide { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 14px }
form { display: grid; gap: 8px; align-content: start }
details { margin-top: 16px } details form { border: 0; padding: 0 } summary { font-weight: 600; cursor: pointer }
section + .show { margin-top: 24px }
.wide-forms { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(420px, 100%), 1fr)); gap: 16px }
.show { margin-bottom: 16px; grid-template-columns: 1fr auto; align-items: end }
dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 0 0 12px } dt { font-weight: 600 } dd { margin: 0; overflow-wrap: anywhere }
.hint { margin: 0; font-size: 13px; opacity: .75 }
label { display: grid; gap: 2px; font-size: 14px }
input, select, button { font: inherit; min-height: 40px; width: 100% }
button { font-weight: 600; cursor: pointer; border: 1px solid #b39f00; border-radius: 10px; background: #fee500; color: #191600 }
.switches button { background: none; color: inherit; border-color: var(--line) }
.wide { overflow-x: auto }
table { border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums }
th, td { text-align: left; padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); white-space: nowrap }
.switches { display: grid; gap: 22px 28px; margin-top: 14px; grid-template-columns: repeat(auto-fill, minmax(min(320px, 100%), 1fr)) }
`
