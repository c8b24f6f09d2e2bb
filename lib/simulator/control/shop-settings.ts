import type { SimulatorConfig } from '@/lib/simulator/config'
import { type Html, html } from '@/lib/simulator/html'
import type { TwoWebhooks, Webhook } from '@/lib/simulator/webhooks/entered-webhooks'

/** Who the merchant is and where webhooks go: what stands in Adyen's Customer Area when no shop is beside it. */
export function shopSettings(base: string, config: SimulatorConfig, both: TwoWebhooks): Html {
  const { origin, merchantAccount, apiKey, leadsTo } = config
  return html`<section><h2>Your shop</h2>
<dl><dt>API</dt><dd>${origin}/api</dd>
<dt>X-API-Key</dt><dd>${apiKey}</dd>
<dt>merchantAccount</dt><dd>${merchantAccount}</dd>
${leadsTo && html`<dt>Reaches only</dt><dd>${leadsTo.origins.join(' ') || 'no shop yet'} (${leadsTo.setting})</dd>`}</dl>
<div class="wide-forms">${webhookForm(base, both.standard, 'Standard webhook', 'AUTHORISATION, REFUND and all that is about money.')}
${webhookForm(base, both.tokens, 'Webhook about tokens', 'recurring.token.*: the life of saved wallets.')}</div></section>`
}

function webhookForm(base: string, set: Webhook, title: string, what: string): Html {
  return html`<form method="post" action="${base}/webhook-settings"><h2>${title}</h2>
<p class="hint">${what} ${set.url === null ? 'Nothing is sent yet: without an address notifications are held, and Replay sends them later.' : null}</p>
<input type="hidden" name="webhook" value="${set.webhook}">
<label>Address <input name="url" type="url" value="${set.url ?? ''}" placeholder="http://localhost:3000/webhooks"></label>
<label>HMAC key <input name="hmacKey" value="${set.hmacKey}" spellcheck="false" autocomplete="off"></label>
<p class="hint">64 hexadecimal digits, the same in your shop. The word new: one is made.</p>
<label>Basic auth: user <input name="username" value="${set.username ?? ''}" autocomplete="off"></label>
<label>Basic auth: password <input name="password" value="${set.password ?? ''}" autocomplete="off"></label>
<button>Save</button></form>`
}
