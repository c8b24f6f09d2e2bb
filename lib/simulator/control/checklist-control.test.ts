import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  aPaidPayment,
  aPaymentRequest,
  startSimulatedPayment,
  startTestSimulator,
  type TestSimulator,
} from '@/lib/proof/shop/test-simulator'
import { switchNotes } from '@/lib/simulator/control/switch-notes'

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startTestSimulator()
})
afterAll(() => simulator.close())

const get = async (path: string) => (await fetch(`${simulator.origin}/control${path}`)).json()

const form = (path: string, fields: Record<string, string>) =>
  fetch(`${simulator.origin}/control${path}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
  })

describe('tests that run at the same time', () => {
  test('reset may be limited to one reference, and leaves the others as they are', async () => {
    for (const reference of ['mine', 'yours']) {
      const psp = await aPaidPayment(simulator, reference)
      await simulator.api(`/v72/payments/${psp}/refunds`, {
        merchantAccount: 'NorangSimulator',
        amount: { currency: 'KRW', value: 100 },
      })
      await simulator.control('/switches', { reference, delayMs: 5_000 })
      await simulator.control('/faults', { reference, on: 'payments', kind: 'error_500' })
      await simulator.control('/scripts', { reference: `${reference}-next`, script: 'refuse' })
    }
    const yours = await get('/ledger?reference=yours')
    await simulator.control('/reset', { reference: 'mine' })
    expect(await get('/ledger?reference=yours')).toEqual(yours)
    expect((await get('/switches?reference=yours')).switches.delayMs).toBe(5_000)
    const mine = await get('/ledger?reference=mine')
    expect([mine.payments, mine.modifications, mine.notifications, mine.faults]).toEqual([
      [],
      [],
      [],
      [],
    ])
    expect((await get('/switches?reference=mine')).switches.delayMs).toBe(1_000)
    expect((await simulator.api('/v72/payments', aPaymentRequest('mine'))).status).toBe(200)
  })

  test('a webhook that is on its way while its reference is reset disturbs nobody', async () => {
    await startSimulatedPayment(simulator, 'gone')
    await simulator.control('/wallet', { reference: 'gone', press: 'Approve' })
    simulator.shopAnswers = async () => {
      await simulator.control('/reset', { reference: 'gone' })
      return 202
    }
    expect(await simulator.advance(1_000)).toBe(1)
    simulator.shopAnswers = () => 202
    expect((await get('/ledger?reference=gone')).notifications).toEqual([])
  })

  test('a key of a reference that was reset can be used again', async () => {
    const key = { 'idempotency-key': 'again' }
    const first = await (await simulator.api('/v72/payments', aPaymentRequest('key'), key)).json()
    await simulator.control('/reset', { reference: 'key' })
    const second = await (await simulator.api('/v72/payments', aPaymentRequest('key'), key)).json()
    expect(second.resultCode).toBe('RedirectShopper')
    expect(second).not.toEqual(first)
  })
})

describe('the switches', () => {
  test('are all listed with what is set, the default and why', async () => {
    await simulator.control('/switches', { reference: 'listed', refunds: 'refused' })
    const { switches, defaults, notes: why } = await get('/switches?reference=listed')
    expect(Object.keys(switches).sort()).toEqual(Object.keys(switchNotes).sort())
    expect(switches.refunds).toBe('refused')
    expect(defaults.refunds).toBe('ok')
    expect(why.cancel).toContain('Unknown')
  })

  test('are forms on the page, where text stands for yes, no and never', async () => {
    const page = await (await fetch(`${simulator.origin}/control?reference=formed`)).text()
    for (const name of Object.keys(switchNotes)) expect(page).toContain(`name="${name}"`)
    // Opened as localhost or as 127.0.0.1, its forms stay there: another site may not press buttons.
    expect(page).toContain('action="/simulator/control/switches"')
    expect(page).not.toContain(`action="${simulator.origin}`)

    const set = await form('/switches', { reference: 'formed', hold: 'true' })
    expect(set.headers.get('location')).toBe(
      `${simulator.origin}/control?done=switches&reference=formed`,
    )
    await form('/switches', { reference: 'formed', offerClosedAfterMs: 'never' })
    const { switches } = await get('/switches?reference=formed')
    expect(switches).toMatchObject({ hold: true, offerClosedAfterMs: null })
  })

  test('for the number of an order are those of its attempts, also of those to come', async () => {
    const reference = 'order-8'
    const attempt = async (name: string) => {
      const request = { ...aPaymentRequest(name), merchantOrderReference: reference }
      return (await simulator.api('/v72/payments', request)).json()
    }
    await attempt('8-1')
    await simulator.control('/switches', { reference, payments: 'Refused', sessionMs: 5_000 })
    await simulator.control('/switches', { reference: '8-3', payments: 'Error' })
    expect((await attempt('8-2')).resultCode).toBe('Refused')
    expect((await attempt('8-3')).resultCode).toBe('Error')
    expect((await get('/switches?reference=8-2')).switches.payments).toBe('Refused')
    expect((await get('/switches?reference=elsewhere')).switches.payments).toBe('RedirectShopper')
    const { payments } = await get('/ledger?reference=8-1')
    const left = Date.parse(payments[0].sessionEndsAt) - Date.parse(payments[0].createdAt)
    expect(left).toBe(5_000)
  })

  test('say what is wrong with a value that does not exist', async () => {
    const { status, body } = await simulator.control('/switches', { refunds: 'perhaps' })
    expect(status).toBe(400)
    expect(body.error).toContain('refunds')
  })
})

test('a script and its parts are shown until a payment meets them', async () => {
  await form('/scripts', { reference: 'shown', script: 'two_trues', auto: 'true' })
  const { scripts } = await get('/ledger?reference=shown')
  expect(scripts).toEqual([
    { reference: 'shown', script: 'two_trues', part: 0, auto: true },
    { reference: 'shown', script: 'two_trues', part: 1, auto: true },
  ])
  expect(await (await fetch(`${simulator.origin}/control`)).text()).toContain('script two_trues')
  await startSimulatedPayment(simulator, 'shown')
  expect((await get('/ledger?reference=shown')).scripts).toHaveLength(1)
  await simulator.control('/reset', { reference: 'shown' })
})

test('its own machine’s controls are closed to a site that answers to another name', async () => {
  const asked = (host: string) =>
    simulator.handle(new Request(`${simulator.origin}/control/ledger`, { headers: { host } }))
  expect((await asked('rebound.example')).status).toBe(404)
  expect((await asked('localhost:3000')).status).toBe(200)
})
