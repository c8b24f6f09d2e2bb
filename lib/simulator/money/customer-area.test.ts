import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allOfIt, simulatedMoney, whole } from '@/lib/proof/shop/simulated-money'
import {
  startSimulatedPayment,
  startTestSimulator,
  type TestSimulator,
} from '@/lib/proof/shop/test-simulator'

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startTestSimulator()
})
afterAll(() => simulator.close())

const { uniquely, items, money, told, inCustomerArea, refund, aPayment } = simulatedMoney(
  () => simulator,
  'area',
)

describe('the Customer Area', () => {
  test.each([
    ['payment', (reference: string) => reference],
    ['modification', () => 'typed-by-hand'],
    ['nothing', () => ''],
  ])('calls a refund by the reference of the %s', async (calledBy, expected) => {
    const { reference, psp } = await aPayment()
    const own = { calledBy, modificationReference: 'typed-by-hand' }
    const { body } = await inCustomerArea({ payment: psp, value: 'half', ...own })
    expect(body).toMatchObject({ value: 7_500, outcome: 'ok' })
    await simulator.advance(1_000)
    expect(items(psp)).toMatchObject([
      { pspReference: body.pspReference, merchantReference: expected(reference) },
    ])
  })

  test('cannot cancel what is paid, by the rules, and can when it is told to', async () => {
    const { reference, psp } = await aPayment()
    await inCustomerArea({ reference, eventCode: 'CANCELLATION' })
    expect(await money(reference)).toEqual(allOfIt)
    await refund(psp, 5_000, 'part')
    const wanted = { eventCode: 'TECHNICAL_CANCEL', outcome: 'ok' }
    const { body } = await inCustomerArea({ reference, ...wanted, value: whole })
    expect(body).toMatchObject({ value: whole, takes: 10_000 })
    await simulator.advance(1_000)
    expect(told(psp)).toEqual(['CANCELLATION false', 'REFUND true', 'TECHNICAL_CANCEL true'])
    expect(await money(reference)).toEqual({
      ...allOfIt,
      refunded: 5_000,
      cancelled: 10_000,
      left: 0,
    })
  })

  test('cancels while the shopper approves: told first, and there is no money when it is said to be', async () => {
    const reference = uniquely()
    await startSimulatedPayment(simulator, reference)
    await simulator.control('/switches', { reference, delayMs: 60_000 })
    await simulator.control('/wallet', { reference, press: 'Approve' })
    await simulator.control('/switches', { reference, delayMs: 1_000 })
    await inCustomerArea({ reference, eventCode: 'CANCELLATION', outcome: 'ok' })
    await simulator.advance(1_000)
    await simulator.advance(60_000)
    const words = simulator.received.slice(-2).map(({ item }) => item.eventCode)
    expect(words).toEqual(['CANCELLATION', 'AUTHORISATION'])
    expect(await money(reference)).toEqual({ ...allOfIt, cancelled: whole, left: 0 })
  })

  test('has cancelled what comes afterwards all the same', async () => {
    const reference = uniquely()
    await startSimulatedPayment(simulator, reference)
    await inCustomerArea({ reference, eventCode: 'TECHNICAL_CANCEL' })
    expect(await money(reference)).toEqual({ ...allOfIt, came: 0, left: 0 })
    await simulator.control('/notifications', {
      reference,
      eventCode: 'AUTHORISATION',
      success: true,
    })
    expect(await money(reference)).toEqual({ ...allOfIt, cancelled: whole, left: 0 })
  })

  test.each([
    ['refund', { refunded: whole }],
    ['cancel', { cancelled: whole }],
  ])('does what CANCEL_OR_REFUND says: %s', async (action, sum) => {
    const { reference, psp } = await aPayment()
    await inCustomerArea({ reference, eventCode: 'CANCEL_OR_REFUND', action })
    await simulator.advance(1_000)
    expect(items(psp)[0]?.additionalData['modification.action']).toBe(action)
    expect(await money(reference)).toMatchObject({ ...sum, left: 0 })
  })

  test('takes back a capture, and captures again', async () => {
    const { reference, psp } = await aPayment()
    await inCustomerArea({ reference, eventCode: 'CAPTURE_FAILED', value: 5_000 })
    await simulator.advance(1_000)
    expect(await money(reference)).toMatchObject({ captureFailed: 5_000, left: 10_000 })
    await inCustomerArea({ reference, eventCode: 'CAPTURE' })
    await simulator.advance(1_000)
    expect(await money(reference)).toEqual(allOfIt)
    expect(told(psp)).toEqual(['CAPTURE_FAILED true', 'CAPTURE true'])
  })

  test('gives nothing back of a capture that will turn out to have failed', async () => {
    const { reference } = await aPayment()
    await inCustomerArea({ reference, eventCode: 'CAPTURE_FAILED', delayMs: 60_000 })
    const { body } = await inCustomerArea({ reference, value: 1, outcome: 'ok' })
    expect(body.outcome).toBe('refused')
    await simulator.advance(61_000)
    expect(await money(reference)).toEqual({ ...allOfIt, captureFailed: whole, left: 0 })
  })

  test('tells of what moves no money, and moves none', async () => {
    const { reference } = await aPayment()
    for (const eventCode of ['EXPIRE', 'POSTPONED_REFUND', 'REFUND_WITH_DATA'])
      await inCustomerArea({ reference, eventCode })
    await simulator.advance(1_000)
    expect(await money(reference)).toEqual(allOfIt)
  })
})
