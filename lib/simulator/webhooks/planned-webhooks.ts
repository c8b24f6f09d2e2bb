import type { Payment } from '@/lib/simulator/payment/payment'
import { newPspReference } from '@/lib/simulator/references'
import type { Switches } from '@/lib/simulator/switches'
import type {
  QueuedWebhook,
  TokenWebhook,
  UnsignedItem,
} from '@/lib/simulator/webhooks/webhook-queue'

/** Something that a webhook will tell, so long after the act. */
export type PlannedWebhook = { readonly afterMs: number } & (
  | { readonly event: 'refused'; readonly reason: string }
  | { readonly event: EventWithoutReason }
)

/** What is sent without a reason. */
export type EventWithoutReason =
  | 'authorised'
  | 'closed'
  | 'token_created'
  | 'token_disabled'
  | 'token_life_created'
  | 'token_life_updated'
  | 'token_life_alreadyExisting'
  | 'unknown_event'

type WebhookContents = { readonly item: UnsignedItem } | { readonly token: TokenWebhook }
type About = Pick<Payment, 'pspReference' | 'reference' | 'amount' | 'method' | 'shopperReference'>

type Circumstances = {
  readonly set: Switches
  readonly now: number
  readonly token?: string
  readonly tokenData?: Readonly<Record<string, string>>
}
/** One token is the same in all that is told about it. */
type SharedToken = { readonly token: string }

/** What happened to a payment in Adyen’s words. */
export function webhooksFor(
  payment: About,
  planned: readonly PlannedWebhook[],
  circumstances: Circumstances,
): QueuedWebhook[] {
  const token = circumstances.token ?? newPspReference(circumstances.set.pspReferences)
  return planned.map((webhook) => ({
    afterMs: webhook.afterMs,
    ...contentsOf(payment, webhook, { ...circumstances, token }),
  }))
}

function contentsOf(
  payment: About,
  webhook: PlannedWebhook,
  { set, token, tokenData }: Circumstances & SharedToken,
): WebhookContents {
  const { pspReference, reference, amount, method } = payment
  const about = { pspReference, merchantReference: reference, amount, paymentMethod: method }
  const own = { ...about, pspReference: newPspReference(set.pspReferences) }
  const later = { ...own, originalReference: pspReference, success: 'true', reason: '' } as const
  switch (webhook.event) {
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
      return one({ ...about, eventCode: 'AUTHORISATION', success: 'false', reason: webhook.reason })
    case 'closed':
      return one({
        ...(set.offerClosedPsp === 'own' ? own : about),
        eventCode: 'OFFER_CLOSED',
        success: 'true',
        reason: '',
      })
    case 'token_created':
      return one(recurringContract(payment, later, token))
    case 'token_disabled':
      return { token: tokenWebhookOf(payment, token, 'disabled') }
    case 'token_life_created':
      return { token: tokenWebhookOf(payment, token, 'created') }
    case 'token_life_updated':
      return { token: tokenWebhookOf(payment, token, 'updated') }
    case 'token_life_alreadyExisting':
      return { token: tokenWebhookOf(payment, token, 'alreadyExisting') }
    case 'unknown_event':
      return one({ ...later, eventCode: 'SOMETHING_ENTIRELY_NEW' })
  }
}

const one = (item: UnsignedItem) => ({ item })

const shopperOf = ({ shopperReference }: About) => shopperReference ?? 'simulated-shopper'

const recurringContract = (
  payment: About,
  later: Omit<UnsignedItem, 'eventCode'>,
  token: string,
): UnsignedItem => ({
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
const tokenWebhookOf = (
  payment: About,
  storedPaymentMethodId: string,
  life: Life,
): TokenWebhook => ({
  type: `recurring.token.${life}`,
  shopperReference: shopperOf(payment),
  storedPaymentMethodId,
  method: payment.method,
  ...(life === 'disabled' ? {} : { operation: life }),
})
