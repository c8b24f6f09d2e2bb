import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  aDetailsRequest,
  aPaidPayment,
  aPaymentRequest,
  pressInWallet,
  startSimulatedPayment,
  startTestSimulator,
  type TestSimulator,
} from '@/lib/proof/shop/test-simulator'

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.control('/reset'))
afterAll(() => simulator.close())

const payments = async (reference: string) => {
  const ledger = await fetch(`${simulator.origin}/control/ledger?reference=${reference}`)
  return (await ledger.json()).payments
}

describe('the clock', () => {
  test.each([{ advance: 'PT70M' }, { minutes: 70 }, { milliseconds: 4_200_000 }])(
    'moves by %j',
    async (step) => {
      const before = await (await fetch(`${simulator.origin}/control/clock`)).json()
      const { body } = await simulator.control('/clock', step)
      expect(Date.parse(String(body.now)) - Date.parse(before.now)).toBe(4_200_000)
    },
  )

  test('does not move by what is not a duration', async () => {
    const { status, body } = await simulator.control('/clock', { advance: 'an hour' })
    expect(status).toBe(400)
    expect(body.error).toContain('PT70M')
  })
})

describe('a fault that was ordered', () => {
  const request = aPaymentRequest('order-1')

  test.each([
    ['error_500', 500, '701'],
    ['error_703', 500, '703'],
    ['too_many', 429, '000'],
  ])('%s answers so once and does no work', async (kind, status, errorCode) => {
    await simulator.control('/faults', { on: 'payments', kind })
    const key = { 'idempotency-key': `key-${kind}` }
    const failed = await simulator.api('/v72/payments', request, key)
    expect(failed.status).toBe(status)
    expect(await failed.json()).toMatchObject({ errorCode })
    expect(await payments('order-1')).toHaveLength(0)

    const again = await simulator.api('/v72/payments', request, key)
    expect(await again.json()).toMatchObject({ resultCode: 'RedirectShopper' })
  })

  test.each(['reset_after_commit', 'lost_answer'])(
    '%s loses the answer but keeps the payment and its answer',
    async (kind) => {
      await simulator.control('/faults', { reference: 'order-1', on: 'payments', kind })
      const key = { 'idempotency-key': `key-${kind}` }
      const lost = simulator.api('/v72/payments', request, key).then((response) => response.json())
      await expect(lost).rejects.toThrow()

      const again = await simulator.api('/v72/payments', request, key)
      expect(await again.json()).toMatchObject({ resultCode: 'RedirectShopper' })
      expect(await payments('order-1')).toHaveLength(1)
    },
  )

  test('hang never answers, and frees the key when the client has gone', async () => {
    await simulator.control('/faults', { on: 'payments', kind: 'hang' })
    const headers = { 'x-api-key': 'simulator', 'idempotency-key': 'key-hang' }
    const post = (signal: AbortSignal) =>
      fetch(`${simulator.origin}/api/v72/payments`, {
        method: 'POST',
        headers,
        body: JSON.stringify(request),
        signal,
      })
    await expect(post(AbortSignal.timeout(300))).rejects.toThrow()
    await expect.poll(async () => (await post(AbortSignal.timeout(5_000))).status).toBe(200)
    expect(await payments('order-1')).toHaveLength(1)
  })

  test('meets only the reference and the call that it was ordered for', async () => {
    await simulator.control('/faults', { reference: 'order-2', on: 'payments', kind: 'error_500' })
    expect((await simulator.api('/v72/payments', request)).status).toBe(200)
    expect((await simulator.api('/v72/payments', aPaymentRequest('order-2'))).status).toBe(500)
  })

  test('finds /payments/details and refunds by the reference of the payment', async () => {
    await startSimulatedPayment(simulator, 'order-1')
    const redirectResult = await pressInWallet(simulator, 'order-1', 'Approve')
    await simulator.control('/faults', { reference: 'order-1', on: 'details', kind: 'error_500' })
    const details = await simulator.api('/v72/payments/details', aDetailsRequest(redirectResult))
    expect(details.status).toBe(500)

    const pspReference = await aPaidPayment(simulator, 'order-2')
    await simulator.control('/faults', { reference: 'order-2', on: 'refunds', kind: 'error_500' })
    const refund = { merchantAccount: 'NorangSimulator', amount: { currency: 'KRW', value: 1 } }
    const refused = await simulator.api(`/v72/payments/${pspReference}/refunds`, refund)
    expect(refused.status).toBe(500)
  })
})

