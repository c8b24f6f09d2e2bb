import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  aDetailsRequest,
  aPaidPayment,
  pressInWallet,
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

async function answered(path: string, body: unknown) {
  const response = await simulator.api(path, body)
  return { status: response.status, body: await response.json() }
}

describe('a modification', () => {
  const refund = (value: number, reference: string) => ({
    merchantAccount: 'NorangSimulator',
    amount: { currency: 'KRW', value },
    reference,
  })

  test('of an unknown payment is refused', async () => {
    const given = await answered('/v72/payments/XXXXXXXXXXXXXX82/refunds', refund(1, 'r'))
    expect(given).toMatchObject({ status: 422, body: { errorCode: '167' } })
  })

  test('that refunds is received first and told by webhook later', async () => {
    const reference = uniquely('refund')
    const pspReference = await aPaidPayment(simulator, reference)
    const given = await answered(`/v72/payments/${pspReference}/refunds`, refund(5_000, 'back-1'))
    expect(given.status).toBe(201)
    expect(given.body).toMatchObject({ status: 'received', paymentPspReference: pspReference })

    await simulator.advance(1_000)
    expect(simulator.received.at(-1)?.item).toMatchObject({
      eventCode: 'REFUND',
      success: 'true',
      pspReference: given.body.pspReference,
      originalReference: pspReference,
      merchantReference: 'back-1',
      amount: { currency: 'KRW', value: 5_000 },
    })
  })

  test('that asks for more than is left fails by webhook', async () => {
    const pspReference = await aPaidPayment(simulator, uniquely('refund'))
    await answered(`/v72/payments/${pspReference}/refunds`, refund(10_000, 'first'))
    await answered(`/v72/payments/${pspReference}/refunds`, refund(10_000, 'too-much'))
    await simulator.advance(1_000)
    const told = simulator.received.slice(-2).map(({ item }) => [item.success, item.reason])
    expect(told).toEqual([
      ['true', ''],
      ['false', 'Insufficient balance on payment'],
    ])
  })

  test('before the money is there fails by webhook', async () => {
    const reference = uniquely('early')
    await startSimulatedPayment(simulator, reference)
    const request = aDetailsRequest(await pressInWallet(simulator, reference, 'Leave pending'))
    const { body } = await answered('/v72/payments/details', request)
    expect(body.resultCode).toBe('Pending')
    await answered(`/v72/payments/${body.pspReference}/refunds`, refund(1_000, 'early'))
    await simulator.advance(1_000)
    expect(simulator.received.at(-1)?.item).toMatchObject({
      success: 'false',
      reason: "Transaction hasn't been captured, refund not possible",
    })
  })

  test.each([
    ['refused', ['REFUND false']],
    ['failed_later', ['REFUND true', 'REFUND_FAILED true']],
    ['reversed', ['REFUND true', 'REFUNDED_REVERSED true']],
  ])('can be told to end as %s', async (refunds, expected) => {
    const reference = uniquely('fate')
    const pspReference = await aPaidPayment(simulator, reference)
    await simulator.control('/webhooks', { reference, refunds })
    await answered(`/v72/payments/${pspReference}/refunds`, refund(15_000, reference))
    await simulator.advance(1_000)
    await simulator.advance(120_000)
    const told = simulator.received.filter(({ item }) => item.originalReference === pspReference)
    expect(told.map(({ item }) => `${item.eventCode} ${item.success}`)).toEqual(expected)
  })
})
