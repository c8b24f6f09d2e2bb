import { type Answer, malformed } from '@/lib/simulator/answer'
import { chargeEnding } from '@/lib/simulator/api/charges'
import { complete, type PaymentRequest, paymentRequest } from '@/lib/simulator/api/payment-request'
import type { Database, SimulatorConfig } from '@/lib/simulator/config'
import { type Ending, immediateEnding } from '@/lib/simulator/payment/endings'
import { insertPayment, type NewPayment } from '@/lib/simulator/payment/payment'
import { refusalFields } from '@/lib/simulator/payment/refusal-reasons'
import { takeScript } from '@/lib/simulator/payment/script-queue'
import { newPhoneCode, newPspReference, newRedirectData } from '@/lib/simulator/references'
import { readSwitches, type Switches } from '@/lib/simulator/switches'
import { webhooksFor } from '@/lib/simulator/webhooks/planned-webhooks'
import { queueWebhooks } from '@/lib/simulator/webhooks/webhook-queue'

export async function makePayment(
  db: Database,
  config: SimulatorConfig,
  body: unknown,
  now: number,
): Promise<Answer> {
  const parsed = paymentRequest.safeParse(body)
  if (!parsed.success) return malformed(String(parsed.error.issues[0]?.path.join('.')))

  const { reference = null, shopperReference = null, merchantOrderReference = null } = parsed.data
  const set = await readSwitches(db, reference, shopperReference, merchantOrderReference)
  const asked = complete(parsed.data, set)
  if ('status' in asked) return asked

  const payment = newPayment(asked, set, now)
  if (asked.token !== null) {
    const ending = await chargeEnding(db, { ...asked, token: asked.token }, set, now)
    return 'status' in ending ? ending : endAtOnce(db, config, payment, ending, now)
  }
  if (set.payments !== 'RedirectShopper')
    return endAtOnce(db, config, payment, immediateEnding(set.payments), now)

  const script = await takeScript(db, [asked.reference, asked.merchantOrderReference])
  await insertPayment(db, { ...payment, ...script })
  return redirect(config, payment, asked.redirectToIssuerMethod ?? 'GET')
}

type Asked = Exclude<ReturnType<typeof complete>, Answer>

function newPayment(asked: Asked, set: Switches, now: number): NewPayment {
  const { offerClosedAfterMs, returnMethod, sessionMs } = set
  const asksFor = asked.redirectFromIssuerMethod ?? 'GET'
  return {
    pspReference: newPspReference(set.pspReferences),
    reference: asked.reference,
    amount: asked.amount,
    method: asked.method,
    returnUrl: asked.returnUrl,
    returnMethod: returnMethod === 'asked' ? asksFor : returnMethod,
    locale: (asked.shopperLocale ?? asked.countryCode ?? 'ko').match(/^(ko|KR$)/) ? 'ko' : 'en',
    additionalData: echoes(asked),
    shopperReference: asked.shopperReference ?? null,
    orderReference: asked.merchantOrderReference ?? null,
    redirectData: newRedirectData(),
    phoneCode: newPhoneCode(),
    sessionEndsAt: now + sessionMs,
    expiresAt: offerClosedAfterMs === null ? null : now + offerClosedAfterMs,
    status: 'open',
    resultCode: null,
    refusalCode: null,
    redirectResult: null,
    authorisedAt: null,
    createdAt: now,
    endedAt: null,
    script: null,
    scriptPart: 0,
    scriptAuto: false,
    stores: asked.storePaymentMethod === true,
    token: asked.token,
  }
}

function echoes({ metadata, merchantOrderReference }: PaymentRequest): Record<string, string> {
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

/** No wallet page: refused on the way there, or paid with a token while nobody is looking. */
async function endAtOnce(
  db: Database,
  config: SimulatorConfig,
  payment: NewPayment,
  ending: Ending,
  now: number,
): Promise<Answer> {
  const { resultCode, refusalCode, authorisedAfterMs, webhooks } = ending
  await insertPayment(db, {
    ...payment,
    redirectData: null,
    phoneCode: null,
    expiresAt: null,
    sessionEndsAt: null,
    status: 'ended',
    resultCode,
    refusalCode,
    authorisedAt: authorisedAfterMs === null ? null : now + authorisedAfterMs,
    endedAt: now,
  })
  const set = await readSwitches(db, payment.reference, payment.shopperReference)
  await queueWebhooks(db, config, payment, webhooksFor(payment, webhooks, { set, now }), now)
  const { pspReference, reference, amount } = payment
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
