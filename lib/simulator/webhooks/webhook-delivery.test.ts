import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  hmacKey,
  startSimulatedPayment,
  startTestSimulator,
  type TestSimulator,
} from '@/lib/proof/shop/test-simulator'
import { type SignedItem, signature } from '@/lib/simulator/webhooks/signature'

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.close())

const MINUTE = 60_000
const HOUR = 60 * MINUTE

async function approve(reference: string): Promise<void> {
  await startSimulatedPayment(simulator, reference)
  await simulator.control('/wallet', { reference, press: 'Approve' })
}

async function notifications() {
  const response = await fetch(`${simulator.origin}/control/ledger`)
  return (await response.json()).notifications
}

describe('a notification', () => {
  test('looks like Adyen’s, is signed, and comes with Basic auth', async () => {
    await approve('order-1')
    expect(await simulator.advance(1_000)).toBe(1)
    const [received] = simulator.received
    expect(received?.headers.get('content-type')).toBe('application/json')
    expect(received?.headers.get('authorization')).toBe(`Basic ${btoa('adyen:sesame')}`)
    const envelope = JSON.parse(received?.text ?? '')
    expect(envelope.live).toBe('false')
    expect(envelope.notificationItems).toHaveLength(1)
    const item = envelope.notificationItems[0].NotificationRequestItem
    expect(item).toMatchObject({
      eventCode: 'AUTHORISATION',
      success: 'true',
      merchantAccountCode: 'NorangSimulator',
      merchantReference: 'order-1',
      amount: { currency: 'KRW', value: 15_000 },
      paymentMethod: 'kakaopay',
      eventDate: '2026-11-23T13:00:00+01:00',
    })
    expect(item.additionalData.hmacSignature).toBe(signature(item, hmacKey))
  })

  test('is not sent before it is due', async () => {
    await approve('order-1')
    expect(await simulator.advance(999)).toBe(0)
    expect(await simulator.advance(1)).toBe(1)
    expect(await simulator.advance(HOUR)).toBe(0)
  })

  test('is sent once by several processes at work at the same time', async () => {
    for (let order = 0; order < 10; order++) await approve(`order-${order}`)
    await simulator.control('/clock', { advance: 'PT1S' })
    const counts = await Promise.all(Array.from({ length: 4 }, () => simulator.deliverDue()))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(10)
    expect(new Set(simulator.received.map(({ item }) => item.merchantReference)).size).toBe(10)
    expect(simulator.received).toHaveLength(10)
  })
})

describe('a notification that the shop does not accept', () => {
  test('is sent again on Adyen’s schedule until it is', async () => {
    simulator.shopAnswers = () => 500
    await approve('order-1')
    await simulator.advance(1_000)
    const waits = [9_000, 9_000, 9_000]
      .concat([2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE))
      .concat([1, 2, 4, 8, 8].map((hours) => hours * HOUR))
    for (const wait of waits) {
      expect(await simulator.advance(wait - 1)).toBe(0)
      expect(await simulator.advance(1)).toBe(1)
    }
    simulator.shopAnswers = () => 202
    expect(await simulator.advance(8 * HOUR)).toBe(1)
    expect(await simulator.advance(8 * HOUR)).toBe(0)
    const [told] = await notifications()
    expect(told).toMatchObject({ status: 'delivered', attempts: waits.length + 2 })
    expect(told.deliveries.at(0)).toMatchObject({ httpStatus: 500, answer: '[accepted]' })
  })

  test('is given up after thirty days', async () => {
    simulator.shopAnswers = () => 500
    await approve('order-1')
    for (let day = 0; day < 31 * 3; day++) await simulator.advance(8 * HOUR)
    expect(await notifications()).toMatchObject([{ status: 'given_up' }])
  })

  test('is not carried along a redirect', async () => {
    simulator.shopAnswers = () => 308
    await approve('order-1')
    await simulator.advance(1_000)
    expect(await notifications()).toMatchObject([
      { status: 'waiting', deliveries: [{ httpStatus: 308 }] },
    ])
  })

  test('does not hold up the others, unless the queue is told to block', async () => {
    const refuseFirst = () =>
      simulator.received.at(-1)?.item.merchantReference === 'first' ? 500 : 202
    simulator.shopAnswers = refuseFirst
    await approve('first')
    await approve('second')
    await simulator.advance(1_000)
    expect(simulator.received.map(({ item }) => item.merchantReference)).toEqual([
      'first',
      'second',
    ])

    await simulator.control('/webhooks', { blockingQueue: true })
    await approve('third')
    await simulator.advance(1_000)
    expect(simulator.received).toHaveLength(2)
    simulator.shopAnswers = () => 202
    await simulator.advance(10_000)
    expect(simulator.received.slice(2).map(({ item }) => item.merchantReference)).toEqual([
      'first',
      'third',
    ])
  })

  test('is unreachable for nobody but itself: the ledger says why', async () => {
    const deaf = await startTestSimulator({
      shop: {
        name: 'S',
        webhookUrl: 'http://127.0.0.1:9',
        hmacKey,
        username: null,
        password: null,
      },
    })
    await startSimulatedPayment(deaf, 'order-1')
    await deaf.control('/wallet', { reference: 'order-1', press: 'Approve' })
    expect(await deaf.advance(1_000)).toBe(1)
    const ledger = await (await fetch(`${deaf.origin}/control/ledger`)).json()
    expect(ledger.notifications[0].deliveries[0].httpStatus).toBeNull()
    await deaf.close()
  })
})

