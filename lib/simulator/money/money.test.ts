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

const { uniquely, items, ledger, money, told, inCustomerArea, refund, aPayment } = simulatedMoney(
  () => simulator,
  'ledger',
)

describe('the ledger', () => {
  test('has nothing of a payment that nobody has paid, and all of one that was', async () => {
    const reference = uniquely()
    await startSimulatedPayment(simulator, reference)
    expect(await money(reference)).toEqual({ ...allOfIt, came: 0, left: 0 })
    await simulator.control('/wallet', { reference, press: 'Approve' })
    expect(await money(reference)).toEqual(allOfIt)
    expect((await ledger(reference)).moneyOfPayments).toMatchObject([{ reference, captured: true }])
  })

  test('counts what the shop and the Customer Area give back in one sum', async () => {
    const { reference, psp } = await aPayment()
    await refund(psp, 4_000, 'back-1')
    await inCustomerArea({ reference, value: 5_000 })
    expect(await money(reference)).toEqual({ ...allOfIt, refundsUnderWay: 9_000, left: 6_000 })
    await simulator.advance(1_000)
    expect(await money(reference)).toEqual({ ...allOfIt, refunded: 9_000, left: 6_000 })
    const { modifications } = await ledger(reference)
    expect(modifications.map((one: { askedBy: string }) => one.askedBy).toSorted()).toEqual([
      'customer_area',
      'shop',
    ])
  })

  test('gives back no more than there is, whoever asks second in the same second', async () => {
    const { reference, psp } = await aPayment()
    await inCustomerArea({ reference, value: 10_000, outcome: 'ok' })
    await refund(psp, 10_000, 'too-much')
    const { body } = await inCustomerArea({ reference, value: 5_001, outcome: 'ok' })
    expect(body).toMatchObject({ outcome: 'refused', reason: 'Insufficient balance on payment' })
    await simulator.advance(1_000)
    expect(told(psp)).toEqual(['REFUND true', 'REFUND false', 'REFUND false'])
    expect(items(psp).at(1)?.reason).toBe('Insufficient balance on payment')
    expect(await money(reference)).toEqual({ ...allOfIt, refunded: 10_000, left: 5_000 })
  })

  test('has the money again when a refund fails or is reversed, and it can be given back anew', async () => {
    const { reference, psp } = await aPayment()
    await refund(psp, 10_000, 'first')
    await inCustomerArea({ reference, value: 5_000 })
    await simulator.advance(1_000)
    const hours = 7_200_000
    const asked = { reference, which: 'all', eventCode: 'REFUND_FAILED', delayMs: hours }
    const { body } = await simulator.control('/refund-news', asked)
    expect(body.refunds).toHaveLength(2)
    await refund(psp, 1, 'still-none')
    await simulator.advance(hours)
    expect(await money(reference)).toMatchObject({ refunded: 15_000, left: 0 })
    await simulator.advance(1_000)
    expect(await money(reference)).toEqual(allOfIt)
    await refund(psp, whole, 'again')
    await simulator.advance(1_000)
    expect(told(psp)).toEqual([
      ...['REFUND true', 'REFUND true', 'REFUND false'],
      ...['REFUND_FAILED true', 'REFUND_FAILED true', 'REFUND true'],
    ])
    expect((await simulator.control('/refund-news', { refund: 'nobody’s' })).status).toBe(404)
  })

  test('reads what an earlier version wrote down', async () => {
    const { reference, psp } = await aPayment()
    for (const [kind, outcome, value] of [
      ['refunds', 'ok', 1_000],
      ['refunds', 'failed_later', 2_000],
      ['refunds', 'refused', 4_000],
      ['cancels', 'refused', whole],
    ] as const)
      await simulator.pool.query(
        `insert into simulator.modifications (psp_reference, payment_psp_reference, kind, currency,
           value, outcome, reason, created_at) values ($1, $2, $3, 'KRW', $4, $5, '', 0)`,
        [`OLD${kind}${outcome}${reference}`, psp, kind, value, outcome],
      )
    expect(await money(reference)).toEqual({ ...allOfIt, refunded: 1_000, left: 14_000 })
  })

  test('knows a refund by its own reference, also where its news has another', async () => {
    const { reference, psp } = await aPayment()
    const { pspReference } = await (await refund(psp, 2_000, 'mine')).json()
    const news = { refund: pspReference, eventCode: 'REFUNDED_REVERSED', pspReference: 'own' }
    await simulator.control('/refund-news', news)
    await simulator.advance(1_000)
    const [, reversed] = items(psp)
    expect(reversed).toMatchObject({ eventCode: 'REFUNDED_REVERSED', merchantReference: 'mine' })
    expect(reversed?.pspReference).not.toBe(pspReference)
    expect((await ledger(reference)).modifications).toMatchObject([
      { pspReference, state: 'reversed', takes: 2_000 },
    ])
    expect((await simulator.control('/refund-news', news)).status).toBe(409)
  })
})

test('a reversal of a payment that nobody has paid cancels it', async () => {
  const reference = uniquely()
  await startSimulatedPayment(simulator, reference)
  const { payments } = await ledger(reference)
  const path = `/v72/payments/${payments[0].pspReference}/reversals`
  const given = await simulator.api(path, { merchantAccount: 'NorangSimulator' })
  expect(given.status).toBe(201)
  await simulator.advance(1_000)
  expect(simulator.received.at(-1)?.item).toMatchObject({
    eventCode: 'CANCEL_OR_REFUND',
    success: 'true',
    additionalData: { 'modification.action': 'cancel' },
  })
  expect((await simulator.control('/wallet', { reference, press: 'Approve' })).status).toBe(409)
})

test('what is wrong is a sentence, and nothing is changed', async () => {
  const { reference } = await aPayment()
  for (const [path, fields, status] of [
    ['/customer-area', { reference: 'nobody’s' }, 404],
    ['/customer-area', { reference, value: 0 }, 400],
    ['/customer-area', { reference, value: -5 }, 400],
    ['/customer-area', { reference, eventCode: 'SOMETHING' }, 400],
    ['/disputes', { reference }, 400],
    ['/disputes', { reference, eventCode: 'CHARGEBACK', dispute: 'unknown' }, 404],
    ['/refund-news', { reference }, 409],
    ['/refund-news', {}, 404],
  ] as const) {
    const given = await simulator.control(path, fields)
    expect([path, fields, given.status]).toEqual([path, fields, status])
    expect(given.body.error).toMatch(/^\S.+/)
  }
  expect(await money(reference)).toEqual(allOfIt)
})
