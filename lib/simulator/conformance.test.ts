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
import { type WalletButton, walletButtons } from '@/lib/simulator/payment/endings'

const published = specification()
if (published === null) console.warn(noSpecification)

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startTestSimulator()
})
afterAll(() => simulator.close())

const uniquely = (() => {
  let count = 0
  return () => `conforming-${++count}`
})()

/** Asks the simulator and holds its answer against the specification. */
async function problems(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await simulator.api(path, body, headers)
  return published?.response(path, response.status, await response.json())
}

describe.each(['v71', 'v72'])('every answer of /%s conforms', (v) => {
  beforeEach(needsSpecification)
  const korea = { merchantAccount: 'NorangSimulator', countryCode: 'KR' }

  test('the list of methods', async () => {
    expect(await problems(`/${v}/paymentMethods`, korea)).toEqual([])
  })

  test.each(['GET', 'POST'])('the redirect by %s', async (redirectToIssuerMethod) => {
    const request = { ...aPaymentRequest(uniquely()), redirectToIssuerMethod }
    expect(published?.request(`/${v}/payments`, request)).toEqual([])
    expect(await problems(`/${v}/payments`, request)).toEqual([])
  })

  test.each(['Refused', 'Error'])('a payment that ends at once as %s', async (payments) => {
    const reference = uniquely()
    await simulator.control('/webhooks', { reference, payments })
    expect(await problems(`/${v}/payments`, aPaymentRequest(reference))).toEqual([])
  })

  const returning = walletButtons.filter(
    (press) => press !== 'Approve without returning' && press !== 'Close the window',
  )
  test.each(returning)('the details after %s', async (press) => {
    const reference = uniquely()
    await startSimulatedPayment(simulator, reference)
    const request = aDetailsRequest(await pressInWallet(simulator, reference, press))
    expect(published?.request(`/${v}/payments/details`, request)).toEqual([])
    expect(await problems(`/${v}/payments/details`, request)).toEqual([])
  })

  test.each(['refunds', 'captures', 'cancels', 'reversals'])('%s', async (kind) => {
    const path = `/${v}/payments/${await aPaidPayment(simulator, uniquely())}/${kind}`
    const amount = { currency: 'KRW', value: 5_000 }
    const hasAmount = kind === 'refunds' || kind === 'captures'
    const request = {
      merchantAccount: 'NorangSimulator',
      reference: 'mine',
      ...(hasAmount ? { amount } : {}),
      ...(kind === 'refunds' ? { merchantRefundReason: 'CUSTOMER REQUEST' } : {}),
    }
    expect(published?.request(path, request)).toEqual([])
    expect(await problems(path, request)).toEqual([])
  })

  test.each(['captures', 'cancels', 'reversals'])('%s, whatever else was sent', async (kind) => {
    const path = `/${v}/payments/${await aPaidPayment(simulator, uniquely())}/${kind}`
    const amount = { currency: 'KRW', value: 5_000 }
    const request = { merchantAccount: 'NorangSimulator', amount, merchantRefundReason: 'OTHER' }
    expect(await problems(path, request)).toEqual([])
  })

  test('every kind of error', async () => {
    const payments = `/${v}/payments`
    const request = aPaymentRequest(uniquely())
    expect(await problems(payments, request, { 'x-api-key': 'wrong' })).toEqual([])
    expect(await problems(payments, '{')).toEqual([])
    expect(await problems(payments, { ...request, merchantAccount: 'Somebody' })).toEqual([])
    expect(await problems(payments, { ...request, amount: undefined })).toEqual([])
    expect(await problems(payments, { ...request, countryCode: 'JP' })).toEqual([])
    expect(await problems(`${payments}/details`, aDetailsRequest('garbage'))).toEqual([])
  })
})

describe('every notification conforms', () => {
  beforeEach(needsSpecification)
  const told = (reference: string) =>
    simulator.received.filter(({ item }) => item.merchantReference === reference)

  test.each(walletButtons)('after %s', async (press: WalletButton) => {
    const reference = uniquely()
    const metadata = { cart: '4F7K' }
    const request = { ...aPaymentRequest(reference), metadata, merchantOrderReference: 'order' }
    await simulator.api('/v72/payments', request)
    await simulator.control('/wallet', { reference, press })
    await simulator.advance(3_700_000)
    expect(told(reference).length).toBeGreaterThan(0)
    for (const { text } of told(reference)) expect(published?.webhook(JSON.parse(text))).toEqual([])
  })

  test.each(['ok', 'refused', 'failed_later', 'reversed'])('of a refund: %s', async (refunds) => {
    const [payment, refund] = [uniquely(), uniquely()]
    const pspReference = await aPaidPayment(simulator, payment)
    await simulator.control('/webhooks', { reference: payment, refunds })
    const request = {
      merchantAccount: 'NorangSimulator',
      amount: { currency: 'KRW', value: 100 },
      reference: refund,
    }
    await simulator.api(`/v72/payments/${pspReference}/refunds`, request)
    await simulator.advance(1_000)
    await simulator.advance(120_000)
    const changesLater = refunds === 'failed_later' || refunds === 'reversed'
    expect(told(refund)).toHaveLength(changesLater ? 2 : 1)
    for (const { text } of told(refund)) expect(published?.webhook(JSON.parse(text))).toEqual([])
  })

  test.each(['captures', 'cancels', 'reversals'])('of %s', async (kind) => {
    const pspReference = await aPaidPayment(simulator, uniquely())
    const reference = uniquely()
    const amount = { currency: 'KRW', value: 15_000 }
    const request = { merchantAccount: 'NorangSimulator', amount, reference }
    await simulator.api(`/v72/payments/${pspReference}/${kind}`, request)
    await simulator.advance(10_000)
    expect(told(reference)).toHaveLength(1)
    for (const { text } of told(reference)) expect(published?.webhook(JSON.parse(text))).toEqual([])
  })
})
