import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  aDetailsRequest,
  aPaymentRequest,
  pressInWallet,
  returnUrl,
  startSimulatedPayment,
  startTestSimulator,
  type TestSimulator,
} from '@/lib/proof/shop/test-simulator'

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startTestSimulator()
})
afterAll(() => simulator.close())

const uniquely = (() => {
  let count = 0
  return (name: string) => `${name}-${++count}`
})()

async function answered(path: string, body: unknown, headers?: Record<string, string>) {
  const response = await simulator.api(path, body, headers)
  return { status: response.status, headers: response.headers, body: await response.json() }
}

const korea = {
  merchantAccount: 'NorangSimulator',
  countryCode: 'KR',
  amount: { currency: 'KRW', value: 15_000 },
}

describe('/paymentMethods', () => {
  const typesFor = async (request: unknown) => {
    const { body } = await answered('/v72/paymentMethods', request)
    return body.paymentMethods.map(({ type }: { type: string }) => type)
  }

  test('offers KakaoPay in Korea in won, exactly as Adyen writes it', async () => {
    const { status, body } = await answered('/v72/paymentMethods', korea)
    expect(status).toBe(200)
    expect(body.paymentMethods).toContainEqual({ name: 'KakaoPay', type: 'kakaopay' })
  })

  test('offers KakaoPay nowhere else', async () => {
    expect(await typesFor({ ...korea, countryCode: 'JP' })).not.toContain('kakaopay')
    const euros = { currency: 'EUR', value: 100 }
    expect(await typesFor({ ...korea, amount: euros })).not.toContain('kakaopay')
  })

  test('honours what the merchant allows and blocks', async () => {
    expect(await typesFor({ ...korea, allowedPaymentMethods: ['kakaopay'] })).toEqual(['kakaopay'])
    expect(await typesFor({ ...korea, blockedPaymentMethods: ['kakaopay'] })).not.toContain(
      'kakaopay',
    )
  })
})

describe('/payments', () => {
  test.each(['/v71/payments', '/v72/payments', '/checkout/v72/payments'])(
    '%s redirects to the wallet and gives no pspReference yet',
    async (path) => {
      const { status, body } = await answered(path, aPaymentRequest(uniquely('redirect')))
      expect(status).toBe(200)
      expect(Object.keys(body).sort()).toEqual(['action', 'resultCode'])
      expect(body.action).toMatchObject({
        type: 'redirect',
        method: 'GET',
        paymentMethodType: 'kakaopay',
      })
      expect(body.action.url).toContain('/checkoutshopper/checkoutPaymentRedirect?redirectData=')
    },
  )

  test('sends the shopper there by POST when asked to', async () => {
    const request = { ...aPaymentRequest(uniquely('post')), redirectToIssuerMethod: 'POST' }
    const { body } = await answered('/v72/payments', request)
    expect(body.action.method).toBe('POST')
    const page = await fetch(body.action.url, {
      method: 'POST',
      body: new URLSearchParams(body.action.data),
    })
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Approve')
  })

  const wrong: readonly [string, Record<string, unknown>, number, string][] = [
    ['no amount', { amount: undefined }, 422, '100'],
    ['a negative amount', { amount: { currency: 'KRW', value: -1 } }, 422, '137'],
    ['no reference', { reference: undefined }, 422, '130'],
    ['a reference of 81 characters', { reference: 'r'.repeat(81) }, 422, '702'],
    ['no returnUrl', { returnUrl: undefined }, 422, '14_030'],
    ['a returnUrl of 1,025 characters', { returnUrl: returnUrl.padEnd(1025, 'x') }, 422, '702'],
    ['a returnUrl that is a script', { returnUrl: 'javascript:alert(1)' }, 422, '702'],
    ['21 pairs of metadata', { metadata: pairs(21) }, 422, '177'],
    ['a metadata value of 81 characters', { metadata: { k: 'v'.repeat(81) } }, 422, '177'],
    ['a metadata key of 21 characters', { metadata: { ['k'.repeat(21)]: 'v' } }, 422, '178'],
    ['a shopperReference of two characters', { shopperReference: 'ab' }, 422, '702'],
    ['a token wanted for nobody', { storePaymentMethod: true }, 422, '000'],
    ['an unknown token', { paymentMethod: { storedPaymentMethodId: 'T' } }, 422, '800'],
    ['another currency', { amount: { currency: 'USD', value: 100 } }, 500, '905'],
    ['another country', { countryCode: 'JP' }, 500, '905'],
    ['a method that is not enabled', { paymentMethod: { type: 'ideal' } }, 500, '905'],
    ['an amount that is text', { amount: { currency: 'KRW', value: '15000' } }, 400, '702'],
    ['another merchant account', { merchantAccount: 'Somebody' }, 403, '901'],
  ]
  test.each(wrong)('with %s is refused as Adyen refuses it', async (_, change, status, code) => {
    const given = await answered('/v72/payments', {
      ...aPaymentRequest(uniquely('wrong')),
      ...change,
    })
    expect(given.status).toBe(status)
    expect(given.body).toMatchObject({ status, errorCode: code })
  })

  test('needs the API key', async () => {
    const given = await answered('/v72/payments', {}, { 'x-api-key': 'wrong' })
    expect(given.status).toBe(401)
    expect(given.body).toEqual({
      status: 401,
      errorCode: '000',
      message: 'HTTP Status Response - Unauthorized',
      errorType: 'security',
    })
  })

  test('does not read what is not JSON', async () => {
    const given = await answered('/v72/payments', '{')
    expect(given).toMatchObject({ status: 400, body: { errorCode: '702' } })
  })

  test('has no neighbours that were never built', async () => {
    expect((await answered('/v72/paymentLinks', korea)).status).toBe(404)
    expect((await answered('/pal/servlet/Recurring/v68/notifyShopper', korea)).status).toBe(404)
  })
})

