import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  aPaidPayment,
  startTestSimulator,
  type TestSimulator,
} from '@/lib/proof/shop/test-simulator'
import { needsSpecification } from '@/lib/proof/specification/needs-specification'
import { noSpecification, specification } from '@/lib/proof/specification/specification'
import { wrongOnPurpose } from '@/lib/proof/specification/wrong-on-purpose'
import { customerAreaEvents } from '@/lib/simulator/money/customer-area'
import { disputeEventCodes } from '@/lib/simulator/money/dispute-events'

const published = specification()
if (published === null) console.warn(noSpecification)

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startTestSimulator()
})
afterAll(() => simulator.close())

const uniquely = (() => {
  let count = 0
  return () => `money-${++count}`
})()

/** What is wrong with everything that was told about a payment, and the last of it. */
async function told(reference: string) {
  await simulator.advance(200_000)
  const texts = simulator.received
    .map(({ text }) => text)
    .filter((each) => each.includes(reference))
  const last = JSON.parse(texts.at(-1) ?? '{}').notificationItems[0].NotificationRequestItem
  return { wrong: texts.flatMap((text) => published?.webhook(JSON.parse(text)) ?? []), last }
}

describe('Adyen’s files know', () => {
  beforeEach(needsSpecification)

  test.each(disputeEventCodes)('the step %s of a dispute', async (eventCode) => {
    const reference = uniquely()
    const pspReference = await aPaidPayment(simulator, reference)
    expect((await simulator.control('/disputes', { reference, eventCode })).status).toBe(200)
    const { wrong, last } = await told(reference)
    expect(wrong).toEqual([])
    expect(last).toMatchObject({ eventCode, originalReference: pspReference })
  })

  test.each(['absent', 'payment_psp'])('a dispute whose originalReference is %s', async (how) => {
    const reference = uniquely()
    await aPaidPayment(simulator, reference)
    const steps = disputeEventCodes.map((eventCode) => ({ eventCode }))
    await simulator.control('/disputes', { reference, original: how, steps })
    expect((await told(reference)).wrong).toEqual([])
  })

  test.each(
    customerAreaEvents.flatMap((eventCode) =>
      ['by_rules', 'ok', 'refused', 'failed_later', 'reversed'].map(
        (outcome) => [eventCode, outcome] as const,
      ),
    ),
  )('%s in the Customer Area, %s', async (eventCode, outcome) => {
    const reference = uniquely()
    await aPaidPayment(simulator, reference)
    const asked = { reference, eventCode, outcome, calledBy: 'payment' }
    expect((await simulator.control('/customer-area', asked)).status).toBe(200)
    const { wrong, last } = await told(reference)
    expect(wrong).toEqual([])
    expect(last.merchantReference).toBe(reference)
  })

  test.each(['REFUND_FAILED', 'REFUNDED_REVERSED'])('%s of a refund', async (eventCode) => {
    const reference = uniquely()
    await aPaidPayment(simulator, reference)
    await simulator.control('/customer-area', { reference, value: 1_000 })
    await simulator.control('/refund-news', { reference, eventCode, pspReference: 'own' })
    const { wrong, last } = await told(reference)
    expect(wrong).toEqual([])
    expect(last.eventCode).toBe(eventCode)
  })

  test('all of a cancellation but that its amount is left out', async () => {
    const reference = uniquely()
    await aPaidPayment(simulator, reference)
    const asked = { reference, eventCode: 'CANCELLATION', outcome: 'ok', amount: 'left_out' }
    await simulator.control('/customer-area', asked)
    const { wrong } = await told(reference)
    expect(wrong).toEqual([expect.stringContaining(wrongOnPurpose.missing_amount)])
  })
})
