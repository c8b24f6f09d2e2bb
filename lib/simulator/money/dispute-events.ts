import { eventDate } from '@/lib/simulator/webhooks/event-date'

/** What a step does to the money of the payment. */
export const disputeMoneyWords = ['taken', 'back', 'same'] as const
type DisputeMoney = (typeof disputeMoneyWords)[number]

export const disputeStatuses = [
  'Unresponded',
  'Responded',
  'Expired',
  'Undefended',
  'Accepted',
  'Pending',
  'Lost',
  'Won',
] as const
type DisputeStatus = (typeof disputeStatuses)[number]

/** `codes`: whose reason code it carries. `open`: it can be defended until a day that is named. */
type EventRow = {
  readonly money: DisputeMoney
  readonly status: DisputeStatus | null
  readonly codes: 'chargeback' | 'rfi' | 'nof' | null
  readonly open?: true
}

const step = (status: DisputeStatus | null, money: DisputeMoney = 'same'): EventRow => ({
  money,
  status,
  codes: 'chargeback',
})

// Adyen's files speak of money in two rows only: what CHARGEBACK and SECOND_CHARGEBACK deduct. What is won comes back
// by CHARGEBACK_REVERSED, what is lost goes by SECOND_CHARGEBACK; no other step moves money unless it is told to.
const rows = {
  REQUEST_FOR_INFORMATION: { ...step('Unresponded'), codes: 'rfi', open: true },
  NOTIFICATION_OF_FRAUD: { ...step(null), codes: 'nof' },
  NOTIFICATION_OF_CHARGEBACK: { ...step('Undefended'), open: true },
  CHARGEBACK: { ...step('Undefended', 'taken'), open: true },
  INFORMATION_SUPPLIED: step('Pending'),
  ISSUER_COMMENTS: step(null),
  CHARGEBACK_REVERSED: step('Pending', 'back'),
  SECOND_CHARGEBACK: step('Lost', 'taken'),
  DISPUTE_DEFENSE_PERIOD_ENDED: step('Lost'),
  ISSUER_RESPONSE_TIMEFRAME_EXPIRED: step('Won'),
  PREARBITRATION_OPEN: { ...step('Undefended'), open: true },
  PREARBITRATION_ACCEPTED: step('Accepted'),
  PREARBITRATION_DECLINED: step('Pending'),
  PREARBITRATION_ISSUER_WITHDRAWN: step('Won'),
  PREARBITRATION_WON: { ...step('Won'), codes: null },
  PREARBITRATION_LOST: step('Lost'),
  SCHEME_ARBITRATION: step('Pending'),
  SCHEME_ARBITRATION_WON: step('Won'),
  SCHEME_ARBITRATION_LOST: step('Lost'),
} as const satisfies Record<string, EventRow>

export type DisputeEventCode = keyof typeof rows
export const isDisputeEventCode = (word: string): word is DisputeEventCode => word in rows
export const disputeEventCodes = Object.keys(rows).filter(isDisputeEventCode)

const rowOf = (event: DisputeEventCode): EventRow => rows[event]

export const disputeMoneyOf = (event: DisputeEventCode) => rowOf(event).money
export const disputeStatusAfter = (event: DisputeEventCode) => rowOf(event).status

type Told = {
  readonly amount: { readonly currency: string; readonly value: number }
  readonly method: string
  readonly status: DisputeStatus | null
  readonly defenceEndsAt: number
  readonly reasonCode: string
}

/** The additionalData of one step, as Adyen's examples show it. */
export function disputeData(event: DisputeEventCode, told: Told): Record<string, string> {
  const { codes, open } = rowOf(event)
  return {
    ...(codes === null
      ? {}
      : { [`${codes}ReasonCode`]: told.reasonCode, [`${codes}SchemeCode`]: told.method }),
    ...(told.status === null ? {} : { disputeStatus: told.status }),
    ...(open === undefined
      ? {}
      : {
          defendable: 'true',
          autoDefended: 'false',
          defensePeriodEndsAt: eventDate(told.defenceEndsAt),
          grossValue: String(told.amount.value),
          grossCurrency: told.amount.currency,
          // As Adyen writes it when nothing was captured or refunded by hand.
          modificationMerchantReferences: '',
        }),
    ...(event === 'ISSUER_COMMENTS'
      ? {
          'issuerComments.type': 'chargeback',
          'issuerComments.explanation': 'The cardholder says that it was never ordered.',
        }
      : {}),
  }
}

/** Adyen leaves it out of these unless a setting (Risk, additional settings) asks for it. */
const later: readonly DisputeEventCode[] = [
  'CHARGEBACK_REVERSED',
  'SECOND_CHARGEBACK',
  'PREARBITRATION_WON',
  'PREARBITRATION_LOST',
]
export const mayLackOriginal = (event: DisputeEventCode) => later.includes(event)