describe('an Idempotency-Key', () => {
  test('gives the first answer again, word for word, and is echoed', async () => {
    const key = { 'idempotency-key': uniquely('key') }
    const first = await answered('/v72/payments', aPaymentRequest(uniquely('same')), key)
    const second = await answered('/v72/payments', aPaymentRequest(uniquely('other')), key)
    expect(second.body).toEqual(first.body)
    expect(second.headers.get('idempotency-key')).toBe(key['idempotency-key'])
  })

  test('keeps a refusal as well', async () => {
    const key = { 'idempotency-key': uniquely('key') }
    const first = await answered('/v72/payments', { ...korea, reference: 'r' }, key)
    const second = await answered('/v72/payments', aPaymentRequest(uniquely('late')), key)
    expect([first.status, second.status]).toEqual([422, 422])
  })

  test('of 65 characters is refused', async () => {
    const given = await answered('/v72/paymentMethods', korea, {
      'idempotency-key': 'k'.repeat(65),
    })
    expect(given.status).toBe(400)
  })

  test('whose first request is still in flight is answered with a transient 704', async () => {
    const reference = uniquely('flight')
    const key = { 'idempotency-key': uniquely('key') }
    await simulator.control('/faults', { reference, on: 'payments', kind: 'delay', ms: 600 })
    const slow = answered('/v72/payments', aPaymentRequest(reference), key)
    await new Promise((resolve) => setTimeout(resolve, 200))

    const impatient = await answered('/v72/payments', aPaymentRequest(reference), key)
    expect(impatient.status).toBe(422)
    expect(impatient.body.errorCode).toBe('704')
    expect(impatient.headers.get('transient-error')).toBe('true')
    expect((await slow).body.resultCode).toBe('RedirectShopper')
  })

  test('used by twenty requests at once makes one payment', async () => {
    const reference = uniquely('crowd')
    const key = { 'idempotency-key': uniquely('key') }
    await Promise.all(
      Array.from({ length: 20 }, () => answered('/v72/payments', aPaymentRequest(reference), key)),
    )
    const ledger = await fetch(`${simulator.origin}/control/ledger?reference=${reference}`)
    expect((await ledger.json()).payments).toHaveLength(1)
  })
})

describe('/payments/details', () => {
  test('says once how it ended, and no more', async () => {
    const reference = uniquely('details')
    await startSimulatedPayment(simulator, reference)
    const request = aDetailsRequest(await pressInWallet(simulator, reference, 'Approve'))
    const first = await answered('/v72/payments/details', request)
    expect(first.body).toEqual({
      resultCode: 'Authorised',
      pspReference: expect.stringMatching(/^[A-Z0-9]{16}$/),
      merchantReference: reference,
      amount: { currency: 'KRW', value: 15_000 },
      paymentMethod: { type: 'kakaopay' },
    })
    const second = await answered('/v72/payments/details', request)
    expect(second.status).toBe(422)
    expect(second.body).toMatchObject({ errorCode: '704', errorType: 'validation' })
  })

  test('asked again with the same key says the same again', async () => {
    const reference = uniquely('details')
    await startSimulatedPayment(simulator, reference)
    const request = aDetailsRequest(await pressInWallet(simulator, reference, 'Refuse'))
    const key = { 'idempotency-key': uniquely('key') }
    const first = await answered('/v72/payments/details', request, key)
    const second = await answered('/v72/payments/details', request, key)
    expect(first.body).toMatchObject({
      resultCode: 'Refused',
      refusalReason: 'Refused',
      refusalReasonCode: '2',
    })
    expect(second.body).toEqual(first.body)
  })

  test('refuses garbage and nothing at all', async () => {
    const garbage = await answered('/v72/payments/details', aDetailsRequest('garbage'))
    expect(garbage).toMatchObject({ status: 422, body: { errorCode: '14_018' } })
    const nothing = await answered('/v72/payments/details', { ...korea, details: {} })
    expect(nothing).toMatchObject({ status: 422, body: { errorCode: '14_002' } })
  })

  test('understands a redirectResult that came back encoded and was decoded once', async () => {
    const reference = uniquely('long')
    await startSimulatedPayment(simulator, reference)
    const redirectResult = await pressInWallet(simulator, reference, 'Approve')
    expect(redirectResult).toMatch(/^X6XtfGC3!/)
    expect(redirectResult.length).toBeGreaterThan(2_000)
    expect(redirectResult.length).toBeLessThan(4_096)
    for (const sign of '+/=') expect(redirectResult).toContain(sign)
  })
})

function pairs(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 'v']))
}
