import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  aDetailsRequest,
  aPaidPayment,
  aPaymentRequest,
  pressInWallet,
  startSimulatedPayment,
  startTestSimulator,
  type TestSimulator,
} from '@/lib/proof/shop/test-simulator'

// The part of lib/simulator/checklist.test.ts that is called “HTTP API”; what api.test.ts shows is not repeated.

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startTestSimulator()
})
afterAll(() => simulator.close())

const uniquely = (() => {
  let count = 0
  return () => `api-${++count}`
})()

const merchantAccount = 'NorangSimulator'
const DAY = 86_400_000

async function answered(path: string, body: unknown, headers?: Record<string, string>) {
  const response = await simulator.api(path, body, headers)
  return { status: response.status, headers: response.headers, body: await response.json() }
}

async function asked(method: string, path: string, headers = { 'x-api-key': 'simulator' }) {
  const response = await fetch(`${simulator.origin}/api${path}`, { method, headers })
  return { status: response.status, body: await response.json() }
}

const set = (reference: string | null, settings: object) =>
  simulator.control('/switches', { reference, ...settings })

describe('Recurring under /pal/servlet/Recurring/v68', () => {
  const shopper = { merchantAccount, shopperReference: 'shopper-001' }

  test('lists nobody’s tokens as an empty object', async () => {
    const given = await answered('/pal/servlet/Recurring/v68/listRecurringDetails', shopper)
    expect(given).toMatchObject({ status: 200, body: {} })
  })

  test.each(['800', '803'])('unknown token → 422 %s', async (code) => {
    await set(null, { unknownToken: code })
    const query = new URLSearchParams(shopper)
    const forgotten = await asked('DELETE', `/v72/storedPaymentMethods/T?${query}`)
    expect(forgotten).toMatchObject({ status: 422, body: { errorCode: code } })
    const disabled = await answered('/pal/servlet/Recurring/v68/disable', shopper)
    expect(disabled).toMatchObject({ status: 422, body: { errorCode: code } })
    const paying = { ...aPaymentRequest(uniquely()), paymentMethod: { storedPaymentMethodId: 'T' } }
    expect((await answered('/v72/payments', paying)).body.errorCode).toBe(code)
  })

  test('has no stored payment methods for anybody', async () => {
    const query = new URLSearchParams(shopper)
    expect(await asked('GET', `/v72/storedPaymentMethods?${query}`)).toEqual({
      status: 200,
      body: { ...shopper, storedPaymentMethods: [] },
    })
  })
})

describe('the checks that are switches', () => {
  test.each(['130', '158'])('missing reference → 422 %s', async (code) => {
    await set(null, { missingReference: code })
    const given = await answered('/v72/payments', { ...aPaymentRequest(''), reference: undefined })
    expect(given).toMatchObject({ status: 422, body: { errorCode: code } })
  })

  test('PM disabled → 500 905 configuration, and not listed', async () => {
    const reference = uniquely()
    await set(reference, { kakaopay: 'disabled' })
    expect(await answered('/v72/payments', aPaymentRequest(reference))).toMatchObject({
      status: 500,
      body: { errorCode: '905', errorType: 'configuration' },
    })
    await set(null, { kakaopay: 'disabled' })
    const { body } = await answered('/v72/paymentMethods', { merchantAccount, countryCode: 'KR' })
    expect(JSON.stringify(body)).not.toContain('kakaopay')
    await set(null, { kakaopay: 'enabled' })
  })

  test.each([
    ['minAmount', 15_001],
    ['maxAmount', 14_999],
  ])('min/max amounts: %s of %i refuses 15,000 won', async (name, limit) => {
    const reference = uniquely()
    await set(reference, { [name]: limit })
    const given = await answered('/v72/payments', aPaymentRequest(reference))
    expect(given).toMatchObject({ status: 422, body: { errorCode: '137' } })
    await set(reference, { [name]: null })
    expect((await answered('/v72/payments', aPaymentRequest(reference))).status).toBe(200)
  })

  test.each(['Authorised', 'Received', 'Pending', 'Refused', 'Error'])(
    '/payments ContAuth → configurable %s',
    async (contAuth) => {
      const reference = uniquely()
      await set(reference, { contAuth })
      const given = await answered('/v72/payments', {
        ...aPaymentRequest(reference),
        paymentMethod: { type: 'kakaopay', storedPaymentMethodId: 'M5N7TQ4TG5PFWR50' },
        shopperReference: 'shopper-001',
        shopperInteraction: 'ContAuth',
        recurringProcessingModel: 'Subscription',
      })
      expect(given.body).toMatchObject({ resultCode: contAuth, merchantReference: reference })
      expect(given.body.action).toBeUndefined()
      await simulator.advance(6_000)
      const told = simulator.received.filter(({ item }) => item.merchantReference === reference)
      const success = contAuth === 'Refused' || contAuth === 'Error' ? 'false' : 'true'
      expect(told.map(({ item }) => `${item.eventCode} ${item.success}`)).toEqual([
        `AUTHORISATION ${success}`,
      ])
    },
  )

  test('modern pspReferences are sixteen capitals and digits, digits last', async () => {
    for (let time = 0; time < 5; time++)
      expect(await aPaidPayment(simulator, uniquely())).toMatch(/^[A-Z0-9]{14}(82|75|65|50)$/)
  })

  test('16-digit old style pspReference on demand', async () => {
    const reference = uniquely()
    await set(reference, { pspReferences: 'digits' })
    expect(await aPaidPayment(simulator, reference)).toMatch(/^\d{16}$/)
  })
})

