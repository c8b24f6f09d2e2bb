import type { Ending, WalletButton } from '@/lib/simulator/payment/endings'
import {
  type MoneyScriptName,
  moneyScriptNames,
  moneyScripts,
} from '@/lib/simulator/payment/money-scripts'
import type { Switches } from '@/lib/simulator/switches'
import { FIRST_WEBHOOK_MS } from '@/lib/simulator/webhooks/webhook-queue'

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** What becomes of one payment: a button of the wallet, or something that no button does. */
type Part = WalletButton | Ending

type Script = {
  readonly what: string
  /** Set for the payment's reference before it plays. */
  readonly switches?: Partial<Switches>
  /** More than one: the second is for the next payment, which is another attempt. */
  readonly parts: readonly [Part, ...Part[]]
}

const soon = FIRST_WEBHOOK_MS
const base = { refusalCode: null, returns: true }
const refusedLate = { event: 'refused', reason: 'Refused', afterMs: 2 * MINUTE } as const
const authorised = (afterMs = soon) => ({ event: 'authorised', afterMs }) as const

const paidAnd = (...more: Ending['webhooks']): Ending => ({
  ...base,
  resultCode: 'Authorised',
  authorisedAfterMs: 0,
  webhooks: [authorised(), ...more],
})

/** Cancelled on screen, and the money comes all the same. */
const cancelledThenPaid = (moneyAfterMs: number, ...first: Ending['webhooks']): Ending => ({
  ...base,
  resultCode: 'Cancelled',
  authorisedAfterMs: moneyAfterMs,
  webhooks: [...first, authorised(moneyAfterMs)],
})

const ownNames = [
  'success',
  'refuse',
  'cancel_authorisation_false',
  'cancel_offer_closed',
  'abandon',
  'false_then_true',
  'offer_closed_then_true',
  'true_then_false',
  'two_trues',
  'token_lagging',
  'token_before_authorisation',
  'token_disabled',
  'refund_ok',
  'refund_refused',
  'refund_failed_later',
  'refund_reversed',
  'unknown_event',
  'reason_null',
] as const
export type ScriptName = (typeof ownNames)[number] | MoneyScriptName
export const scriptNames: readonly ScriptName[] = [...ownNames, ...moneyScriptNames]

const moneyScript = (name: MoneyScriptName): Script => {
  const { what, later } = moneyScripts[name]
  return { what, parts: [{ ...paidAnd(), later }] }
}

export const scripts: Readonly<Record<ScriptName, Script>> = {
  success: { what: 'Authorised, AUTHORISATION true', parts: ['Approve'] },
  refuse: { what: 'Refused, AUTHORISATION false', parts: ['Refuse'] },
  cancel_authorisation_false: {
    what: 'Cancelled, AUTHORISATION false',
    switches: { cancel: 'AUTHORISATION' },
    parts: ['Cancel'],
  },
  cancel_offer_closed: {
    what: 'Cancelled, OFFER_CLOSED only',
    switches: { cancel: 'OFFER_CLOSED' },
    parts: ['Cancel'],
  },
  abandon: {
    what: 'nobody comes back, OFFER_CLOSED after its delay',
    parts: ['Close the window'],
  },
  false_then_true: {
    what: 'Cancelled, AUTHORISATION false, then true 5 seconds later',
    parts: ['Cancel, then approve in the app'],
  },
  offer_closed_then_true: {
    what: 'Cancelled, OFFER_CLOSED, then AUTHORISATION true 10 seconds later',
    parts: [cancelledThenPaid(soon + 10 * SECOND, { event: 'closed', afterMs: soon })],
  },
  true_then_false: {
    what: 'two attempts: the first is Refused but told so after 2 minutes, the second is paid first',
    parts: [
      {
        ...base,
        resultCode: 'Refused',
        refusalCode: '2',
        authorisedAfterMs: null,
        webhooks: [refusedLate],
      },
      'Approve',
    ],
  },
  two_trues: {
    what: 'two attempts: the first is Cancelled but paid after 2 minutes, the second is paid too',
    parts: [cancelledThenPaid(2 * MINUTE), 'Approve'],
  },
  token_lagging: {
    what: 'paid, RECURRING_CONTRACT 5 minutes later',
    parts: [paidAnd({ event: 'token_created', afterMs: 5 * MINUTE })],
  },
  token_before_authorisation: {
    what: 'paid, RECURRING_CONTRACT first, AUTHORISATION true 30 seconds later',
    parts: [
      {
        ...paidAnd(),
        webhooks: [{ event: 'token_created', afterMs: soon }, authorised(30 * SECOND)],
      },
    ],
  },
  token_disabled: {
    what: 'paid, RECURRING_CONTRACT, recurring.token.disabled 10 minutes later',
    parts: [
      paidAnd(
        { event: 'token_created', afterMs: soon },
        { event: 'token_disabled', afterMs: 10 * MINUTE },
      ),
    ],
  },
  refund_ok: refundsEnd('ok', 'paid; refunds succeed'),
  refund_refused: refundsEnd('refused', 'paid; refunds get REFUND false'),
  refund_failed_later: refundsEnd(
    'failed_later',
    'paid; REFUND true, then REFUND_FAILED two minutes later',
  ),
  refund_reversed: refundsEnd(
    'reversed',
    'paid; REFUND true, then REFUNDED_REVERSED two minutes later',
  ),
  unknown_event: {
    what: 'paid, and an eventCode that nobody knows',
    parts: [paidAnd({ event: 'unknown_event', afterMs: soon })],
  },
  reason_null: {
    what: 'paid, every empty reason is the word "null"',
    switches: { emptyReason: 'null' },
    parts: ['Approve'],
  },
  refunded_elsewhere: moneyScript('refunded_elsewhere'),
  half_refunded_elsewhere: moneyScript('half_refunded_elsewhere'),
  cancelled_elsewhere: moneyScript('cancelled_elsewhere'),
  missing_amount: moneyScript('missing_amount'),
  cancel_or_refund: moneyScript('cancel_or_refund'),
  technical_cancel: moneyScript('technical_cancel'),
  capture_failed: moneyScript('capture_failed'),
  chargeback: moneyScript('chargeback'),
  chargeback_of_half: moneyScript('chargeback_of_half'),
  dispute_won: moneyScript('dispute_won'),
  dispute_lost: moneyScript('dispute_lost'),
  arbitration: moneyScript('arbitration'),
  information_requested: moneyScript('information_requested'),
}

function refundsEnd(refunds: Switches['refunds'], what: string): Script {
  return { what, switches: { refunds }, parts: ['Approve'] }
}