describe('a notification sent by hand', () => {
  test('can say anything about a payment', async () => {
    await startSimulatedPayment(simulator, 'order-1')
    await simulator.control('/notifications', {
      reference: 'order-1',
      eventCode: 'AUTHORISATION',
      success: true,
      amount: { currency: 'KRW', value: 1 },
      live: 'true',
      merchantAccountCode: 'Somebody',
    })
    await simulator.advance(0)
    const { item, text } = simulator.received.at(-1) ?? {}
    expect(item).toMatchObject({
      merchantReference: 'order-1',
      merchantAccountCode: 'Somebody',
      amount: { value: 1 },
    })
    expect(JSON.parse(text ?? '').live).toBe('true')
  })

  test('of a second authorisation makes money that can be refunded', async () => {
    await aPaidPayment(simulator, 'order-1')
    const { body } = await simulator.control('/notifications', {
      reference: 'order-1',
      eventCode: 'AUTHORISATION',
      success: true,
      pspReference: 'new',
    })
    expect(await payments('order-1')).toHaveLength(2)
    const refund = {
      merchantAccount: 'NorangSimulator',
      amount: { currency: 'KRW', value: 15_000 },
    }
    await simulator.api(`/v72/payments/${body.pspReference}/refunds`, refund)
    await simulator.advance(1_000)
    expect(simulator.received.at(-1)?.item).toMatchObject({
      eventCode: 'REFUND',
      success: 'true',
      originalReference: body.pspReference,
    })
  })

  test('can lack its amount', async () => {
    await aPaidPayment(simulator, 'order-1')
    await simulator.control('/notifications', {
      reference: 'order-1',
      eventCode: 'CANCELLATION',
      success: true,
      amount: null,
    })
    await simulator.advance(0)
    expect(simulator.received.at(-1)?.item.amount).toBeUndefined()
  })
})

describe('who may control', () => {
  const guarded = () => startTestSimulator({ open: false, controlPassword: 'open sesame' })

  test('nobody, where it is reachable from outside and has no password', async () => {
    const closed = await startTestSimulator({ open: false, controlPassword: null })
    expect((await fetch(`${closed.origin}/control`)).status).toBe(404)
    expect((await fetch(`${closed.origin}/control/ledger`)).status).toBe(404)
    expect((await closed.control('/reset')).status).toBe(404)
    await closed.close()
  })

  test('who knows the password: a program by header, a person by the browser’s question', async () => {
    const other = await guarded()
    const ledger = `${other.origin}/control/ledger`
    expect((await fetch(ledger)).status).toBe(404)
    expect((await fetch(ledger, { headers: { 'x-simulator-password': 'guess' } })).status).toBe(404)
    const known = { 'x-simulator-password': 'open sesame' }
    expect((await fetch(ledger, { headers: known })).status).toBe(200)

    const page = await fetch(`${other.origin}/control`)
    expect(page.status).toBe(401)
    expect(page.headers.get('www-authenticate')).toContain('Basic')
    const authorization = `Basic ${btoa('anybody:open sesame')}`
    expect((await fetch(`${other.origin}/control`, { headers: { authorization } })).status).toBe(
      200,
    )
    await other.close()
  })

  test('not another site in the browser of somebody who may', async () => {
    const response = await fetch(`${simulator.origin}/control/reset`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
    })
    expect(response.status).toBe(404)
    // An older browser says only where it comes from.
    const headers = { origin: 'http://elsewhere.example' }
    const older = await fetch(`${simulator.origin}/control/reset`, { method: 'POST', headers })
    expect(older.status).toBe(404)
  })
})

describe('the control page', () => {
  test('says what became of a form, and what is wrong with it', async () => {
    const send = (fields: Record<string, string>) =>
      fetch(`${simulator.origin}/control/clock`, {
        method: 'POST',
        body: new URLSearchParams(fields),
      })
    const wrong = await send({ advance: 'banana <b>' })
    expect(wrong.status).toBe(400)
    expect(await wrong.text()).toMatch(/role="alert">[^<]*banana &lt;b&gt;/)
    expect(await (await send({ advance: 'PT1S' })).text()).toContain('role="status">Done: clock<')
  })

  test('shows what happened and takes forms', async () => {
    await aPaidPayment(simulator, 'order-<1>')
    const page = await (await fetch(`${simulator.origin}/control`)).text()
    expect(page).toContain('order-&lt;1&gt;')
    expect(page).toContain('AUTHORISATION')

    const moved = await fetch(`${simulator.origin}/control/clock`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ advance: 'PT1H' }),
    })
    expect(moved.status).toBe(303)
    expect(moved.headers.get('location')).toBe(`${simulator.origin}/control?done=clock`)
  })

  test('keeps secrets that open a payment to itself', async () => {
    const page = await startSimulatedPayment(simulator, 'order-1')
    await pressInWallet(simulator, 'order-1', 'Approve')
    const ledger = await (await fetch(`${simulator.origin}/control/ledger`)).text()
    expect(ledger).not.toContain(new URL(page).searchParams.get('redirectData'))
    expect(ledger).not.toContain('X6XtfGC3!')
  })

  test('does not accept a switch that does not exist', async () => {
    expect((await simulator.control('/webhooks', { dubplicates: 1 })).status).toBe(400)
  })
})

test('the tables can be made by many processes at once', async () => {
  await Promise.all(Array.from({ length: 4 }, () => simulator.migrate()))
})

test('nothing lies outside the path of the simulator', async () => {
  const response = await simulator.handle(new Request('http://elsewhere/simulators/control'))
  expect(response.status).toBe(404)
  const other = await simulator.handle(new Request('http://elsewhere/simulator/control/clock'))
  expect(other.status).toBe(200)
})