describe('/payments/details', () => {
  const detailsOf = async (reference: string, settings: object) => {
    await set(reference, settings)
    await simulator.api('/v72/payments', {
      ...aPaymentRequest(reference),
      metadata: { cart: '4F7K' },
    })
    return aDetailsRequest(await pressInWallet(simulator, reference, 'Approve'))
  }

  test('redirectResult lifetime', async () => {
    const request = await detailsOf(uniquely(), { redirectResultLifetimeMs: 60_000 })
    await simulator.advance(60_001)
    const given = await answered('/v72/payments/details', request)
    expect(given).toMatchObject({ status: 422, body: { errorCode: '14_018' } })
  })

  test('additionalData presence', async () => {
    const everywhere = await detailsOf(uniquely(), { additionalData: 'everywhere' })
    const given = await answered('/v72/payments/details', everywhere)
    expect(given.body.additionalData).toEqual({ 'metadata.cart': '4F7K' })

    const reference = uniquely()
    await detailsOf(reference, { additionalData: 'nowhere' })
    await simulator.advance(1_000)
    const told = simulator.received.find(({ item }) => item.merchantReference === reference)
    expect(Object.keys(told?.item.additionalData ?? {})).toEqual(['hmacSignature'])
  })
})

describe('Idempotency-Key', () => {
  test.each(['422', '409'])('in-flight duplicate → %s 704 + transient-error', async (status) => {
    const reference = uniquely()
    await set(reference, { inFlightStatus: status })
    const key = { 'idempotency-key': reference }
    await simulator.control('/faults', { reference, on: 'payments', kind: 'delay', ms: 500 })
    const slow = answered('/v72/payments', aPaymentRequest(reference), key)
    await new Promise((resolve) => setTimeout(resolve, 200))
    const impatient = await answered('/v72/payments', aPaymentRequest(reference), key)
    expect(impatient).toMatchObject({ status: Number(status), body: { errorCode: '704' } })
    expect(impatient.headers.get('transient-error')).toBe('true')
    await slow
  })

  test('store status + body ≥ 7 days, whatever it is sent to (scope company)', async () => {
    const key = { 'idempotency-key': uniquely() }
    const first = await answered('/v72/payments', aPaymentRequest(uniquely()), key)
    await simulator.advance(7 * DAY - 1_000)
    const stored = await answered('/v71/payments/details', aDetailsRequest('garbage'), key)
    expect(stored.body).toEqual(first.body)
    await simulator.advance(2_000)
    const forgotten = await answered('/v72/payments', aPaymentRequest(uniquely()), key)
    expect(forgotten.body).not.toEqual(first.body)
  })

  test('idempotency retention', async () => {
    await set(null, { idempotencyDays: 31 })
    const key = { 'idempotency-key': uniquely() }
    const first = await answered('/v72/payments', aPaymentRequest(uniquely()), key)
    await simulator.advance(30 * DAY)
    expect((await answered('/v72/payments', aPaymentRequest('x'), key)).body).toEqual(first.body)
  })

  test('same key, different body: the first answer and a warning, or 422', async () => {
    const reference = uniquely()
    const key = { 'idempotency-key': uniquely() }
    const first = await answered('/v72/payments', aPaymentRequest(reference), key)
    const other = { ...aPaymentRequest(reference), channel: 'iOS' }
    expect((await answered('/v72/payments', other, key)).body).toEqual(first.body)
    const ledger = await fetch(`${simulator.origin}/control/ledger?reference=${reference}`)
    expect((await ledger.json()).warnings).toMatchObject([
      { warning: expect.stringContaining(reference) },
    ])
    await set(reference, { sameKeyOtherBody: 'refused' })
    const refused = await answered('/v72/payments', other, key)
    expect(refused).toMatchObject({ status: 422, body: { errorCode: '704' } })
  })
})

test('truncated body: what arrives is no JSON, and the work is done', async () => {
  const reference = uniquely()
  await simulator.control('/faults', { reference, on: 'payments', kind: 'truncated_body' })
  const key = { 'idempotency-key': uniquely() }
  const cut = await simulator.api('/v72/payments', aPaymentRequest(reference), key)
  const text = await cut.text()
  expect(text.length).toBeGreaterThan(10)
  expect(() => JSON.parse(text)).toThrow()
  const again = await answered('/v72/payments', aPaymentRequest(reference), key)
  expect(again.body.resultCode).toBe('RedirectShopper')
})

describe('/cancels by reference', () => {
  test('closes what nobody has paid, told by TECHNICAL_CANCEL', async () => {
    const reference = uniquely()
    await startSimulatedPayment(simulator, reference)
    const request = { merchantAccount, paymentReference: reference, reference: 'mine' }
    const given = await answered('/v72/cancels', request)
    expect(given).toMatchObject({ status: 201, body: { status: 'received', ...request } })
    await simulator.advance(1_000)
    expect(simulator.received.at(-1)?.item).toMatchObject({
      eventCode: 'TECHNICAL_CANCEL',
      success: 'true',
      merchantReference: reference,
      pspReference: given.body.pspReference,
    })
    const press = await simulator.control('/wallet', { reference, press: 'Approve' })
    expect(press.status).toBe(409)
  })

  test('comes too late for money that is there, and finds nothing under an unknown reference', async () => {
    const reference = uniquely()
    await aPaidPayment(simulator, reference)
    await answered('/v72/cancels', { merchantAccount, paymentReference: reference })
    await simulator.advance(1_000)
    expect(simulator.received.at(-1)?.item).toMatchObject({ success: 'false' })
    const unknown = await answered('/v72/cancels', { merchantAccount, paymentReference: 'nobody' })
    expect(unknown).toMatchObject({ status: 422, body: { errorCode: '167' } })
  })
})
