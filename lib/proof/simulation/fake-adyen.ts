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
type ProviderPayment = {
  readonly psp: PaymentId
  readonly reference: string
  readonly amount: number
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
  state: 'pending' | 'done' | 'failed' | 'bounced'
}

export type Notification = {
  readonly id: string
  readonly event:
    | 'AUTHORISATION'
    | 'OFFER_CLOSED'
    | 'REFUND'
    | 'REFUND_FAILED'
    | 'REFUNDED_REVERSED'
  readonly success: boolean
  readonly reference: string
  readonly psp: string
  readonly payment: PaymentId
  readonly amount: number
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
  /** On their way to the shop. */
  readonly outbox: Notification[]
  readonly paymentAnswers: Map<string, PayAnswer>
  readonly refundAnswers: Map<string, ProviderRefund | 'refused'>
  /** Payments of which more was asked back than there was. */
  readonly overRefunded: PaymentId[]
  issued: number
}

export const newFakeAdyen = (): FakeAdyen => ({
  offers: [],
  payments: [],
  results: [],
  refunds: [],
  outbox: [],
  paymentAnswers: new Map(),
  refundAnswers: new Map(),
  overRefunded: [],
  issued: 0,
})

const nextPsp = (adyen: FakeAdyen) => {
  adyen.issued += 1
  return `PSP${adyen.issued}`
}

type News = Pick<Notification, 'event' | 'success' | 'reference' | 'psp' | 'amount'>

/** Puts a genuine notification on its way. */
function notify(adyen: FakeAdyen, news: News & { payment?: PaymentId }): void {
  const payment = news.payment ?? paymentId(news.psp)
  const id = `${news.event} ${news.success} ${news.psp} ${payment}`
  const genuine = { account: 'ours', environment: 'ours', signature: 'genuine' } as const
  adyen.outbox.push({ ...news, ...genuine, id, payment })
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
  adyen.payments.push({ psp: paymentId(psp), reference, amount })
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

/** POST /payments/…/refunds. Adyen gives back no more than it has. */
export function refundAt(
  adyen: FakeAdyen,
  ask: { key: string; payment: PaymentId; amount: number },
): ProviderRefund | 'refused' {
  const known = adyen.refundAnswers.get(ask.key)
  if (known) return known
  const { payment, amount } = ask
  const paid = adyen.payments.find(({ psp }) => psp === payment)
  const fits = paid !== undefined && refundedTo(adyen, payment) + amount <= paid.amount
  const answer: ProviderRefund | 'refused' = fits
    ? { psp: nextPsp(adyen), payment, amount, state: 'pending' }
    : 'refused'
  if (answer === 'refused') adyen.overRefunded.push(payment)
  else adyen.refunds.push(answer)
  adyen.refundAnswers.set(ask.key, answer)
  return answer
}

/** What is with the shopper again or on its way there. */
export const refundedTo = (adyen: FakeAdyen, payment: PaymentId): number =>
  adyen.refunds
    .filter((each) => each.payment === payment)
    .filter(({ state }) => state === 'pending' || state === 'done')
    .reduce((total, { amount }) => total + amount, 0)

export type RefundFate = 'done' | 'refused' | 'failed_later' | 'bounced' | 'bounced_elsewhere'

/** What becomes of a refund. Only what is pending can be done or refused, only what is done can bounce. */
export function settleRefund(adyen: FakeAdyen, refund: ProviderRefund, fate: RefundFate): boolean {
  const wanted = fate === 'done' || fate === 'refused' ? 'pending' : 'done'
  if (refund.state !== wanted) return false
  refund.state = fate === 'done' ? 'done' : fate === 'refused' ? 'failed' : 'bounced'
  const { payment, amount } = refund
  const event =
    wanted === 'pending'
      ? 'REFUND'
      : fate === 'failed_later'
        ? 'REFUND_FAILED'
        : 'REFUNDED_REVERSED'
  // A reversal may come under a name of its own; then only the payment tells which refund it was.
  const psp = fate === 'bounced_elsewhere' ? nextPsp(adyen) : refund.psp
  notify(adyen, { event, success: fate !== 'refused', reference: '', psp, payment, amount })
  return true
}
