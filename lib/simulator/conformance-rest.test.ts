import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  aDetailsRequest,
  aPaidPayment,
  aPaymentRequest,
  pressInWallet,
  startSimulatedPayment,
  startTestSimulator,
  type TestSimulator,
} from '@/lib/proof/shop/test-simulator'
import { needsSpecification } from '@/lib/proof/specification/needs-specification'
import { noSpecification, specification } from '@/lib/proof/specification/specification'
import { wrongOnPurpose } from '@/lib/proof/specification/wrong-on-purpose'
import { scriptNames } from '@/lib/simulator/payment/scripts'

// What has switches, scripts and faults, held against Adyen's files; conformance.test.ts has the rest.

const published = specification()
if (published === null) console.warn(noSpecification)

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startTestSimulator()
})
afterAll(() => simulator.close())

const uniquely = (() => {
  let count = 0
  return () => `rest-${++count}`
})()
const merchantAccount = 'NorangSimulator'
const shopper = { merchantAccount, shopperReference: 'shopper-001' }
const set = (reference: string, settings: object) =>
  simulator.control('/switches', { reference, ...settings })

/** What is wrong with a request, and with the answer that the simulator gives to it. */
async function problems(path: string, body: object, headers: Record<string, string> = {}) {
  const response = await simulator.api(path, body, headers)
  return [
    ...(published?.request(path, body) ?? []),
    ...(published?.response(path, response.status, await response.json()) ?? []),
  ]
}

describe.each(['v71', 'v72'])('every further answer of /%s', (v) => {
  beforeEach(needsSpecification)
  const token = {
    paymentMethod: { type: 'kakaopay', storedPaymentMethodId: 'M5N7TQ4TG5PFWR50' },
    shopperReference: 'shopper-001',
    shopperInteraction: 'ContAuth',
    recurringProcessingModel: 'Subscription',
  }

  test.each(['unknown_token', 'Authorised', 'Received', 'Pending', 'Refused', 'Error'])(
    'to a stored token: %s',
    async (contAuth) => {
      const reference = uniquely()
      await set(reference, { contAuth })
      expect(await problems(`/${v}/payments`, { ...aPaymentRequest(reference), ...token })).toEqual(
        [],
      )
    },
  )

  test('of /cancels', async () => {
    const reference = uniquely()
    await startSimulatedPayment(simulator, reference)
    const request = { merchantAccount, paymentReference: reference, reference: 'mine' }
    expect(await problems(`/${v}/cancels`, request)).toEqual([])
    expect(await problems(`/${v}/cancels`, { ...request, paymentReference: 'x' })).toEqual([])
  })

  test('of details with additionalData', async () => {
    const reference = uniquely()
    await set(reference, { additionalData: 'everywhere' })
    await simulator.api('/v72/payments', { ...aPaymentRequest(reference), metadata: { cart: '1' } })
    const request = aDetailsRequest(await pressInWallet(simulator, reference, 'Approve'))
    expect(await problems(`/${v}/payments/details`, request)).toEqual([])
  })

  test.each(['error_500', 'error_703', 'too_many'])('to a fault: %s', async (kind) => {
    const reference = uniquely()
    await simulator.control('/faults', { reference, on: 'payments', kind })
    expect(await problems(`/${v}/payments`, aPaymentRequest(reference))).toEqual([])
  })

  test.each(['422', '409'])('to a duplicate in flight: %s', async (inFlightStatus) => {
    const reference = uniquely()
    const key = { 'idempotency-key': reference }
    await set(reference, { inFlightStatus })
    await simulator.control('/faults', { reference, on: 'payments', kind: 'delay', ms: 400 })
    const slow = simulator.api(`/${v}/payments`, aPaymentRequest(reference), key)
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(await problems(`/${v}/payments`, aPaymentRequest(reference), key)).toEqual([])
    await slow
  })

  test.each(['GET', 'DELETE'])('about stored payment methods by %s', async (method) => {
    const path = `/${v}/storedPaymentMethods${method === 'GET' ? '' : '/T'}`
    const response = await fetch(`${simulator.origin}/api${path}?${new URLSearchParams(shopper)}`, {
      method,
      headers: { 'x-api-key': 'simulator' },
    })
    const verb = method === 'GET' ? 'get' : 'delete'
    expect(published?.response(path, response.status, await response.json(), verb)).toEqual([])
  })
})

test('the legacy recurring calls conform', async (context) => {
  needsSpecification(context)
  const at = '/pal/servlet/Recurring/v68'
  expect(await problems(`${at}/listRecurringDetails`, shopper)).toEqual([])
  expect(await problems(`${at}/disable`, shopper)).toEqual([])
})

describe('every further notification', () => {
  beforeEach(needsSpecification)
  const told = async (reference: string) => {
    const ledger = await fetch(`${simulator.origin}/control/ledger?reference=${reference}`)
    const { notifications } = await ledger.json()
    return notifications.map(({ body }: { body: unknown }) => body)
  }
  const meant: Readonly<Record<string, string>> = wrongOnPurpose

  test.each(scriptNames)('of the script %s', async (script) => {
    const reference = uniquely()
    await simulator.control('/scripts', { reference, script })
    await startSimulatedPayment(simulator, reference)
    await simulator.control('/wallet', { reference, press: 'Play the script' })
    await simulator.advance(3_700_000)
    const bodies = await told(reference)
    expect(bodies.length).toBeGreaterThan(0)
    const wrong = bodies.flatMap((body: unknown) => published?.webhook(body) ?? [])
    const expected = meant[script]
    expect(wrong).toEqual(expected === undefined ? [] : [expect.stringContaining(expected)])
  })

  test.each([
    { offerClosedPsp: 'own' },
    { emptyReason: 'null' },
    { pspReferences: 'digits' },
    { additionalData: 'nowhere' },
  ])('with %j', async (settings) => {
    const reference = uniquely()
    await set(reference, settings)
    await startSimulatedPayment(simulator, reference)
    await simulator.control('/wallet', { reference, press: 'Cancel' })
    for (const body of await told(reference)) expect(published?.webhook(body)).toEqual([])
  })

  test.each(['AUTHORISATION', 'REFUND', 'OFFER_CLOSED', 'REPORT_AVAILABLE'])(
    'of the Customer Area’s test: %s',
    async (eventCode) => {
      await simulator.control('/test-events', { eventCode })
      const [newest] = await told('testMerchantRef1')
      expect(published?.webhook(newest)).toEqual([])
    },
  )

  test('of a cancellation by reference', async () => {
    const reference = uniquely()
    await aPaidPayment(simulator, reference)
    await simulator.api('/v72/cancels', { merchantAccount, paymentReference: reference })
    const [newest] = await told(reference)
    expect(newest.notificationItems[0].NotificationRequestItem.eventCode).toBe('TECHNICAL_CANCEL')
    expect(published?.webhook(newest)).toEqual([])
  })
})
