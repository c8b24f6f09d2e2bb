import { type Html, html } from '@/lib/simulator/html'
import { customerAreaEvents, customerAreaRequest } from '@/lib/simulator/money/customer-area'
import { disputeEventCodes, disputeMoneyWords } from '@/lib/simulator/money/dispute-events'

const HOUR = 3_600_000
const delays = [
  [0, 'at once'],
  [60_000, 'a minute later'],
  [HOUR, 'an hour later'],
  [24 * HOUR, 'a day later'],
  [168 * HOUR, 'a week later'],
  [720 * HOUR, '30 days later'],
] as const

/** What can happen to the money of a payment, and to each of its refunds and disputes. */
export function moneyForms(to: (path: string) => string, reference: string | null): Html {
  const one = html`<label>Reference <input name="reference" value="${reference ?? ''}" required
  placeholder="of a payment or an order"></label>`
  const later = html`<label>Told <select name="delayMs">${delays.map(
    ([ms, words]) => html`<option value="${ms}">${words}</option>`,
  )}</select></label>`
  const value = html`<label>Amount in won <input name="value" placeholder="half, 5000; empty: all that is left" pattern="half|[0-9]+"></label>`
  return html`<form method="post" action="${to('customer-area')}"><h3>In the Customer Area</h3>${one}
<label>Event <select name="eventCode">${customerAreaEvents.map(option)}</select></label>${value}
<label>Outcome <select name="outcome">${customerAreaRequest.shape.outcome.unwrap().options.map(option)}</select></label>
<label>Called by the reference of <select name="calledBy">${customerAreaRequest.shape.calledBy.unwrap().options.map(option)}</select></label>
<label>Amount in its webhook <select name="amount">${['sent', 'left_out'].map(option)}</select></label>
<label>CANCEL_OR_REFUND was a <select name="action"><option value="">what is needed</option>${['cancel', 'refund'].map(option)}</select></label>
${later}<button>Do it</button></form>
<form method="post" action="${to('refund-news')}"><h3>A refund comes to nothing</h3>${one}
<label>Refund <input name="refund" placeholder="empty: as chosen below"></label>
<label>Of the payment’s refunds <select name="which">${['newest', 'all'].map(option)}</select></label>
<label>Event <select name="eventCode">${['REFUND_FAILED', 'REFUNDED_REVERSED'].map(option)}</select></label>
<label>pspReference <select name="pspReference">${['of_refund', 'own'].map(option)}</select></label>
<label>Called by the reference of <select name="calledBy">${['refund', 'payment', 'nothing'].map(option)}</select></label>
${later}<button>Let it fail</button></form>
<form method="post" action="${to('disputes')}"><h3>Dispute</h3>${one}
<label>Event <select name="eventCode">${disputeEventCodes.map(option)}</select></label>
<label>Dispute <input name="dispute" placeholder="new; empty: the newest"></label>${value}
<label>Its money is <select name="money"><option value="">as the event has it</option>${disputeMoneyWords.map(option)}</select></label>
<label>originalReference <select name="original"><option value="">as the switch has it</option>${['sent', 'absent', 'payment_psp'].map(option)}</select></label>
${later}<button>Take this step</button></form>`
}

const option = (value: string) => html`<option value="${value}">${value}</option>`
