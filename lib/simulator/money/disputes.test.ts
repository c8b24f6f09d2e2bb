import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allOfIt, simulatedMoney, whole } from '@/lib/proof/shop/simulated-money'
import {
  aPaymentRequest,
  startTestSimulator,
  type TestSimulator,
} from '@/lib/proof/shop/test-simulator'

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startTestSimulator()
})
afterAll(() => simulator.close())

const { uniquely, items, ledger, money, told, refund, aPayment } = simulatedMoney(
  () => simulator,
  'dispute',
)
const dispute = (fields: object) => simulator.control('/disputes', fields)

describe('a dispute', () => {
  test('takes the money, gives it back and takes it again, under one reference', async () => {
    const { reference, psp } = await aPayment()
    const { body } = await dispute({ reference, eventCode: 'NOTIFICATION_OF_CHARGEBACK' })
    await dispute({ reference, eventCode: 'CHARGEBACK' })
    await simulator.advance(1_000)
    expect(await money(reference)).toEqual({ ...allOfIt, takenByDisputes: whole, left: 0 })
    await refund(psp, 1, 'nothing-left')
    const steps = [
      { eventCode: 'CHARGEBACK_REVERSED' },
      { eventCode: 'SECOND_CHARGEBACK', delayMs: 3_600_000 },
    ]
    await dispute({ reference, steps })
    await simulator.advance(1_000)
    expect(await money(reference)).toEqual(allOfIt)
    await simulator.advance(3_600_000)
    expect(await money(reference)).toMatchObject({ takenByDisputes: whole, left: 0 })
    expect(told(psp)).toContain('REFUND false')
    const ofDispute = items(psp).filter(({ pspReference }) => pspReference === body.dispute)
    expect(ofDispute.map(({ eventCode }) => eventCode)).toEqual([
      'NOTIFICATION_OF_CHARGEBACK',
      'CHARGEBACK',
      'CHARGEBACK_REVERSED',
      'SECOND_CHARGEBACK',
    ])
    expect((await ledger(reference)).disputes).toMatchObject([
      { pspReference: body.dispute, eventCode: 'SECOND_CHARGEBACK', disputeStatus: 'Lost' },
    ])
  })

  test('of a part leaves the rest, and a second one is its own', async () => {
    const { reference } = await aPayment()
    await dispute({ reference, eventCode: 'CHARGEBACK', value: 'half' })
    await dispute({ reference, eventCode: 'CHARGEBACK', value: 2_500, dispute: 'new' })
    await simulator.advance(1_000)
    expect(await money(reference)).toMatchObject({ takenByDisputes: 10_000, left: 5_000 })
    expect((await ledger(reference)).disputes).toHaveLength(2)
  })

  test('may take what was given back already: then less than nothing is left', async () => {
    const { reference, psp } = await aPayment()
    await refund(psp, 7_500, 'half')
    await dispute({ reference, eventCode: 'CHARGEBACK', value: whole })
    await simulator.advance(1_000)
    expect(await money(reference)).toMatchObject({ refunded: 7_500, left: -7_500 })
  })

  test.each(['absent', 'payment_psp'])(
    'does not name the payment in its later steps where the setting is %s',
    async (disputeOriginal) => {
      const { reference, psp } = await aPayment()
      await simulator.control('/switches', { reference, disputeOriginal })
      const steps = [{ eventCode: 'CHARGEBACK' }, { eventCode: 'CHARGEBACK_REVERSED' }]
      const { body } = await dispute({ reference, steps })
      await simulator.advance(1_000)
      const [taken, reversed] = simulator.received.slice(-2).map(({ item }) => item)
      expect(taken).toMatchObject({ originalReference: psp, pspReference: body.dispute })
      expect(reversed).toMatchObject({
        merchantReference: reference,
        pspReference: disputeOriginal === 'absent' ? body.dispute : psp,
      })
      expect(reversed?.originalReference).toBeUndefined()
    },
  )

  test('is told twice, late, lost and last first, as everything is', async () => {
    const { reference, psp } = await aPayment()
    const set = { duplicates: 1, reorder: true, dropUntilRetry: 1, delayMs: 5_000 }
    await simulator.control('/switches', { reference, ...set })
    const steps = [
      { eventCode: 'NOTIFICATION_OF_CHARGEBACK' },
      { eventCode: 'CHARGEBACK', delayMs: 60_000 },
    ]
    await dispute({ reference, steps })
    for (const ms of [5_000, 9_000, 51_000, 9_000]) await simulator.advance(ms)
    expect(told(psp)).toEqual([
      ...['CHARGEBACK true', 'CHARGEBACK true'],
      ...['NOTIFICATION_OF_CHARGEBACK true', 'NOTIFICATION_OF_CHARGEBACK true'],
    ])
  })
})

test('an order’s number finds its payments, and forgetting one forgets its disputes', async () => {
  const reference = uniquely()
  const merchantOrderReference = `order-of-${reference}`
  await simulator.api('/v72/payments', { ...aPaymentRequest(reference), merchantOrderReference })
  await simulator.control('/wallet', { reference, press: 'Approve' })
  await dispute({ reference: merchantOrderReference, eventCode: 'CHARGEBACK' })
  await simulator.advance(1_000)
  const found = await ledger(merchantOrderReference)
  expect(found).toMatchObject({ money: { takenByDisputes: whole }, disputes: [{ taken: whole }] })
  expect(found.notifications).toHaveLength(2)
  expect((await simulator.control('/reset', { reference })).status).toBe(200)
  expect((await ledger(merchantOrderReference)).disputes).toEqual([])
})

test('the wallet’s page is told beforehand what becomes of the money', async () => {
  const reference = uniquely()
  const { action } = await (await simulator.api('/v72/payments', aPaymentRequest(reference))).json()
  const redirectData = new URL(action.url).searchParams.get('redirectData') ?? ''
  expect(await (await fetch(action.url)).text()).toContain('name="afterwards"')
  const body = new URLSearchParams({ redirectData, press: 'Approve', afterwards: 'dispute_lost' })
  await fetch(action.url, { method: 'POST', body, redirect: 'manual' })
  const seen = []
  for (const minutes of [0, 2, 2, 1]) {
    await simulator.advance(minutes * 60_000)
    seen.push((await money(reference)).takenByDisputes)
  }
  expect(seen).toEqual([0, whole, 0, whole])
})
