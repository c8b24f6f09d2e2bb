import type { Config as AdyenConfig, Types as AdyenTypes } from '@adyen/api-library'
import * as adyen from '@adyen/api-library'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hmacKey, startTestSimulator, type TestSimulator } from '@/lib/proof/shop/test-simulator'

// Somebody else's shop, written with Adyen's library and not with ours. Nothing below but the simulator is
// of this project: what completes here was understood twice.

const { CheckoutAPI, Client, Config, EnvironmentEnum, HttpClientException, hmacValidator } = adyen
type Item = AdyenTypes.notification.NotificationRequestItem
type Options = {
  idempotencyKey?: string | undefined
  method?: string | undefined
  params?: unknown
}

/** The library speaks https to Adyen only; this carries its calls to another address. */
class PlainHttpClient {
  constructor(private readonly origin: string) {}

  async request(
    endpoint: string,
    json: string | Buffer,
    config: AdyenConfig,
    _isApiKeyRequired: boolean,
    options: Options = {},
  ): Promise<string> {
    const url = new URL(`${this.origin}${new URL(endpoint).pathname}`)
    for (const [name, value] of Object.entries(options.params ?? {}))
      url.searchParams.set(name, String(value))
    const method = options.method ?? 'POST'
    const headers = new Headers({
      'X-API-Key': config.apiKey ?? '',
      'Content-Type': 'application/json',
    })
    if (options.idempotencyKey) headers.set('Idempotency-Key', options.idempotencyKey)
    const response = await fetch(url, {
      method,
      headers,
      body: method === 'POST' ? json.toString() : null,
    })
    const responseBody = await response.text()
    if (response.ok) return responseBody
    const { message, errorCode } = JSON.parse(responseBody)
    throw new HttpClientException({
      message,
      errorCode,
      statusCode: response.status,
      responseHeaders: Object.fromEntries(response.headers),
      responseBody,
    })
  }
}

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startTestSimulator()
})
afterAll(() => simulator.close())

const merchantAccount = 'NorangSimulator'
const amount = { currency: 'KRW', value: 15_000 }

function checkout(apiKey = 'simulator') {
  const config = new Config({ apiKey, environment: EnvironmentEnum.TEST })
  return new CheckoutAPI(new Client(config, new PlainHttpClient(`${simulator.origin}/api`)))
}

const pay = (reference: string, apiKey?: string) =>
  checkout(apiKey).PaymentsApi.payments(
    {
      merchantAccount,
      amount,
      reference,
      returnUrl: 'https://somebody.example/back?basket=7',
      // The library's types know KakaoPay only here.
      paymentMethod: { type: adyen.Types.checkout.StoredPaymentMethodDetails.TypeEnum.Kakaopay },
      countryCode: 'KR',
      shopperLocale: 'ko-KR',
    },
    { idempotencyKey: `key-${reference}` },
  )

/** What a person does: opens the page, presses the button, and comes back with a result. */
async function approve(page: string): Promise<string> {
  const answer = await fetch(page, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      redirectData: new URL(page).searchParams.get('redirectData') ?? '',
      press: 'Approve',
    }),
  })
  const back = new URL(answer.headers.get('location') ?? '')
  expect(back.searchParams.get('basket')).toBe('7')
  return back.searchParams.get('redirectResult') ?? ''
}

/** The newest webhook as the library reads it, once it has been verified. */
function newestVerified(): Item {
  const item: Item = JSON.parse(simulator.received.at(-1)?.text ?? '').notificationItems[0]
    .NotificationRequestItem
  expect(new hmacValidator().validateHMAC(item, hmacKey)).toBe(true)
  expect(new hmacValidator().validateHMAC({ ...item, merchantReference: 'x' }, hmacKey)).toBe(false)
  return item
}

test('somebody else’s client finds KakaoPay, pays, refunds, and verifies what it is told', async () => {
  const { paymentMethods = [] } = await checkout().PaymentsApi.paymentMethods({
    merchantAccount,
    countryCode: 'KR',
    amount,
  })
  expect(paymentMethods.map(({ type }) => type)).toContain('kakaopay')

  const started = await pay('somebody-1')
  expect(started.resultCode).toBe('RedirectShopper')
  expect(started.pspReference).toBeUndefined()
  const redirectResult = await approve(String(started.action?.url))
  const done = await checkout().PaymentsApi.paymentsDetails({ details: { redirectResult } })
  expect(done).toMatchObject({ resultCode: 'Authorised', merchantReference: 'somebody-1' })

  await simulator.advance(1_000)
  expect(newestVerified()).toMatchObject({
    eventCode: 'AUTHORISATION',
    success: 'true',
    pspReference: done.pspReference,
    merchantReference: 'somebody-1',
  })

  const refund = await checkout().ModificationsApi.refundCapturedPayment(done.pspReference ?? '', {
    merchantAccount,
    amount: { currency: 'KRW', value: 5_000 },
    reference: 'somebody-1-refund',
  })
  expect(refund).toMatchObject({ status: 'received', paymentPspReference: done.pspReference })
  await simulator.advance(1_000)
  expect(newestVerified()).toMatchObject({
    eventCode: 'REFUND',
    success: 'true',
    pspReference: refund.pspReference,
    originalReference: done.pspReference,
  })
})

test('somebody else’s client gets the same answer for the same key', async () => {
  const first = await pay('somebody-2')
  expect(await pay('somebody-2')).toEqual(first)
})

test('somebody else’s client reads Adyen’s envelope when something is wrong', async () => {
  await expect(pay('somebody-3', 'wrong')).rejects.toMatchObject({
    name: 'HttpClientException',
    statusCode: 401,
    errorCode: '000',
  })
  const details = checkout().PaymentsApi.paymentsDetails({ details: { redirectResult: 'x' } })
  await expect(details).rejects.toMatchObject({ statusCode: 422, errorCode: '14_018' })
})

test('somebody else’s client asks for stored payment methods and deletes none', async () => {
  const { RecurringApi } = checkout()
  const none = await RecurringApi.getTokensForStoredPaymentDetails('shopper-1', merchantAccount)
  expect(none.storedPaymentMethods).toEqual([])
  const gone = RecurringApi.deleteTokenForStoredPaymentDetails('T', 'shopper-1', merchantAccount)
  await expect(gone).rejects.toMatchObject({ statusCode: 422, errorCode: '800' })
})
