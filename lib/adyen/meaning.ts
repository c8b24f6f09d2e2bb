import type { Undoing } from '../core/books'
import type { DisputeStep } from '../core/dispute'
import {
  type DisputeId,
  disputeId,
  type Instant,
  instant,
  type PaymentId,
  paymentId,
  type TokenId,
  tokenId,
} from '../core/ids'
import type { RefundRung } from '../core/refund'
import type { NotificationItem } from './notification'

type Amount = { readonly currency: string; readonly minor: number }

/** Which payment a notification is about: by Adyen's name of it, or where it names none, by ours of the attempt. */
type About = { readonly payment: PaymentId | null; readonly reference: string }

/** What an event means to us. */
export type Meaning =
  | { kind: 'authorised' | 'failed'; reference: string; payment: PaymentId; amount: Amount | null }
  | { kind: 'offer_closed'; reference: string; amount: Amount | null }
  | {
      kind: 'refund'
      about: About
      refundPsp: string
      rung: RefundRung
      amount: Amount | null
    }
  /** All of a payment is given back, or never came. With an amount it has to be that of the payment. */
  | {
      kind: 'undone'
      about: About
      psp: string
      how: Undoing
      amount: Amount | null
    }
  | {
      kind: 'dispute'
      about: About
      dispute: DisputeId
      step: DisputeStep
      amount: Amount | null
      deadline: Instant | null
    }
  | { kind: 'token'; token: TokenId; reference: string; payment: PaymentId; shopper: string | null }
  | { kind: 'no_consequence'; about: Subject }
type Subject = 'modification' | 'dispute' | 'report' | 'payout' | 'test' | 'other'

type Reader = (news: NotificationItem) => Meaning

const yes = (news: NotificationItem) => news.success === 'true'

const nothing =
  (about: Subject): Reader =>
  () => ({ kind: 'no_consequence', about })

/** What did not happen has no consequence. */
const ifSo =
  (reader: Reader, about: Subject): Reader =>
  (news) =>
    yes(news) ? reader(news) : { kind: 'no_consequence', about }

const amountOf = (news: NotificationItem): Amount | null =>
  news.amount ? { currency: news.amount.currency, minor: news.amount.value } : null

const aboutOf = ({ originalReference, merchantReference }: NotificationItem): About => ({
  payment: originalReference ? paymentId(originalReference) : null,
  reference: merchantReference,
})

const refund =
  (rung: RefundRung): Reader =>
  (news) => ({
    kind: 'refund',
    about: aboutOf(news),
    refundPsp: news.pspReference,
    rung,
    amount: amountOf(news),
  })

const refundResult: Reader = (news) => refund(yes(news) ? 'done' : 'failed')(news)

const undone =
  (how: Undoing): Reader =>
  (news) => ({
    kind: 'undone',
    about: aboutOf(news),
    psp: news.pspReference,
    how,
    amount: amountOf(news),
  })

/** It names the payment as its own, and nothing else. */
const expired: Reader = (news) => ({
  kind: 'undone',
  about: { payment: paymentId(news.pspReference), reference: news.merchantReference },
  psp: news.pspReference,
  how: 'never_came',
  amount: amountOf(news),
})

const dispute =
  (step: DisputeStep): Reader =>
  (news) => ({
    kind: 'dispute',
    about: aboutOf(news),
    dispute: disputeId(news.pspReference),
    step,
    amount: amountOf(news),
    deadline: deadlineOf(news),
  })

/** Not signed: it is shown, and decides nothing. */
function deadlineOf({ additionalData }: NotificationItem): Instant | null {
  const at = Date.parse(String(additionalData?.defensePeriodEndsAt ?? ''))
  return Number.isNaN(at) ? null : instant(at)
}

/**
 * The token is the notification's own pspReference, and `originalReference` the payment that it came from. Whom it
 * belongs to stands in additionalData, which is not signed: it can only agree with what we know.
 */
const token: Reader = (news) => {
  const { shopperReference, 'recurring.shopperReference': recurring } = news.additionalData ?? {}
  const shopper = recurring ?? shopperReference
  return {
    kind: 'token',
    token: tokenId(news.pspReference),
    reference: news.merchantReference,
    payment: paymentId(news.originalReference ?? ''),
    shopper: typeof shopper === 'string' ? shopper : null,
  }
}

const authorisation: Reader = (news) => ({
  kind: yes(news) ? 'authorised' : 'failed',
  reference: news.merchantReference,
  payment: paymentId(news.pspReference),
  amount: amountOf(news),
})

const offerClosed: Reader = (news) => ({
  kind: 'offer_closed',
  reference: news.merchantReference,
  amount: amountOf(news),
})

/**
 * Every event of Adyen's webhooks, and what it does to money. `success` of a bad event means that the bad thing did
 * happen. Of the steps of a dispute only three say that money moved; that of the others comes as one of these.
 */
