import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  aDetailsRequest,
  paid,
  pressFor,
  type SimulatorWorld,
  startSimulatedPayment,
  startWorld,
} from '@/lib/proof/shop/world'

let world: SimulatorWorld
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const uniquely = (() => {
  let count = 0
  return (name: string) => `${name}-${++count}`
})()

async function answered(path: string, body: unknown) {
  const response = await world.api(path, body)
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
    const pspReference = await paid(world, reference)
    const given = await answered(`/v72/payments/${pspReference}/refunds`, refund(5_000, 'back-1'))
    expect(given.status).toBe(201)
    expect(given.body).toMatchObject({ status: 'received', paymentPspReference: pspReference })

    await world.pass(1_000)
    expect(world.received.at(-1)?.item).toMatchObject({
      eventCode: 'REFUND',
      success: 'true',
      pspReference: given.body.pspReference,
      originalReference: pspReference,
      merchantReference: 'back-1',
      amount: { currency: 'KRW', value: 5_000 },
    })
  })

  test('that asks for more than is left fails by webhook', async () => {
    const pspReference = await paid(world, uniquely('refund'))
    await answered(`/v72/payments/${pspReference}/refunds`, refund(10_000, 'first'))
    await answered(`/v72/payments/${pspReference}/refunds`, refund(10_000, 'too-much'))
    await world.pass(1_000)
    const told = world.received.slice(-2).map(({ item }) => [item.success, item.reason])
    expect(told).toEqual([
      ['true', ''],
      ['false', 'Insufficient balance on payment'],
    ])
  })

  test('before the money is there fails by webhook', async () => {
    const reference = uniquely('early')
    await startSimulatedPayment(world, reference)
    const request = aDetailsRequest(await pressFor(world, reference, 'Leave pending'))
    const { body } = await answered('/v72/payments/details', request)
    expect(body.resultCode).toBe('Pending')
    await answered(`/v72/payments/${body.pspReference}/refunds`, refund(1_000, 'early'))
    await world.pass(1_000)
    expect(world.received.at(-1)?.item).toMatchObject({
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
    const pspReference = await paid(world, reference)
    await world.control('/webhooks', { reference, refunds })
    await answered(`/v72/payments/${pspReference}/refunds`, refund(15_000, reference))
    await world.pass(1_000)
    await world.pass(120_000)
    const told = world.received.filter(({ item }) => item.originalReference === pspReference)
    expect(told.map(({ item }) => `${item.eventCode} ${item.success}`)).toEqual(expected)
  })
})
