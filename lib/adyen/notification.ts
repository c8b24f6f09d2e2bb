import { z } from 'zod'
import { type PaymentId, paymentId, type TokenId, tokenId } from '../core/ids'
import { parseJson } from '../core/json'
import type { RefundRung } from '../core/order'

/*
 * A notification is signed field by field, so the schema takes what Adyen sends as it is: success stays
 * a string, and an absent amount stays absent. Unknown fields and events come without notice.
 */
const item = z.looseObject({
  eventCode: z.string(),
  success: z.string(),
  eventDate: z.string().optional(),
  merchantAccountCode: z.string(),
  merchantReference: z
    .string()
    .nullish()
    .transform((text) => text ?? ''),
  pspReference: z.string(),
  originalReference: z.string().nullish(),
  amount: z.object({ currency: z.string(), value: z.number() }).nullish(),
  reason: z.string().nullish(),
  additionalData: z.looseObject({ hmacSignature: z.string().optional() }).nullish(),
})
export type NotificationItem = z.output<typeof item>

// An array is only looked at here: of its items there may be more than anybody wants to copy.
const envelope = z.object({
  live: z.unknown().optional(),
  notificationItems: z.custom<readonly unknown[]>(Array.isArray),
})
const wrapped = z.object({ NotificationRequestItem: z.unknown() })

export type NotificationBatch = { readonly live: string; readonly items: readonly unknown[] }

/** One delivery with its items as they came, or null when it has no list of them. */
export function parseBatch(body: unknown): NotificationBatch | null {
  const parsed = envelope.safeParse(body)
  if (!parsed.success) return null
  const { live = 'false', notificationItems } = parsed.data
  // Of another shape it is of no environment that we know, and parks what it brought.
  const isWord = typeof live === 'string' || typeof live === 'boolean'
  return { live: isWord ? String(live) : 'unknown', items: notificationItems }
}

/** What is inside one of them, null for nothing. Whether it is shaped like a notification is not said yet. */
export const unwrapped = (each: unknown): unknown =>
  wrapped.safeParse(each).data?.NotificationRequestItem ?? null

/** A stored item, whose signature has been verified; null when it is not shaped like one. */
export const parseItem = (text: string): NotificationItem | null =>
  item.safeParse(parseStored(text)).data ?? null

/** JSON as Adyen sent it, as far as a person or a database can read it. */
export const parseStored = (text: string): unknown => storable(parseJson(text))

// Adyen nests five levels. JSON can be read at any depth, but not written again.
const DEEPEST = 50

/** The same without what is nested deeper than anything that means something; a NUL, which no database text can hold, is made visible. */
export function storable(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '\uFFFD')
  if (typeof value !== 'object' || value === null) return value
  if (depth === DEEPEST) return null
  if (Array.isArray(value)) return value.map((each) => storable(each, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, storable(each, depth + 1)]),
  )
}

type Amount = { readonly currency: string; readonly minor: number }

/** What an event means to us. Total: whatever we do not know is kept as news without consequence. */
export type Meaning =
  | { kind: 'authorised' | 'failed'; reference: string; payment: PaymentId; amount: Amount | null }
  | { kind: 'offer_closed'; reference: string; amount: Amount | null }
  | {
      kind: 'refund'
      refundPsp: string
      payment: PaymentId
      rung: RefundRung
      amount: Amount | null
    }
  | { kind: 'token'; token: TokenId; reference: string; payment: PaymentId; shopper: string | null }
  | { kind: 'no_consequence'; about: Subject }
type Subject = 'modification' | 'dispute' | 'report' | 'test' | 'other'

const yes = (news: NotificationItem) => news.success === 'true'

const subjects: ReadonlyMap<string, Subject> = new Map([
  ['CAPTURE', 'modification'],
  ['CAPTURE_FAILED', 'modification'],
  ['CANCELLATION', 'modification'],
  ['TECHNICAL_CANCEL', 'modification'],
  ['EXPIRE', 'modification'],
  ['AUTHORISATION_ADJUSTMENT', 'modification'],
  ['NOTIFICATION_OF_CHARGEBACK', 'dispute'],
  ['CHARGEBACK', 'dispute'],
  ['CHARGEBACK_REVERSED', 'dispute'],
  ['SECOND_CHARGEBACK', 'dispute'],
  ['PREARBITRATION_WON', 'dispute'],
  ['PREARBITRATION_LOST', 'dispute'],
  ['REQUEST_FOR_INFORMATION', 'dispute'],
  ['DISPUTE_DEFENSE_PERIOD_ENDED', 'dispute'],
  ['REPORT_AVAILABLE', 'report'],
])

/** From Adyen's words to ours. Only the string "true" is a success. */
export function meaningOf(news: NotificationItem): Meaning {
  if (isTest(news)) return { kind: 'no_consequence', about: 'test' }
  const reference = news.merchantReference
  const amount = amountOf(news)

  switch (news.eventCode) {
    case 'AUTHORISATION':
      return {
        kind: yes(news) ? 'authorised' : 'failed',
        reference,
        payment: paymentId(news.pspReference),
        amount,
      }
    case 'OFFER_CLOSED':
      return yes(news)
        ? { kind: 'offer_closed', reference, amount }
        : { kind: 'no_consequence', about: 'other' }
    case 'RECURRING_CONTRACT':
      return yes(news) ? tokenNews(news) : { kind: 'no_consequence', about: 'other' }
    case 'REFUND':
      return refundNews(news, yes(news) ? 'done' : 'failed')
    // "success" of these two means that the bad thing did happen.
    case 'REFUND_FAILED':
      return yes(news)
        ? refundNews(news, 'failed')
        : { kind: 'no_consequence', about: 'modification' }
    case 'REFUNDED_REVERSED':
      return yes(news)
        ? refundNews(news, 'reversed')
        : { kind: 'no_consequence', about: 'modification' }
    default:
      return { kind: 'no_consequence', about: subjects.get(news.eventCode) ?? 'other' }
  }
}

const amountOf = (news: NotificationItem): Amount | null =>
  news.amount ? { currency: news.amount.currency, minor: news.amount.value } : null

const refundNews = (news: NotificationItem, rung: RefundRung): Meaning => ({
  kind: 'refund',
  refundPsp: news.pspReference,
  payment: paymentId(news.originalReference ?? ''),
  rung,
  amount: amountOf(news),
})

/**
 * The token is the notification's own pspReference, and `originalReference` the payment that it came from. Whom it
 * belongs to stands in additionalData, which is not signed: it can only agree with what we know.
 */
function tokenNews(news: NotificationItem): Meaning {
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

/** The Customer Area's "test configuration" sends made-up references; they are no cause for alarm. */
const isTest = (news: NotificationItem) =>
  /^test_/i.test(news.pspReference) || /^testMerchantRef\d*$/.test(news.merchantReference)
