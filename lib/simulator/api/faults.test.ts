import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  aDetailsRequest,
  aPaymentRequest,
  pressInWallet,
  startTestSimulator,
  type TestSimulator,
} from '@/lib/proof/shop/test-simulator'

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startTestSimulator()
})
afterAll(() => simulator.close())

describe('a fault that was ordered for the number of an order', () => {
  const ofOrder = (reference: string) => ({
    ...aPaymentRequest(reference),
    merchantOrderReference: 'order-7',
    shopperReference: 'shopper-7',
  })
  const refund = { merchantAccount: 'NorangSimulator', amount: { currency: 'KRW', value: 1 } }
  const ordered = (on: string, reference = 'order-7') =>
    simulator.control('/faults', { reference, on, kind: 'error_500' })

  test('meets the next payment of the order, whatever its own reference is', async () => {
    await ordered('payments')
    expect((await simulator.api('/v72/payments', aPaymentRequest('attempt-1'))).status).toBe(200)
    expect((await simulator.api('/v72/payments', ofOrder('attempt-2'))).status).toBe(500)
    expect((await simulator.api('/v72/payments', ofOrder('attempt-2'))).status).toBe(200)
  })

  test('meets the details, a refund and a cancellation of such a payment', async () => {
    await simulator.api('/v72/payments', ofOrder('attempt-3'))
    const details = aDetailsRequest(await pressInWallet(simulator, 'attempt-3', 'Approve'))
    for (const on of ['details', 'refunds', 'cancels']) await ordered(on)
    expect((await simulator.api('/v72/payments/details', details)).status).toBe(500)
    const { pspReference } = await (await simulator.api('/v72/payments/details', details)).json()
    const path = `/v72/payments/${pspReference}/refunds`
    expect((await simulator.api(path, refund)).status).toBe(500)
    expect((await simulator.api(path, refund)).status).toBe(201)
    const cancel = { merchantAccount: 'NorangSimulator', paymentReference: 'attempt-3' }
    expect((await simulator.api('/v72/cancels', cancel)).status).toBe(500)
  })

  test('of a shopper meets what is asked about that shopper’s saved wallets', async () => {
    await ordered('storedPaymentMethods', 'shopper-7')
    const asked = (shopperReference: string) =>
      simulator.api('/pal/servlet/Recurring/v68/listRecurringDetails', {
        merchantAccount: 'NorangSimulator',
        shopperReference,
      })
    expect((await asked('shopper-8')).status).toBe(200)
    expect((await asked('shopper-7')).status).toBe(500)
    await ordered('payments', 'shopper-7')
    expect((await simulator.api('/v72/payments', ofOrder('attempt-4'))).status).toBe(500)
  })
})
