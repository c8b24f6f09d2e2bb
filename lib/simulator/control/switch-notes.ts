import { accountSwitchNotes } from '@/lib/simulator/account/account-switches'
import type { Switches } from '@/lib/simulator/switches'

/** What each switch does, and why its default is what it is. Shown on the control page. */
export const switchNotes = {
  delayMs: 'How long after an act its first webhook is due. 1000: the shopper is back first.',
  duplicates: 'So many further copies of every webhook. 0: Adyen usually sends one.',
  reorder: 'The webhooks of one act arrive last first. false: their own order is the common case.',
  dropUntilRetry: 'So many attempts are lost on the way before one arrives. 0: nothing is lost.',
  hold: 'Nothing is sent until a replay. false: webhooks come by themselves.',
  signature:
    'Signed with the right key, a wrong one or the one before the last rotation, which is still valid.',
  omitAmount: 'Webhooks come without amount. false: Adyen requires it, some CANCELLATIONs lack it.',
  emptyReason: 'A reason that is empty is sent as "" or as the word "null". Adyen does both.',
  blockingQueue:
    'A webhook that is not accepted holds up all behind it. Only for all references; false: order is promised nowhere.',
  additionalData:
    'Where metadata and merchantOrderReference are echoed; everywhere is in the details too, with the new token there and in the AUTHORISATION. Unknown: it is a setting of the merchant account; webhooks is the usual one.',
  cancel:
    'What follows the Cancel button. Unknown for KakaoPay; OFFER_CLOSED is what Adyen documents for “did not complete”.',
  offerClosedAfterMs:
    'When an unpaid offer is closed; never, as where the event is not enabled. Unknown; an hour is what Zuora says of the wallet’s timer.',
  offerClosedPsp:
    'OFFER_CLOSED carries the payment’s pspReference or one of its own. Unknown; Adyen’s example has no originalReference.',
  sessionMs: 'How long the wallet page can be used. Unknown; an hour is what Zuora says.',
  expiry:
    'What the wallet page does when its time has run out: offers both, goes back with an error, or closes the offer. Unknown, so it offers both.',
  look: 'The page for a desktop (QR), for a phone (app), or by the browser. What Adyen’s test page looks like is unknown.',
  returnMethod: 'The way back by GET or POST. asked: what redirectFromIssuerMethod says, else GET.',
  doubleAmpersand: 'The empty pair before redirectResult, as in Adyen’s own example. false: rare.',
  redirectResultLifetimeMs: 'After that a redirectResult is invalid. Unknown; never.',
  payments: '/payments redirects or ends at once. RedirectShopper: KakaoPay’s documented answer.',
  kakaopay: 'disabled: not listed, and 500 905 when asked for, as on an account without it.',
  minAmount: 'Less is refused with 137. Unknown at Adyen; never. Others say 50 or 100 won.',
  maxAmount: 'More is refused with 137. Unknown at Adyen; never. Others say 2,000,000 won.',
  missingReference: 'The code for a missing reference: 130 in Adyen’s tests, 158 lately.',
  pspReferences: 'modern: 16 letters and digits; digits: 16 digits as in old accounts.',
  contAuth:
    'The answer to a payment with a stored token; can be set for a shopperReference. Unknown for KakaoPay; by_token: Authorised when the token is there, and an error when it is not.',
  contAuthThen: 'What a Received or Pending charge becomes. Authorised: most do.',
  contAuthReason:
    'Why a charge is refused (refusalReasonCode). 12: not enough balance. 26 and 50 mean that the token is of no more use.',
  token:
    'What tells of a new token: RECURRING_CONTRACT, the token webhook, both or neither. Both: old and new accounts get either.',
  tokenDelayMs:
    'How long after the AUTHORISATION. Adyen says “when the payment has been settled”, which can be hours.',
  tokenOrder:
    'The token is told of after or before the AUTHORISATION. after: it needs the payment.',
  tokenAgain:
    'A shopper who saves the same wallet again gets the same token (recurring.token.alreadyExisting) or a new one. Adyen has a type for the first.',
  unknownToken: 'The code for an unknown token: 800 or 803. Both have been seen.',
  inFlightStatus: 'The status of a duplicate in flight (704, transient-error). 422 was seen.',
  sameKeyOtherBody:
    'A key used again with another body: the first answer, or 422 704. Unknown; the first answer hides mistakes as Adyen may.',
  idempotencyDays:
    'After so many days a key is forgotten. Old texts say 31, newer ones at least 7.',
  refunds: 'How refunds end. ok: most do.',
  refundFailsAfterMs:
    'How long after its REFUND a refund fails or is reversed. Two minutes; at a bank it is days.',
  disputeOriginal:
    'What CHARGEBACK_REVERSED, SECOND_CHARGEBACK, PREARBITRATION_WON and PREARBITRATION_LOST say of the payment: its originalReference always; none (absent), as in Adyen’s examples; or none and its pspReference in the place of the dispute’s. It is a setting of the Customer Area (Risk); always is what a shop should ask for.',
  addressSearch:
    'The government’s address search: it answers; its own error (-999); the key was not approved (E0001) or has expired (E0014). As the reference stands what is looked for.',
  ...accountSwitchNotes,
} as const satisfies Record<keyof Switches, string>
