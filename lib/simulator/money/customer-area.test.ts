import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  aPaidPayment,
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
  return () => `area-${++count}`
})()

const inCustomerArea = (fields: object) => simulator.control('/customer-area', fields)
const refund = (psp: string, value: number, reference: string) =>
  simulator.api(`/v72/payments/${psp}/refunds`, {
    merchantAccount: 'NorangSimulator',
    amount: { currency: 'KRW', value },
    reference,
  })

async function ledger(reference: string) {
  const response = await fetch(`${simulator.origin}/control/ledger?reference=${reference}`)
  return response.json()
}
const money = async (reference: string) => (await ledger(reference)).money
const items = (psp: string) =>
  simulator.received.map(({ item }) => item).filter((item) => item.originalReference === psp)
const told = (psp: string) => items(psp).map(({ eventCode, success }) => `${eventCode} ${success}`)

async function aPayment() {
  const reference = uniquely()
  return { reference, psp: await aPaidPayment(simulator, reference) }
}
const whole = 15_000
const all = {
  came: whole,
  refunded: 0,
  refundsUnderWay: 0,
  cancelled: 0,
  captureFailed: 0,
  takenByDisputes: 0,
  left: whole,
}

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
    expect(await money(reference)).toEqual(all)
    await refund(psp, 5_000, 'part')
    const wanted = { eventCode: 'TECHNICAL_CANCEL', outcome: 'ok' }
    const { body } = await inCustomerArea({ reference, ...wanted, value: whole })
    expect(body).toMatchObject({ value: whole, takes: 10_000 })
    await simulator.advance(1_000)
    expect(told(psp)).toEqual(['CANCELLATION false', 'REFUND true', 'TECHNICAL_CANCEL true'])
    expect(await money(reference)).toEqual({ ...all, refunded: 5_000, cancelled: 10_000, left: 0 })
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
    expect(await money(reference)).toEqual({ ...all, cancelled: whole, left: 0 })
  })

  test('has cancelled what comes afterwards all the same', async () => {
    const reference = uniquely()
    await startSimulatedPayment(simulator, reference)
    await inCustomerArea({ reference, eventCode: 'TECHNICAL_CANCEL' })
    expect(await money(reference)).toEqual({ ...all, came: 0, left: 0 })
    await simulator.control('/notifications', {
      reference,
      eventCode: 'AUTHORISATION',
      success: true,
    })
    expect(await money(reference)).toEqual({ ...all, cancelled: whole, left: 0 })
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
    expect(await money(reference)).toEqual(all)
    expect(told(psp)).toEqual(['CAPTURE_FAILED true', 'CAPTURE true'])
  })

  test('gives nothing back of a capture that will turn out to have failed', async () => {
    const { reference } = await aPayment()
    await inCustomerArea({ reference, eventCode: 'CAPTURE_FAILED', delayMs: 60_000 })
    const { body } = await inCustomerArea({ reference, value: 1, outcome: 'ok' })
    expect(body.outcome).toBe('refused')
    await simulator.advance(61_000)
    expect(await money(reference)).toEqual({ ...all, captureFailed: whole, left: 0 })
  })

  test('tells of what moves no money, and moves none', async () => {
    const { reference } = await aPayment()
    for (const eventCode of ['EXPIRE', 'POSTPONED_REFUND', 'REFUND_WITH_DATA'])
      await inCustomerArea({ reference, eventCode })
    await simulator.advance(1_000)
    expect(await money(reference)).toEqual(all)
  })
})
