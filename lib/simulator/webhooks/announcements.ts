import type { Payment } from '@/lib/simulator/payment/payment'
import { newPspReference } from '@/lib/simulator/references'
import type { Switches } from '@/lib/simulator/switches'
import { eventDate } from '@/lib/simulator/webhooks/event-date'
import type { Item, News, TokenWebhook } from '@/lib/simulator/webhooks/notifications'

/** Something that a webhook will tell, so long after the act. */
export type Announcement = { readonly afterMs: number } & (
  | { readonly event: 'refused'; readonly reason: string }
  | { readonly event: Unexplained }
)

/** What is told without a reason. */
export type Unexplained =
  | 'authorised'
  | 'closed'
  | 'token_created'
  | 'token_disabled'
  | 'token_life_created'
  | 'token_life_updated'
  | 'token_life_alreadyExisting'
  | 'chargeback_announced'
  | 'chargeback'
  | 'cancellation_without_amount'
  | 'unknown_event'

type Words = { readonly item: Item } | { readonly token: TokenWebhook }
type About = Pick<Payment, 'pspReference' | 'reference' | 'amount' | 'method' | 'shopperReference'>

type Circumstances = {
  readonly set: Switches
  readonly now: number
  readonly token?: string
  readonly tokenData?: Readonly<Record<string, string>>
}
/** One token and one dispute are the same in all that is told about them. */
type Names = { readonly token: string; readonly dispute: string }

/** What happened to a payment in Adyen’s words. */
export function announced(
  payment: About,
  tells: readonly Announcement[],
  circumstances: Circumstances,
): News[] {
  const fresh = () => newPspReference(circumstances.set.pspReferences)
  const names = { token: circumstances.token ?? fresh(), dispute: fresh() }
  return tells.map((told) => ({
    afterMs: told.afterMs,
    ...wordsFor(payment, told, { ...circumstances, ...names }),
  }))
}

function wordsFor(
  payment: About,
  told: Announcement,
  { set, now, token, tokenData, dispute }: Circumstances & Names,
): Words {
  const { pspReference, reference, amount, method } = payment
  const about = { pspReference, merchantReference: reference, amount, paymentMethod: method }
  const own = { ...about, pspReference: newPspReference(set.pspReferences) }
  const later = { ...own, originalReference: pspReference, success: 'true', reason: '' } as const
  const contested = { ...later, ...disputed(payment, dispute, now) }
  switch (told.event) {
    case 'authorised':
      return one({
        ...about,
        eventCode: 'AUTHORISATION',
        success: 'true',
        reason: '',
        operations: ['REFUND'],
        ...(tokenData === undefined ? {} : { additionalData: tokenData }),
      })
    case 'refused':
      return one({ ...about, eventCode: 'AUTHORISATION', success: 'false', reason: told.reason })
    case 'closed':
      return one({
        ...(set.offerClosedPsp === 'own' ? own : about),
        eventCode: 'OFFER_CLOSED',
        success: 'true',
        reason: '',
      })
    case 'token_created':
      return one(tokenCreated(payment, later, token))
    case 'token_disabled':
      return { token: tokenNews(payment, token, 'disabled') }
    case 'token_life_created':
      return { token: tokenNews(payment, token, 'created') }
    case 'token_life_updated':
      return { token: tokenNews(payment, token, 'updated') }
    case 'token_life_alreadyExisting':
      return { token: tokenNews(payment, token, 'alreadyExisting') }
    case 'chargeback_announced':
      return one({ ...contested, eventCode: 'NOTIFICATION_OF_CHARGEBACK' })
    case 'chargeback':
      return one({ ...contested, eventCode: 'CHARGEBACK' })
    case 'cancellation_without_amount':
      return one({ ...later, eventCode: 'CANCELLATION', amount: undefined })
    case 'unknown_event':
      return one({ ...later, eventCode: 'SOMETHING_ENTIRELY_NEW' })
  }
}

const one = (item: Item) => ({ item })

const shopperOf = ({ shopperReference }: About) => shopperReference ?? 'simulated-shopper'

const tokenCreated = (payment: About, later: Omit<Item, 'eventCode'>, token: string): Item => ({
  ...later,
  eventCode: 'RECURRING_CONTRACT',
  pspReference: token,
  originalPsp: payment.pspReference,
  amount: { ...payment.amount, value: 0 },
  additionalData: {
    shopperReference: shopperOf(payment),
    'recurring.shopperReference': shopperOf(payment),
    'recurring.recurringDetailReference': token,
  },
})

type Life = 'created' | 'updated' | 'alreadyExisting' | 'disabled'

/** `disabled`: the merchant, KakaoPay itself, or the shopper in its app has ended the agreement. */
const tokenNews = (payment: About, storedPaymentMethodId: string, life: Life): TokenWebhook => ({
  type: `recurring.token.${life}`,
  shopperReference: shopperOf(payment),
  storedPaymentMethodId,
  method: payment.method,
  ...(life === 'disabled' ? {} : { operation: life }),
})

// Cards have between ten and forty days; what KakaoPay gives is unknown.
const DEFENCE_MS = 14 * 86_400_000

const disputed = ({ amount, method }: About, dispute: string, now: number) => ({
  pspReference: dispute,
  reason: 'Transaction disputed by the shopper',
  additionalData: {
    chargebackReasonCode: '10.4',
    chargebackSchemeCode: method,
    defendable: 'true',
    defensePeriodEndsAt: eventDate(now + DEFENCE_MS),
    disputeStatus: 'Undefended',
    autoDefended: 'false',
    grossValue: String(amount.value),
    grossCurrency: amount.currency,
    // As Adyen writes it when nothing was captured or refunded by hand.
    modificationMerchantReferences: '',
  },
})
