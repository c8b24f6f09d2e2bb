import { ModificationsApi } from '@adyen/api-library/lib/src/services/checkout/modificationsApi.js'
import { PaymentsApi } from '@adyen/api-library/lib/src/services/checkout/paymentsApi.js'
import { RecurringApi as StoredMethodsApi } from '@adyen/api-library/lib/src/services/checkout/recurringApi.js'
import { RecurringApi } from '@adyen/api-library/lib/src/services/recurring/recurringApi.js'
import { PaymentMethodsRequest } from '@adyen/api-library/lib/src/typings/checkout/paymentMethodsRequest.js'
import { PaymentRequest } from '@adyen/api-library/lib/src/typings/checkout/paymentRequest.js'
import type { z } from 'zod'
import type { ShopperId, TokenId } from '../core/ids'
import type { Money } from '../core/money'
import { AdyenError, isAdyenError } from './errors'
import { knowsMethods } from './known-methods'
import { findMethod, type Method } from './methods'
import { type AdyenSettings, officialClient } from './official-client'
import {
  type DetailsAnswer,
  detailsAnswer,
  type PaymentAnswer,
  paymentAnswer,
  paymentMethodsAnswer,
  recurringDetailsAnswer,
  refundAnswer,
  storedMethodsAnswer,
} from './wire'

export type PaymentQuestion = {
  readonly method: string
  readonly amount: Money
  readonly reference: string
  readonly orderNumber: string
  readonly returnUrl: string
  readonly locale: string
  readonly idempotencyKey: string
  /** Save the wallet for this shopper, to be charged as agreed; null: pay once. */
  readonly keep: SaveWallet | null
}

export type SaveWallet = { readonly shopper: ShopperId; readonly agreement: keyof typeof models }

/** A charge of a saved wallet, with nobody at the screen. */
export type ChargeQuestion = Omit<PaymentQuestion, 'keep'> & {
  readonly token: TokenId
  readonly keep: SaveWallet
}

export type StoredMethod = { readonly token: TokenId; readonly method: string }

/** `Subscription`: a fixed interval. `UnscheduledCardOnFile`: none. KakaoPay knows no others. */
const models = {
  subscription: PaymentRequest.RecurringProcessingModelEnum.Subscription,
  unscheduled: PaymentRequest.RecurringProcessingModelEnum.UnscheduledCardOnFile,
} as const

/** Every call ends within `timeoutMs`, or twice that when it is asked again, and throws AdyenError. */
export type Adyen = ReturnType<typeof createAdyen>

const TIMEOUT_MS = 10_000

