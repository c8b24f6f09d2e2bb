import { z } from 'zod'
import { tokenId } from '../core/ids'
import { parseJson } from '../core/json'
import type { Outcome } from '../core/outcome'

/** The result codes of Adyen's page on KakaoPay, in our words. */
const outcomes: ReadonlyMap<string, Outcome> = new Map([
  ['Authorised', 'approved'],
  ['Pending', 'waiting'],
  ['Received', 'waiting'],
  ['Cancelled', 'left'],
  ['Refused', 'refused'],
  ['Error', 'broken'],
])

/** Adyen adds codes without notice: null is one that we do not know, and never a failure. */
export const outcomeOf = (resultCode: string): Outcome | null => outcomes.get(resultCode) ?? null

// 26: revocation of authorisation. 50: token revoked. The same wallet will not pay, however often it is asked.
const finalReasons = ['26', '50']

const money = z.object({ currency: z.string(), value: z.number() })

export const paymentMethodsAnswer = z.object({
  paymentMethods: z.array(z.object({ type: z.string(), name: z.string().optional() })).default([]),
})

const redirect = z
  .object({
    action: z.object({
      type: z.literal('redirect'),
      method: z.enum(['GET', 'POST']).default('GET'),
      url: z.url({ protocol: /^https?$/ }),
      data: z.record(z.string(), z.string()).default({}),
    }),
  })
  .transform(({ action: { method, url, data } }) => ({
    kind: 'redirect' as const,
    method,
    url,
    data,
  }))

const result = z
  .object({
    resultCode: z.string(),
    // Absent for redirect methods until /payments/details; an answer at once may carry it.
    pspReference: z.string().optional(),
    merchantReference: z.string().optional(),
    amount: money.optional(),
    refusalReason: z.string().optional(),
    refusalReasonCode: z.coerce.string().optional(),
  })
  .transform((answer) => ({
    kind: 'result' as const,
    resultCode: answer.resultCode,
    reference: answer.merchantReference ?? null,
    amount: answer.amount ? { currency: answer.amount.currency, minor: answer.amount.value } : null,
    refusalReason: answer.refusalReason ?? null,
    refusalCode: answer.refusalReasonCode ?? null,
    refusalFinal: finalReasons.includes(answer.refusalReasonCode ?? ''),
  }))

export const paymentAnswer = z.union([redirect, result])
export const detailsAnswer = result
/** Checkout's list of what a shopper has stored, and the older Recurring API's. */
export const storedMethodsAnswer = z
  .object({
    storedPaymentMethods: z.array(z.object({ id: z.string(), type: z.string() })).nullish(),
  })
  .transform(({ storedPaymentMethods }) =>
    (storedPaymentMethods ?? []).map(({ id, type }) => ({ token: tokenId(id), method: type })),
  )
export const recurringDetailsAnswer = z
  .object({
    details: z
      .array(
        z.object({
          RecurringDetail: z.object({
            recurringDetailReference: z.string(),
            variant: z.string().optional(),
            paymentMethodVariant: z.string().optional(),
          }),
        }),
      )
      .nullish(),
  })
  .transform(({ details }) =>
    (details ?? []).map(({ RecurringDetail: detail }) => ({
      token: tokenId(detail.recurringDetailReference),
      method: detail.variant ?? detail.paymentMethodVariant ?? '',
    })),
  )

export const refundAnswer = z.object({ pspReference: z.string() })

/** What `/payments` said: where to send the shopper, or how it ended at once. */
export type PaymentAnswer = z.output<typeof paymentAnswer>

/** The same as it is kept with its attempt. */
const keptAnswer: z.ZodType<PaymentAnswer> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('redirect'),
    method: z.enum(['GET', 'POST']),
    url: z.string(),
    data: z.record(z.string(), z.string()),
  }),
  z.object({
    kind: z.literal('result'),
    resultCode: z.string(),
    reference: z.string().nullable(),
    amount: z.object({ currency: z.string(), minor: z.number() }).nullable(),
    refusalReason: z.string().nullable(),
    // Not kept before shoppers read of it.
    refusalCode: z.string().nullable().default(null),
    // Not kept before wallets could be saved.
    refusalFinal: z.boolean().default(false),
  }),
])
export const parseKeptAnswer = (text: string): PaymentAnswer => keptAnswer.parse(parseJson(text))

/** What `/payments/details` said. */
export type DetailsAnswer = z.output<typeof detailsAnswer>