describe('the switches for webhooks', () => {
  test('delay, copy and reorder what one act tells', async () => {
    await startSimulatedPayment(simulator, 'order-1')
    await simulator.control('/webhooks', {
      reference: 'order-1',
      delayMs: 5_000,
      duplicates: 1,
      reorder: true,
    })
    const press = 'Cancel, then approve in the app'
    await simulator.control('/wallet', { reference: 'order-1', press })
    expect(await simulator.advance(4_999)).toBe(0)
    await simulator.advance(1)
    expect(simulator.received.map(({ item }) => item.success)).toEqual(['true', 'true'])
    await simulator.advance(5_000)
    expect(simulator.received.map(({ item }) => item.success)).toEqual([
      'true',
      'true',
      'false',
      'false',
    ])
  })

  test('lose the first attempts on the way', async () => {
    await startSimulatedPayment(simulator, 'order-1')
    await simulator.control('/webhooks', { reference: 'order-1', dropUntilRetry: 2 })
    await simulator.control('/wallet', { reference: 'order-1', press: 'Approve' })
    await simulator.advance(1_000)
    await simulator.advance(9_000)
    expect(simulator.received).toHaveLength(0)
    await simulator.advance(9_000)
    expect(simulator.received).toHaveLength(1)
  })

  test.each(['bad', 'old'])('sign with a %s key', async (how) => {
    await startSimulatedPayment(simulator, 'order-1')
    await simulator.control('/webhooks', { reference: 'order-1', signature: how })
    await simulator.control('/wallet', { reference: 'order-1', press: 'Approve' })
    await simulator.advance(1_000)
    const [item] = JSON.parse(simulator.received[0]?.text ?? '').notificationItems.map(
      (wrapper: { NotificationRequestItem: SignedItem }) => wrapper.NotificationRequestItem,
    )
    expect(item.additionalData.hmacSignature).toMatch(/^[\w+/]{43}=$/)
    expect(item.additionalData.hmacSignature).not.toBe(signature(item, hmacKey))
  })

  test('hold everything back until a replay, which sends the very same bytes again', async () => {
    await startSimulatedPayment(simulator, 'order-1')
    await simulator.control('/webhooks', { reference: 'order-1', hold: true })
    await simulator.control('/wallet', { reference: 'order-1', press: 'Approve' })
    expect(await simulator.advance(24 * HOUR)).toBe(0)
    await simulator.control('/replay', { reference: 'order-1' })
    expect(await simulator.advance(0)).toBe(1)
    await simulator.control('/replay', { reference: 'order-1' })
    expect(await simulator.advance(0)).toBe(1)
    expect(simulator.received[1]?.text).toBe(simulator.received[0]?.text)
  })
})

test('no transaction is open while the shop answers', async () => {
  const seen: number[] = []
  const pool = simulator.pool
  simulator.shopAnswers = async () => {
    const { rows } = await pool.query(
      `select count(*)::int as open from pg_stat_activity
       where datname = current_database() and state like 'idle in transaction%'`,
    )
    seen.push(rows[0].open)
    return 202
  }
  await approve('order-1')
  await simulator.advance(1_000)
  expect(seen).toEqual([0])
})
