import type { Undoing } from '@/lib/core/books'
import type { DisputeStep } from '@/lib/core/dispute'
import { type PaymentId, paymentId } from '@/lib/core/ids'
import type { Outcome } from '@/lib/core/outcome'

/*
 * The simulated Adyen with KakaoPay behind it. Its books are the test oracle: what they say about money is
 * true, whatever the shop believes.
 */

/** How /payments answers for a method: a way to the wallet, or a result at once. */
export type MethodAnswer = 'redirect' | Outcome

export type PayAnswer =
  | { readonly kind: 'redirect'; readonly offer: number }
  | { readonly kind: 'result'; readonly outcome: Outcome }

/** One payment asked for, to be decided by the shopper until it is settled. */
export type Offer = {
  readonly reference: string
  readonly amount: number
  /** The last news of it has been sent. Success can come even later. */
  settled: boolean
}
export type ProviderPayment = {
  readonly psp: PaymentId
  readonly reference: string
  readonly amount: number
  /** Called off as a whole, or never to be had; both hold for all that may come back to it. */
  undone: Undoing | null
}
/** What the wallet gives a browser to carry home. Adyen tells its meaning once, or again for the same key. */
export type RedirectResult = {
  readonly reference: string
  readonly amount: number
  readonly outcome: Outcome
  toldForKey: string | null
}
export type ProviderRefund = {
  readonly psp: string
  readonly payment: PaymentId
  readonly amount: number
  /** A part that was cancelled is gone at once, and for good. */
  readonly askedBy: 'shop' | 'customer_area' | 'cancellation'
  state: 'pending' | 'done' | 'failed' | 'bounced'
}
export type ProviderDispute = {
  readonly psp: string
  readonly payment: PaymentId
  readonly amount: number
  readonly steps: DisputeStep[]
  /** Once it was told of under the payment's own name. */
  calledAsPayment: boolean
}

type RefundEventCode = 'POSTPONED_REFUND' | 'REFUND' | 'REFUND_FAILED' | 'REFUNDED_REVERSED'
export const cancelEventCodes = ['CANCELLATION', 'TECHNICAL_CANCEL', 'CANCEL_OR_REFUND'] as const
export const lostEventCodes = ['CAPTURE_FAILED', 'EXPIRE'] as const
export type UndoingEventCode = (typeof cancelEventCodes)[number] | (typeof lostEventCodes)[number]

export type Notification = {
  readonly id: string
  readonly event: 'AUTHORISATION' | 'OFFER_CLOSED' | RefundEventCode | UndoingEventCode | 'DISPUTE'
  readonly step: DisputeStep | null
  readonly success: boolean
  readonly reference: string
  readonly psp: string
  /** The payment that it names; null: it names none. */
  readonly payment: PaymentId | null
  readonly amount: number | null
  /** For the oracle: the payment that it is about, named or not. */
  readonly meant: PaymentId
  readonly account: 'ours' | 'of another shop'
  readonly environment: 'ours' | 'another'
  readonly signature: 'genuine' | 'false'
}

export type FakeAdyen = {
  readonly offers: Offer[]
  /** Money that shoppers really paid. */
  readonly payments: ProviderPayment[]
  readonly results: RedirectResult[]
  readonly refunds: ProviderRefund[]
  readonly disputes: ProviderDispute[]
  /** On their way to the shop. */
  readonly outbox: Notification[]
  readonly paymentAnswers: Map<string, PayAnswer>
  readonly refundAnswers: Map<string, ProviderRefund | 'refused'>
  /** Payments of which the shop alone asked more back than there was. */
  readonly overRefunded: PaymentId[]
  issued: number
}

export const newFakeAdyen = (): FakeAdyen => ({
  offers: [],
  payments: [],
  results: [],
  refunds: [],
  disputes: [],
  outbox: [],
  paymentAnswers: new Map(),
  refundAnswers: new Map(),
  overRefunded: [],
  issued: 0,
})

export const nextPsp = (adyen: FakeAdyen) => {
  adyen.issued += 1
  return `PSP${adyen.issued}`
}

type News = Pick<Notification, 'event' | 'success' | 'reference' | 'psp' | 'amount'> &
  Partial<Pick<Notification, 'payment' | 'meant' | 'step'>>

/** Puts a genuine notification on its way. Without a payment it is about the one that has its psp. */
export function notify(adyen: FakeAdyen, news: News): void {
  const meant = news.meant ?? paymentId(news.psp)
  const { payment = meant, step = null } = news
  const id = `${news.event} ${step} ${news.success} ${news.psp} ${payment} ${news.amount}`
  const genuine = { account: 'ours', environment: 'ours', signature: 'genuine' } as const
  adyen.outbox.push({ ...news, ...genuine, id, payment, meant, step })
}

/** POST /payments. The same key gets the first answer; another key would be another offer. */
export function payAt(
  adyen: FakeAdyen,
  ask: { key: string; reference: string; amount: number; method: MethodAnswer },
): PayAnswer {
  const known = adyen.paymentAnswers.get(ask.key)
  if (known) return known
  const { reference, amount, method } = ask
  const offer: Offer = { reference, amount, settled: false }
  const index = adyen.offers.push(offer) - 1
  const answer: PayAnswer =
    method === 'redirect' ? { kind: 'redirect', offer: index } : { kind: 'result', outcome: method }
  if (method === 'approved') authorise(adyen, offer)
  if (method === 'left' || method === 'refused' || method === 'broken') fail(adyen, offer)
  adyen.paymentAnswers.set(ask.key, answer)
  return answer
}

/** Money moves, and Adyen says so. Twice for one offer is possible: two apps, one QR code. */
export function authorise(adyen: FakeAdyen, offer: Offer): void {
  const { reference, amount } = offer
  const psp = nextPsp(adyen)
  offer.settled = true
  adyen.payments.push({ psp: paymentId(psp), reference, amount, undone: null })
  notify(adyen, { event: 'AUTHORISATION', success: true, reference, psp, amount })
}

export function fail(adyen: FakeAdyen, offer: Offer): void {
  const { reference, amount } = offer
  offer.settled = true
  const psp = nextPsp(adyen)
  notify(adyen, { event: 'AUTHORISATION', success: false, reference, psp, amount })
}

/** Adyen no longer waits for the shopper. */
export function close(adyen: FakeAdyen, offer: Offer): void {
  const { reference, amount } = offer
  offer.settled = true
  const psp = nextPsp(adyen)
  notify(adyen, { event: 'OFFER_CLOSED', success: true, reference, psp, amount })
}

/** POST /payments/details. `in_doubt` is Adyen's 704: asked before, under another key. */
export function detailsAt(
  adyen: FakeAdyen,
  index: number,
  key: string,
): RedirectResult | 'in_doubt' | 'invalid' {
  const result = adyen.results[index]
  if (!result) return 'invalid'
  result.toldForKey ??= key
  return result.toldForKey === key ? result : 'in_doubt'
}
