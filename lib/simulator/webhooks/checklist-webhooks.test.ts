import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { serve } from '@/lib/proof/shop/serve'
import {
  hmacKey,
  startSimulatedPayment,
  startTestSimulator,
  type TestSimulator,
} from '@/lib/proof/shop/test-simulator'
import { signature } from '@/lib/simulator/webhooks/signature'

// The part of lib/simulator/checklist.test.ts that is called “Webhooks”; what delivery.test.ts shows is not repeated.

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.close())

async function approve(reference: string, settings: object = {}): Promise<void> {
  await simulator.control('/switches', { reference, ...settings })
  await startSimulatedPayment(simulator, reference)
  await simulator.control('/wallet', { reference, press: 'Approve' })
}

const ledger = async (reference: string) =>
  (await fetch(`${simulator.origin}/control/ledger?reference=${reference}`)).json()

test('10 s timeout, and the next attempt after it', async () => {
  let patience: () => void = () => undefined
  simulator.shopAnswers = () => new Promise((resolve) => (patience = () => resolve(202)))
  await approve('order-1')
  const before = Date.now()
  await simulator.advance(1_000)
  expect(Date.now() - before).toBeGreaterThanOrEqual(9_900)
  expect(Date.now() - before).toBeLessThan(14_000)
  patience()
  const [{ status, deliveries }] = (await ledger('order-1')).notifications
  expect(status).toBe('waiting')
  expect(deliveries).toMatchObject([{ httpStatus: null, answer: expect.stringMatching(/timeout/) }])
  simulator.shopAnswers = () => 202
  expect(await simulator.advance(9_000)).toBe(1)
})

test('schedule (time-scaled): a hundredth of the times of Adyen', async () => {
  await simulator.close()
  simulator = await startTestSimulator({ retryScale: 0.01 })
  simulator.shopAnswers = () => 500
  await approve('order-1')
  await simulator.advance(1_000)
  for (const wait of [90, 90, 90, 1_200, 3_000]) {
    expect(await simulator.advance(wait - 1)).toBe(0)
    expect(await simulator.advance(1)).toBe(1)
  }
})

test('drop-until-manual-replay', async () => {
  await approve('order-1', { hold: true })
  await simulator.advance(86_400_000)
  expect(simulator.received).toHaveLength(0)
  await simulator.control('/replay', { reference: 'order-1' })
  await simulator.advance(0)
  expect(simulator.received).toHaveLength(1)
})

test('old key: signed with the key before the last rotation', async () => {
  const previousHmacKey = 'DFB1EB5485895CFA84146406857104ABB4CBCABDC8AAF103A624C8F6A3EAAB00'
  const bodies: string[] = []
  const shop = await serve(async (request) => {
    bodies.push(await request.text())
    return new Response(null, { status: 202 })
  })
  const webhookUrl = shop.origin
  const rotated = await startTestSimulator({
    shop: { name: 'S', webhookUrl, hmacKey, previousHmacKey, username: null, password: null },
  })
  await rotated.control('/switches', { signature: 'old' })
  await startSimulatedPayment(rotated, 'order-1')
  await rotated.control('/wallet', { reference: 'order-1', press: 'Approve' })
  await rotated.advance(1_000)
  const item = JSON.parse(bodies[0] ?? '').notificationItems[0].NotificationRequestItem
  expect(item.additionalData.hmacSignature).toBe(signature(item, previousHmacKey))
  await Promise.all([rotated.close(), shop.close()])
})

test('missing amount is signed as empty', async () => {
  await approve('order-1', { omitAmount: true })
  await simulator.advance(1_000)
  const item = simulator.received[0]?.item
  expect(item?.amount).toBeUndefined()
  expect(item?.additionalData.hmacSignature).toBe(
    item && signature({ ...item, success: 'true' }, hmacKey),
  )
})

test('reason: "null"', async () => {
  await approve('order-1', { emptyReason: 'null' })
  await simulator.advance(1_000)
  expect(simulator.received[0]?.item.reason).toBe('null')
})

describe('test events', () => {
  const sent = async (eventCode: string) => {
    await simulator.control('/test-events', { eventCode })
    await simulator.advance(0)
    return simulator.received.at(-1)?.item
  }

  test('test_AUTHORISATION_1 about testMerchantRef1', async () => {
    expect(await sent('AUTHORISATION')).toMatchObject({
      eventCode: 'AUTHORISATION',
      success: 'true',
      pspReference: 'test_AUTHORISATION_1',
      merchantReference: 'testMerchantRef1',
    })
  })

  test('report events use non-conforming values: a file name with a colon, no reference', async () => {
    const item = await sent('REPORT_AVAILABLE')
    expect(item?.pspReference).toContain(':')
    expect(item?.merchantReference).toBe('')
    expect(item?.additionalData.hmacSignature).toBe(
      item && signature({ ...item, success: 'true' }, hmacKey),
    )
  })
})

describe('what Adyen leaves unknown about OFFER_CLOSED', () => {
  const closed = async (settings: object) => {
    await simulator.control('/switches', { reference: 'order-1', ...settings })
    await startSimulatedPayment(simulator, 'order-1')
    await simulator.control('/wallet', { reference: 'order-1', press: 'Cancel' })
    await simulator.advance(2_000)
    const psp = (await ledger('order-1')).payments[0].pspReference
    return { item: simulator.received.at(-1)?.item, psp }
  }

  test.each(['payment', 'own'])('its pspReference relation: %s', async (offerClosedPsp) => {
    const { item, psp } = await closed({ offerClosedPsp })
    expect(item?.eventCode).toBe('OFFER_CLOSED')
    expect(item?.pspReference === psp).toBe(offerClosedPsp === 'payment')
    expect(item?.originalReference).toBeUndefined()
  })

  test('event on shopper cancel: AUTHORISATION false instead', async () => {
    const { item } = await closed({ cancel: 'AUTHORISATION' })
    expect(item).toMatchObject({ eventCode: 'AUTHORISATION', success: 'false' })
  })

  test('OFFER_CLOSED delay', async () => {
    await simulator.control('/switches', { reference: 'order-1', offerClosedAfterMs: 5_000 })
    await startSimulatedPayment(simulator, 'order-1')
    expect(await simulator.advance(4_999)).toBe(0)
    expect(await simulator.advance(1)).toBe(1)
  })
})

test('per-endpoint queue: a stuck standard webhook does not hold up the tokens’ address', async () => {
  await simulator.control('/switches', { blockingQueue: true })
  simulator.shopAnswers = () => 500
  await simulator.control('/scripts', { reference: 'order-1', script: 'token_disabled' })
  await startSimulatedPayment(simulator, 'order-1')
  await simulator.control('/wallet', { reference: 'order-1', press: 'Play the script' })
  await simulator.advance(1_000)
  await simulator.advance(600_000)
  const { notifications } = await ledger('order-1')
  const attempts = (code: string) =>
    notifications.find(({ eventCode }: { eventCode: string }) => eventCode === code)?.attempts
  expect(attempts('recurring.token.disabled')).toBe(1)
  expect(attempts('RECURRING_CONTRACT')).toBe(0)
})