export function createAdyen(settings: AdyenSettings, timeoutMs = TIMEOUT_MS) {
  const { merchantAccount } = settings
  const client = officialClient(settings, timeoutMs)
  const payments = new PaymentsApi(client)
  const modifications = new ModificationsApi(client)
  const storedMethods = new StoredMethodsApi(client)
  const recurring = new RecurringApi(client)

  /** What every `/payments` of ours carries. */
  const common = (question: Omit<PaymentQuestion, 'keep'>) => ({
    merchantAccount,
    amount: onWire(question.amount),
    reference: question.reference,
    merchantOrderReference: question.orderNumber,
    // The specification asks for one of charges without a shopper too.
    returnUrl: question.returnUrl,
    channel: PaymentRequest.ChannelEnum.Web,
    countryCode: 'KR',
    shopperLocale: shopperLocale(question.locale),
  })
  const send = (request: PaymentRequest, idempotencyKey: string): Promise<PaymentAnswer> =>
    twice(async () =>
      understood(paymentAnswer, await payments.payments(request, { idempotencyKey })),
    )

  const paymentMethods = async (amount: Money, locale: string): Promise<Method[]> => {
    const question = methodsQuestion(settings, amount, locale)
    const answer = understood(paymentMethodsAnswer, await payments.paymentMethods(question))
    return answer.paymentMethods.flatMap(({ type }) => findMethod(type) ?? [])
  }

  return {
    /** The methods that Adyen offers for this amount and that we can serve, in Adyen's order; null: it did not say in time. */
    paymentMethods: knowsMethods(paymentMethods),

    /** Starts a payment, asking a second time with the same key when there was no answer. */
    async pay(question: PaymentQuestion): Promise<PaymentAnswer> {
      const { method, keep, idempotencyKey } = question
      return send(
        {
          ...common(question),
          paymentMethod: paidWith({ type: method }),
          ...(keep
            ? {
                storePaymentMethod: true,
                shopperReference: keep.shopper,
                shopperInteraction: PaymentRequest.ShopperInteractionEnum.Ecommerce,
                recurringProcessingModel: models[keep.agreement],
              }
            : {}),
        },
        idempotencyKey,
      )
    },

    /** Charges a saved wallet. What it answers is for the screen: the webhook decides here as well. */
    async charge(question: ChargeQuestion): Promise<PaymentAnswer> {
      const { method, token, keep, idempotencyKey } = question
      return send(
        {
          ...common(question),
          paymentMethod: paidWith({ type: method, storedPaymentMethodId: token }),
          shopperReference: keep.shopper,
          shopperInteraction: PaymentRequest.ShopperInteractionEnum.ContAuth,
          recurringProcessingModel: models[keep.agreement],
        },
        idempotencyKey,
      )
    },

    /**
     * What Adyen has stored for a shopper, for when no notification came: asked of `/listRecurringDetails`,
     * which Adyen's page on KakaoPay names, and of Checkout's own list.
     */
    async storedFor(shopper: ShopperId): Promise<StoredMethod[]> {
      const [details, methods] = await Promise.all([
        recurring.listRecurringDetails({ merchantAccount, shopperReference: shopper }),
        storedMethods.getTokensForStoredPaymentDetails(shopper, merchantAccount),
      ])
      const all = [
        ...understood(recurringDetailsAnswer, details),
        ...understood(storedMethodsAnswer, methods),
      ]
      return all.filter(({ token }, at) => all.findIndex((each) => each.token === token) === at)
    },

    /** Forgets one saved wallet. One that Adyen does not know (any more) throws `final`. */
    async forget(shopper: ShopperId, token: TokenId): Promise<void> {
      await storedMethods.deleteTokenForStoredPaymentDetails(token, shopper, merchantAccount)
    },

    /** Asks what became of a shopper who came back. `redirectResult` is decoded exactly once. */
    async details(redirectResult: string, idempotencyKey: string): Promise<DetailsAnswer> {
      const request = { details: { redirectResult } }
      return twice(async () =>
        understood(detailsAnswer, await payments.paymentsDetails(request, { idempotencyKey })),
      )
    },

    /** Asks for money to be given back. The answer only says that the request was received. */
    async refund(
      payment: string,
      amount: Money,
      reference: string,
      idempotencyKey: string,
    ): Promise<{ pspReference: string }> {
      const request = { merchantAccount, amount: onWire(amount), reference }
      const answer = await modifications.refundCapturedPayment(payment, request, {
        idempotencyKey,
      })
      return understood(refundAnswer, answer)
    },
  }
}

/** The library lists the methods that it knew when it was made; Adyen has more. */
const paidWith = (method: { readonly type: string; readonly storedPaymentMethodId?: string }) =>
  method as PaymentRequest['paymentMethod']

/** What `/paymentMethods` is asked for a shopper in Korea. */
export const methodsQuestion = (
  { merchantAccount }: AdyenSettings,
  amount: Money,
  locale: string,
) => ({
  merchantAccount,
  countryCode: 'KR',
  amount: onWire(amount),
  channel: PaymentMethodsRequest.ChannelEnum.Web,
  shopperLocale: shopperLocale(locale),
})

const onWire = ({ currency, minor }: Money) => ({ currency, value: minor })

const shopperLocale = (locale: string) => (locale === 'en' ? 'en-US' : 'ko-KR')

async function twice<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (isAdyenError(error) && error.retryable) return ask()
    throw error
  }
}

/** An answer outside the agreed shape may still have done what we asked, so it is not a "no". */
function understood<S extends z.ZodType>(schema: S, answer: unknown): z.output<S> {
  // The library's typed objects carry undefined where a field is absent, which the schemas allow.
  const parsed = schema.safeParse(answer)
  if (!parsed.success) throw new AdyenError('unknown', 200, null)
  return parsed.data
}