export const meanings: ReadonlyMap<string, Reader> = new Map([
  ['AUTHORISATION', authorisation],
  ['OFFER_CLOSED', ifSo(offerClosed, 'other')],
  ['RECURRING_CONTRACT', ifSo(token, 'other')],

  ['REFUND', refundResult],
  ['REFUND_WITH_DATA', refundResult],
  ['REFUND_FAILED', ifSo(refund('failed'), 'modification')],
  ['REFUNDED_REVERSED', ifSo(refund('reversed'), 'modification')],
  // It waits for the capture: on its way, whoever asked for it.
  ['POSTPONED_REFUND', ifSo(refund('received'), 'modification')],
  // A refund at a terminal that was called off before it was one. This shop has no terminal.
  ['VOID_PENDING_REFUND', nothing('modification')],

  ['CANCELLATION', ifSo(undone('cancelled'), 'modification')],
  ['TECHNICAL_CANCEL', ifSo(undone('cancelled'), 'modification')],
  // Whether it cancelled or gave back is not signed, and comes to the same.
  ['CANCEL_OR_REFUND', ifSo(undone('cancelled'), 'modification')],
  ['CAPTURE_FAILED', ifSo(undone('never_came'), 'modification')],
  ['EXPIRE', ifSo(expired, 'modification')],
  // Everything here is captured by itself: that it was says nothing new, and that it could not be comes as CAPTURE_FAILED.
  ['CAPTURE', nothing('modification')],
  ['AUTHORISATION_ADJUSTMENT', nothing('modification')],

  ['NOTIFICATION_OF_FRAUD', ifSo(dispute('fraud_reported'), 'dispute')],
  ['REQUEST_FOR_INFORMATION', ifSo(dispute('information_asked'), 'dispute')],
  ['NOTIFICATION_OF_CHARGEBACK', ifSo(dispute('announced'), 'dispute')],
  ['CHARGEBACK', ifSo(dispute('taken'), 'dispute')],
  ['CHARGEBACK_REVERSED', ifSo(dispute('returned'), 'dispute')],
  ['SECOND_CHARGEBACK', ifSo(dispute('taken_again'), 'dispute')],
  ['DISPUTE_DEFENSE_PERIOD_ENDED', ifSo(dispute('undefended'), 'dispute')],
  ['ISSUER_RESPONSE_TIMEFRAME_EXPIRED', ifSo(dispute('unanswered'), 'dispute')],
  ['PREARBITRATION_OPEN', ifSo(dispute('arbitration'), 'dispute')],
  ['PREARBITRATION_DECLINED', ifSo(dispute('arbitration'), 'dispute')],
  ['PREARBITRATION_ACCEPTED', ifSo(dispute('arbitration_lost'), 'dispute')],
  ['PREARBITRATION_WON', ifSo(dispute('arbitration_won'), 'dispute')],
  ['PREARBITRATION_ISSUER_WITHDRAWN', ifSo(dispute('arbitration_won'), 'dispute')],
  ['PREARBITRATION_LOST', ifSo(dispute('arbitration_lost'), 'dispute')],
  ['SCHEME_ARBITRATION', ifSo(dispute('arbitration'), 'dispute')],
  ['SCHEME_ARBITRATION_WON', ifSo(dispute('arbitration_won'), 'dispute')],
  ['SCHEME_ARBITRATION_LOST', ifSo(dispute('arbitration_lost'), 'dispute')],
  ['INFORMATION_SUPPLIED', nothing('dispute')],
  ['ISSUER_COMMENTS', nothing('dispute')],

  ['REPORT_AVAILABLE', nothing('report')],

  // Money that the shop pays out to others; it does not.
  ['PAIDOUT_REVERSED', nothing('payout')],
  ['PAYOUT_DECLINE', nothing('payout')],
  ['PAYOUT_EXPIRE', nothing('payout')],
  ['PAYOUT_THIRDPARTY', nothing('payout')],

  // A person looks at a payment. What comes of it has an event of its own.
  ['MANUAL_REVIEW_ACCEPT', nothing('other')],
  ['MANUAL_REVIEW_REJECT', nothing('other')],
  // Orders that are paid in parts, failed cards that Adyen tries again, bank accounts that changed: not used here.
  ['ORDER_OPENED', nothing('other')],
  ['ORDER_CLOSED', nothing('other')],
  ['AUTORESCUE', nothing('other')],
  ['CANCEL_AUTORESCUE', nothing('other')],
  ['ACH_NOTIFICATION_OF_CHANGE', nothing('other')],
  ['DIRECT_DEBIT_NOTICE_OF_CHANGE_NOTIFICATION', nothing('other')],
])

/** From Adyen's words to ours. Only the string "true" is a success. What we do not know is kept, without consequence. */
export function meaningOf(news: NotificationItem): Meaning {
  if (isTest(news)) return { kind: 'no_consequence', about: 'test' }
  const read = meanings.get(news.eventCode) ?? nothing('other')
  return read(news)
}

/** The Customer Area's "test configuration" sends made-up references; they are no cause for alarm. */
const isTest = (news: NotificationItem) =>
  /^test_/i.test(news.pspReference) || /^testMerchantRef\d*$/.test(news.merchantReference)
