import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  hmacKey,
  type SimulatorWorld,
  startSimulatedPayment,
  startWorld,
} from '@/lib/proof/shop/world'
import { type SignedItem, signature } from '@/lib/simulator/webhooks/signature'

let world: SimulatorWorld
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

const MINUTE = 60_000
const HOUR = 60 * MINUTE

async function approve(reference: string): Promise<void> {
  await startSimulatedPayment(world, reference)
  await world.control('/wallet', { reference, press: 'Approve' })
}

async function notifications() {
  const response = await fetch(`${world.origin}/control/ledger`)
  return (await response.json()).notifications
}

describe('a notification', () => {
  test('looks like Adyen’s, is signed, and comes with Basic auth', async () => {
    await approve('order-1')
    expect(await world.pass(1_000)).toBe(1)
    const [received] = world.received
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
    expect(await world.pass(999)).toBe(0)
    expect(await world.pass(1)).toBe(1)
    expect(await world.pass(HOUR)).toBe(0)
  })

  test('is sent once by several processes at work at the same time', async () => {
    for (let order = 0; order < 10; order++) await approve(`order-${order}`)
    await world.control('/clock', { advance: 'PT1S' })
    const counts = await Promise.all(Array.from({ length: 4 }, () => world.simulator.deliverDue()))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(10)
    expect(new Set(world.received.map(({ item }) => item.merchantReference)).size).toBe(10)
    expect(world.received).toHaveLength(10)
  })
})

describe('a notification that the shop does not accept', () => {
  test('is sent again on Adyen’s schedule until it is', async () => {
    world.shopAnswers = () => 500
    await approve('order-1')
    await world.pass(1_000)
    const waits = [9_000, 9_000, 9_000]
      .concat([2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE))
      .concat([1, 2, 4, 8, 8].map((hours) => hours * HOUR))
    for (const wait of waits) {
      expect(await world.pass(wait - 1)).toBe(0)
      expect(await world.pass(1)).toBe(1)
    }
    world.shopAnswers = () => 202
    expect(await world.pass(8 * HOUR)).toBe(1)
    expect(await world.pass(8 * HOUR)).toBe(0)
    const [told] = await notifications()
    expect(told).toMatchObject({ status: 'delivered', attempts: waits.length + 2 })
    expect(told.deliveries.at(0)).toMatchObject({ httpStatus: 500, answer: '[accepted]' })
  })

  test('is given up after thirty days', async () => {
    world.shopAnswers = () => 500
    await approve('order-1')
    for (let day = 0; day < 31 * 3; day++) await world.pass(8 * HOUR)
    expect(await notifications()).toMatchObject([{ status: 'given_up' }])
  })

  test('is not carried along a redirect', async () => {
    world.shopAnswers = () => 308
    await approve('order-1')
    await world.pass(1_000)
    expect(await notifications()).toMatchObject([
      { status: 'waiting', deliveries: [{ httpStatus: 308 }] },
    ])
  })

  test('does not hold up the others, unless the queue is told to block', async () => {
    const refuseFirst = () =>
      world.received.at(-1)?.item.merchantReference === 'first' ? 500 : 202
    world.shopAnswers = refuseFirst
    await approve('first')
    await approve('second')
    await world.pass(1_000)
    expect(world.received.map(({ item }) => item.merchantReference)).toEqual(['first', 'second'])

    await world.control('/webhooks', { blockingQueue: true })
    await approve('third')
    await world.pass(1_000)
    expect(world.received).toHaveLength(2)
    world.shopAnswers = () => 202
    await world.pass(10_000)
    expect(world.received.slice(2).map(({ item }) => item.merchantReference)).toEqual([
      'first',
      'third',
    ])
  })

  test('is unreachable for nobody but itself: the ledger says why', async () => {
    const deaf = await startWorld({
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
    expect(await deaf.pass(1_000)).toBe(1)
    const ledger = await (await fetch(`${deaf.origin}/control/ledger`)).json()
    expect(ledger.notifications[0].deliveries[0].httpStatus).toBeNull()
    await deaf.close()
  })
})

describe('the switches for webhooks', () => {
  test('delay, copy and reorder what one act tells', async () => {
    await startSimulatedPayment(world, 'order-1')
    await world.control('/webhooks', {
      reference: 'order-1',
      delayMs: 5_000,
      duplicates: 1,
      reorder: true,
    })
    const press = 'Cancel, then approve in the app'
    await world.control('/wallet', { reference: 'order-1', press })
    expect(await world.pass(4_999)).toBe(0)
    await world.pass(1)
    expect(world.received.map(({ item }) => item.success)).toEqual(['true', 'true'])
    await world.pass(5_000)
    expect(world.received.map(({ item }) => item.success)).toEqual([
      'true',
      'true',
      'false',
      'false',
    ])
  })

  test('lose the first attempts on the way', async () => {
    await startSimulatedPayment(world, 'order-1')
    await world.control('/webhooks', { reference: 'order-1', dropUntilRetry: 2 })
    await world.control('/wallet', { reference: 'order-1', press: 'Approve' })
    await world.pass(1_000)
    await world.pass(9_000)
    expect(world.received).toHaveLength(0)
    await world.pass(9_000)
    expect(world.received).toHaveLength(1)
  })

  test.each(['bad', 'old'])('sign with a %s key', async (how) => {
    await startSimulatedPayment(world, 'order-1')
    await world.control('/webhooks', { reference: 'order-1', signature: how })
    await world.control('/wallet', { reference: 'order-1', press: 'Approve' })
    await world.pass(1_000)
    const [item] = JSON.parse(world.received[0]?.text ?? '').notificationItems.map(
      (wrapper: { NotificationRequestItem: SignedItem }) => wrapper.NotificationRequestItem,
    )
    expect(item.additionalData.hmacSignature).toMatch(/^[\w+/]{43}=$/)
    expect(item.additionalData.hmacSignature).not.toBe(signature(item, hmacKey))
  })

  test('hold everything back until a replay, which sends the very same bytes again', async () => {
    await startSimulatedPayment(world, 'order-1')
    await world.control('/webhooks', { reference: 'order-1', hold: true })
    await world.control('/wallet', { reference: 'order-1', press: 'Approve' })
    expect(await world.pass(24 * HOUR)).toBe(0)
    await world.control('/replay', { reference: 'order-1' })
    expect(await world.pass(0)).toBe(1)
    await world.control('/replay', { reference: 'order-1' })
    expect(await world.pass(0)).toBe(1)
    expect(world.received[1]?.text).toBe(world.received[0]?.text)
  })
})

test('no transaction is open while the shop answers', async () => {
  const seen: number[] = []
  const pool = world.pool
  world.shopAnswers = async () => {
    const { rows } = await pool.query(
      `select count(*)::int as open from pg_stat_activity
       where datname = current_database() and state like 'idle in transaction%'`,
    )
    seen.push(rows[0].open)
    return 202
  }
  await approve('order-1')
  await world.pass(1_000)
  expect(seen).toEqual([0])
})
