import { z } from 'zod'
import { type Answer, invalid, serviceError } from '@/lib/simulator/answer'
import { isRedirectMethod } from '@/lib/simulator/api/offered-methods'
import type { Switches } from '@/lib/simulator/switches'

const way = z.enum(['GET', 'POST'])
const text = (most: number) => z.string().max(most).optional()

/** What this simulator reads, with the lengths of the specification. Anything else is let through. */
export const paymentRequest = z.object({
  amount: z.object({ currency: z.string(), value: z.number().int() }).optional(),
  reference: z.string().optional(),
  returnUrl: z.string().optional(),
  paymentMethod: z
    .object({ type: z.string().optional(), storedPaymentMethodId: z.string().optional() })
    .optional(),
  countryCode: text(100),
  shopperLocale: z.string().optional(),
  shopperReference: z.string().optional(),
  shopperEmail: text(256),
  shopperIP: text(50),
  telephoneNumber: text(64),
  origin: text(80),
  store: z.string().min(1).max(64).optional(),
  deviceFingerprint: text(5000),
  shopperConversionId: text(256),
  captureDelayHours: z.number().int().max(672).optional(),
  shopperInteraction: z.enum(['Ecommerce', 'ContAuth', 'Moto', 'POS']).optional(),
  recurringProcessingModel: z
    .enum(['CardOnFile', 'Subscription', 'UnscheduledCardOnFile'])
    .optional(),
  storePaymentMethod: z.boolean().optional(),
  merchantOrderReference: text(1000),
  metadata: z.record(z.string(), z.string()).optional(),
  redirectFromIssuerMethod: way.optional(),
  redirectToIssuerMethod: way.optional(),
})

export type PaymentRequest = z.infer<typeof paymentRequest>

/** What the request must have, in the order in which Adyen complains. */
export function complete(asked: PaymentRequest, set: Switches) {
  const { amount, reference, returnUrl, paymentMethod } = asked
  if (amount === undefined) return invalid('100', "Required object 'amount' is not provided.")
  if (!isAmount(amount, set)) return invalid('137', "Field 'amount' is not valid.")
  if (!reference)
    return invalid(set.missingReference, "Required field 'reference' is not provided.")
  if (reference.length > 80) return invalid('702', "The 'reference' field is invalid.")
  if (!returnUrl) return invalid('14_030', 'Return URL is missing.')
  if (returnUrl.length > 1024 || !/^https?:\/\/./.test(returnUrl) || !URL.canParse(returnUrl))
    return invalid('702', "The 'returnUrl' field is invalid.")

  const wrong = metadataProblem(asked.metadata ?? {}) ?? shopperProblem(asked)
  if (wrong !== null) return wrong
  if (asked.countryCode !== undefined && !/^[A-Z]{2}$/.test(asked.countryCode))
    return invalid('200', "Field 'countryCode' is not valid.")

  const token = paymentMethod?.storedPaymentMethodId ?? null
  const method = paymentMethod?.type ?? (token === null ? undefined : 'kakaopay')
  if (method === undefined || method === 'scheme')
    return invalid('000', 'paymentDetails not supplied')
  const disabled = method === 'kakaopay' && set.kakaopay === 'disabled'
  if (disabled || !isRedirectMethod(method, asked.countryCode, amount.currency))
    return serviceError(500, '905', 'Payment details are not supported', 'configuration')
  return { ...asked, amount, reference, returnUrl, method, token }
}

function isAmount({ currency, value }: { currency: string; value: number }, set: Switches) {
  return (
    currency.length === 3 &&
    Number.isSafeInteger(value) &&
    value > 0 &&
    value >= (set.minAmount ?? 1) &&
    value <= (set.maxAmount ?? Number.MAX_SAFE_INTEGER)
  )
}

function metadataProblem(metadata: Readonly<Record<string, string>>): Answer | null {
  const pairs = Object.entries(metadata)
  if (pairs.length > 20 || pairs.some(([, value]) => value.length > 80))
    return invalid('177', 'Metadata size exceeds limit')
  if (pairs.some(([key]) => key.length > 20))
    return invalid('178', 'Metadata key size exceeds limit')
  return null
}

function shopperProblem(asked: PaymentRequest): Answer | null {
  const { shopperReference, storePaymentMethod } = asked
  if (storePaymentMethod === true && !shopperReference)
    return invalid('000', 'Recurring payments require a shopperReference')
  if (shopperReference !== undefined && !/^.{3,256}$/s.test(shopperReference))
    return invalid('702', "The 'shopperReference' field is invalid.")
  return null
}
