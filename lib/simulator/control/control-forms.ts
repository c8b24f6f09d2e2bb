import { z } from 'zod'
import { faultKinds, faultyCalls } from '@/lib/simulator/api/faults'
import { moneyForms } from '@/lib/simulator/control/money-forms'
import { switchNotes } from '@/lib/simulator/control/switch-notes'
import { type Html, html } from '@/lib/simulator/html'
import { occasionalButtons, returnWays, walletButtons } from '@/lib/simulator/payment/endings'
import { moneyScriptNames } from '@/lib/simulator/payment/money-scripts'
import { scriptNames, scripts } from '@/lib/simulator/payment/scripts'
import { defaultSwitches, type Switches, switches } from '@/lib/simulator/switches'

/** Every act of the HTTP interface as a form. */
export function controlForms(base: string, reference: string | null, set: Switches): Html {
  const to = (path: string) => `${base}/${path}`
  const known = html`value="${reference ?? ''}"`
  const any = html`<label>Reference <input name="reference" ${known} placeholder="empty: all"></label>`
  const one = html`<label>Reference <input name="reference" ${known} required></label>`
  return html`<div class="acts">
<form method="post" action="${to('scripts')}"><h2>Script of the next payment</h2>${any}
<label>Script <select name="script">${scriptNames.map((name) => html`<option value="${name}">${name}: ${scripts[name].what}</option>`)}</select></label>
<label>Plays <select name="auto"><option value="false">when its button is pressed</option>
<option value="true">by itself</option></select></label><button>Choose it</button></form>
<form method="post" action="${to('wallet')}"><h2>Wallet</h2>${one}
<label>Button <select name="press">${[...walletButtons, ...occasionalButtons].map(option)}</select></label>
<label>Way back <select name="way">${returnWays.map(option)}</select></label>
<label>Afterwards <select name="afterwards">${['nothing', ...moneyScriptNames].map(option)}</select></label><button>Press</button></form>
<form method="post" action="${to('faults')}"><h2>Fault of the next call</h2>${any}
<label>Call <select name="on">${faultyCalls.map(option)}</select></label>
<label>Fault <select name="kind">${faultKinds.map(option)}</select></label>
<label>Times <input name="times" type="number" min="1" value="1"></label><button>Order it</button></form>
<form method="post" action="${to('notifications')}"><h2>Send a notification</h2>${one}
<label>eventCode <input name="eventCode" value="AUTHORISATION" required></label>
<label>success <select name="success">${['true', 'false'].map(option)}</select></label>
<label>Signature <select name="signature">${['good', 'bad', 'old'].map(option)}</select></label>
<button>Queue it</button></form>
<form method="post" action="${to('test-events')}"><h2>Test event of the Customer Area</h2>
<label>eventCode <input name="eventCode" value="AUTHORISATION" required></label><button>Queue it</button></form>
<form method="post" action="${to('clock')}"><h2>Clock</h2>
<label>Advance by <input name="advance" value="PT70M" required></label><button>Move the clock</button></form>
<form method="post" action="${to('clock')}"><h2>Let days pass</h2>
<label>Days <input name="days" type="number" min="1" max="400" value="31" required></label>
<p class="hint">The clock stops wherever something is due, and everybody does what is due then.</p>
<button>Let them pass</button></form>
<form method="post" action="${to('charges')}"><h2>Next charges of a saved wallet</h2>
<label>shopperReference <input name="shopperReference" placeholder="empty: whoever is charged next"></label>
<label>Result <select name="result">${['Refused', 'Authorised', 'Received', 'Pending', 'Error'].map(option)}</select></label>
<label>Times <input name="times" type="number" min="1" value="1"></label><button>Order it</button></form>
<form method="post" action="${to('tokens/unlink')}"><h2>Unlinked inside KakaoPay</h2>
<label>shopperReference <input name="shopperReference" required></label><button>Unlink</button></form>
<form method="post" action="${to('tokens/notifications')}"><h2>Send news of a saved wallet</h2>
<label>shopperReference <input name="shopperReference" required></label>
<label>recurring.token. <select name="type">${['updated', 'created', 'alreadyExisting', 'disabled'].map(option)}</select></label>
<label>Token <input name="token" placeholder="empty: the newest"></label>
<label>Signature <select name="signature">${['good', 'bad', 'old'].map(option)}</select></label><button>Queue it</button></form>
<form method="post" action="${to('deliver')}"><h2>Webhooks</h2><button>Send what is due</button></form>
<form method="post" action="${to('replay')}"><h2>Replay</h2>${one}<button>Send all of it again</button></form>
<form method="post" action="${to('reset')}"><h2>Reset</h2>${any}
<p class="hint">Empty: everything is forgotten.</p><button>Forget</button></form>
</div>
<section><h2>Money of a payment</h2><div class="acts">${moneyForms(to, reference)}</div></section>
${switchForms(to('switches'), reference, set)}`
}

const option = (value: string) => html`<option value="${value}">${value}</option>`

const names = switches.keyof().options

/** One form per switch: what it is, what is set, its default and why. */
function switchForms(action: string, reference: string | null, set: Switches): Html {
  return html`<details><summary>Switches for ${reference ?? 'all references'}</summary>
<div class="switches">${names.map((name) => switchForm(action, reference, name, set))}</div></details>`
}

function switchForm(
  action: string,
  reference: string | null,
  name: keyof Switches,
  set: Switches,
): Html {
  const value = String(set[name] ?? 'never')
  return html`<form method="post" action="${action}">
<input type="hidden" name="reference" value="${reference ?? ''}">
<label><strong>${name}</strong> ${field(name, value)}</label>
<p class="hint">${switchNotes[name]} Default: ${String(defaultSwitches[name] ?? 'never')}.</p>
<button>Set ${name}</button></form>`
}

function field(name: keyof Switches, value: string): Html {
  const words = wordsOf(switches.shape[name])
  return words === null
    ? html`<input name="${name}" value="${value}">`
    : html`<select name="${name}">${words.map((word) =>
        word === value ? html`<option selected>${word}</option>` : html`<option>${word}</option>`,
      )}</select>`
}

/** What can be chosen; null where a number is typed. */
function wordsOf(schema: z.ZodType): readonly string[] | null {
  if (schema instanceof z.ZodEnum) return schema.options.map(String)
  return schema instanceof z.ZodUnion ? ['true', 'false'] : null
}
