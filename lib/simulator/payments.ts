import { z } from 'zod'
import { type Answer, invalid, malformed, serviceError } from '@/lib/simulator/answer'
import type { Database, SimulatorConfig } from '@/lib/simulator/config'
import { FIRST_WEBHOOK_MS, queueNews } from '@/lib/simulator/notifications'
import { refusalFields, refusalReason } from '@/lib/simulator/outcomes'
import { insertPayment, type NewPayment } from '@/lib/simulator/payment'
import { isRedirectMethod } from '@/lib/simulator/payment-methods'
import { newPspReference, newRedirectData } from '@/lib/simulator/references'
import { readSwitches } from '@/lib/simulator/switches'

const way = z.enum(['GET', 'POST'])

const request = z.object({
  amount: z.object({ currency: z.string(), value: z.number().int() }).optional(),
  reference: z.string().optional(),
  returnUrl: z.string().optional(),
  paymentMethod: z
    .object({ type: z.string().optional(), storedPaymentMethodId: z.string().optional() })
    .optional(),
  countryCode: z.string().optional(),
  shopperLocale: z.string().optional(),
  shopperReference: z.string().optional(),
  storePaymentMethod: z.boolean().optional(),
  merchantOrderReference: z.string().max(1000).optional(),
  metadata: z.record(z.string(), z.string()).optional(),
  redirectFromIssuerMethod: way.optional(),
  redirectToIssuerMethod: way.optional(),
})

type Request = z.infer<typeof request>

export async function makePayment(
  db: Database,
  config: SimulatorConfig,
  body: unknown,
  now: number,
): Promise<Answer> {
  const parsed = request.safeParse(body)
  if (!parsed.success) return malformed(String(parsed.error.issues[0]?.path.join('.')))

  const asked = complete(parsed.data)
  if ('status' in asked) return asked

  const { payments, offerClosedAfterMs } = await readSwitches(db, asked.reference)
  const payment: NewPayment = {
    pspReference: newPspReference(),
    reference: asked.reference,
    amount: asked.amount,
    method: asked.method,
    returnUrl: asked.returnUrl,
    returnMethod: asked.redirectFromIssuerMethod ?? 'GET',
    locale: (asked.shopperLocale ?? asked.countryCode ?? 'ko').match(/^(ko|KR$)/) ? 'ko' : 'en',
    additionalData: echoes(asked),
    redirectData: newRedirectData(),
    expiresAt: offerClosedAfterMs === null ? null : now + offerClosedAfterMs,
    status: 'open',
    resultCode: null,
    refusalCode: null,
    redirectResult: null,
    authorisedAt: null,
    createdAt: now,
  }
  if (payments !== 'RedirectShopper') return endAtOnce(db, config, payment, payments, now)

  await insertPayment(db, payment)
  return redirect(config, payment, asked.redirectToIssuerMethod ?? 'GET')
}

/** What the request must have, in the order in which Adyen complains. */
function complete(asked: Request) {
  const { amount, reference, returnUrl, paymentMethod, shopperReference } = asked
  if (amount === undefined) return invalid('100', "Required object 'amount' is not provided.")
  if (amount.currency.length !== 3 || amount.value <= 0)
    return invalid('137', "Field 'amount' is not valid.")
  if (!reference) return invalid('130', "Required field 'reference' is not provided.")
  if (reference.length > 80) return invalid('702', "The 'reference' field is invalid.")
  if (!returnUrl) return invalid('14_030', 'Return URL is missing.')
  if (returnUrl.length > 1024 || !/^https?:\/\/./.test(returnUrl) || !URL.canParse(returnUrl))
    return invalid('702', "The 'returnUrl' field is invalid.")
  const tooMuch = metadataProblem(asked.metadata ?? {})
  if (tooMuch !== null) return tooMuch
  if (asked.storePaymentMethod === true && !shopperReference)
    return invalid('000', 'Recurring payments require a shopperReference')
  if (shopperReference !== undefined && !/^.{3,256}$/s.test(shopperReference))
    return invalid('702', "The 'shopperReference' field is invalid.")
  if (paymentMethod?.storedPaymentMethodId !== undefined)
    return invalid('800', 'Contract not found')
  const method = paymentMethod?.type
  if (method === undefined || method === 'scheme')
    return invalid('000', 'paymentDetails not supplied')
  if (!isRedirectMethod(method, asked.countryCode, amount.currency))
    return serviceError(500, '905', 'Payment details are not supported', 'configuration')
  return { ...asked, amount, reference, returnUrl, method }
}

function metadataProblem(metadata: Readonly<Record<string, string>>): Answer | null {
  const pairs = Object.entries(metadata)
  if (pairs.length > 20 || pairs.some(([, value]) => value.length > 80))
    return invalid('177', 'Metadata size exceeds limit')
  if (pairs.some(([key]) => key.length > 20))
    return invalid('178', 'Metadata key size exceeds limit')
  return null
}

function echoes({ metadata, merchantOrderReference }: Request): Record<string, string> {
  const pairs = Object.entries(metadata ?? {}).map(([key, value]) => [`metadata.${key}`, value])
  return {
    ...Object.fromEntries(pairs),
    ...(merchantOrderReference === undefined ? {} : { merchantOrderReference }),
  }
}

/** No pspReference here: for redirect methods it comes with /payments/details or the webhook. */
function redirect(config: SimulatorConfig, payment: NewPayment, method: 'GET' | 'POST'): Answer {
  const page = `${config.origin}/checkoutshopper/checkoutPaymentRedirect`
  const redirectData = payment.redirectData ?? ''
  const action = { type: 'redirect', method, paymentMethodType: payment.method }
  return {
    status: 200,
    body: {
      resultCode: 'RedirectShopper',
      action:
        method === 'GET'
          ? { ...action, url: `${page}?redirectData=${encodeURIComponent(redirectData)}` }
          : { ...action, url: page, data: { redirectData } },
    },
  }
}

async function endAtOnce(
  db: Database,
  config: SimulatorConfig,
  payment: NewPayment,
  resultCode: 'Refused' | 'Error',
  now: number,
): Promise<Answer> {
  const refusalCode = resultCode === 'Refused' ? '2' : '4'
  await insertPayment(db, {
    ...payment,
    redirectData: null,
    expiresAt: null,
    status: 'ended',
    resultCode,
    refusalCode,
  })
  const { pspReference, reference, amount, method } = payment
  const item = {
    eventCode: 'AUTHORISATION',
    success: 'false',
    pspReference,
    merchantReference: reference,
    amount,
    paymentMethod: method,
    reason: refusalReason(refusalCode),
  } as const
  await queueNews(db, config, payment, [{ afterMs: FIRST_WEBHOOK_MS, item }], now)
  return {
    status: 200,
    body: {
      resultCode,
      pspReference,
      merchantReference: reference,
      amount,
      ...refusalFields(refusalCode),
    },
  }
}
