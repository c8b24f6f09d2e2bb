import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve } from '@/lib/proof/shop/serve'
import {
  aPaymentRequest,
  hmacKey,
  startSimulatedPayment,
  startTestSimulator,
  type TestSimulator,
} from '@/lib/proof/shop/test-simulator'
import { type ScriptName, scriptNames } from '@/lib/simulator/payment/scripts'
import { signatureOf } from '@/lib/simulator/webhooks/signature'

// The part of lib/simulator/checklist.test.ts that is called “Scripts”.

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startTestSimulator()
})
afterAll(() => simulator.close())

const uniquely = (() => {
  let count = 0
  return () => `script-${++count}`
})()

const MINUTE = 60_000

const choose = (reference: string | null, script: ScriptName) =>
  simulator.control('/scripts', { reference, script })
const play = (reference: string) =>
  simulator.control('/wallet', { reference, press: 'Play the script' })

/** What the webhooks about a payment said, in their order. */
const told = (reference: string) =>
  simulator.received
    .filter(({ text }) => text.includes(`"${reference}"`))
    .map(({ item }) => `${item.eventCode} ${item.success}`)

async function resultOf(answer: Awaited<ReturnType<typeof play>>) {
  if (answer.body.returnUrl === null) return null
  const result = new URL(String(answer.body.returnUrl)).searchParams.get('redirectResult')
  const details = await simulator.api('/v72/payments/details', {
    details: { redirectResult: result },
  })
  return (await details.json()).resultCode
}

const paidThen = (...more: string[]) => ['AUTHORISATION true', ...more]
const table: readonly [ScriptName, result: string | null, afterMs: number, string[]][] = [
  ['success', 'Authorised', 1_000, paidThen()],
  ['refuse', 'Refused', 1_000, ['AUTHORISATION false']],
  ['cancel_authorisation_false', 'Cancelled', 1_000, ['AUTHORISATION false']],
  ['cancel_offer_closed', 'Cancelled', 2_000, ['OFFER_CLOSED true']],
  ['abandon', null, 60 * MINUTE, ['OFFER_CLOSED true']],
  ['false_then_true', 'Cancelled', 6_000, ['AUTHORISATION false', 'AUTHORISATION true']],
  ['offer_closed_then_true', 'Cancelled', 11_000, ['OFFER_CLOSED true', 'AUTHORISATION true']],
  ['token_lagging', 'Authorised', 5 * MINUTE, paidThen('RECURRING_CONTRACT true')],
  [
    'token_before_authorisation',
    'Authorised',
    30_000,
    ['RECURRING_CONTRACT true', 'AUTHORISATION true'],
  ],
  [
    'chargeback',
    'Authorised',
    2 * MINUTE,
    paidThen('NOTIFICATION_OF_CHARGEBACK true', 'CHARGEBACK true'),
  ],
  ['half_refunded_elsewhere', 'Authorised', MINUTE, paidThen('REFUND true')],
  ['cancelled_elsewhere', 'Authorised', MINUTE, paidThen('CANCELLATION true')],
  ['capture_failed', 'Authorised', MINUTE, paidThen('CAPTURE_FAILED true')],
  ['unknown_event', 'Authorised', 1_000, paidThen('SOMETHING_ENTIRELY_NEW true')],
  ['missing_amount', 'Authorised', 1_000, paidThen('CANCELLATION true')],
  ['reason_null', 'Authorised', 1_000, paidThen()],
]

describe('a script', () => {
  test.each(table)('%s: back with %s, all told %i ms later', async (script, result, ms, events) => {
    const reference = uniquely()
    await choose(reference, script)
    await startSimulatedPayment(simulator, reference)
    expect(await resultOf(await play(reference))).toBe(result)
    // One at a time, so that what is due earlier is also sent earlier.
    for (const step of [0, 1_000, ms - 1_001]) await simulator.advance(Math.max(0, step))
    expect(told(reference).length).toBeLessThan(events.length + (ms <= 1_000 ? 1 : 0))
    await simulator.advance(1)
    expect(told(reference)).toEqual(events)
  })

  test.each([
    ['refund_ok', ['REFUND true']],
    ['refund_refused', ['REFUND false']],
    ['refund_failed_later', ['REFUND true', 'REFUND_FAILED true']],
    ['refund_reversed', ['REFUND true', 'REFUNDED_REVERSED true']],
  ] as const)('%s', async (script, events) => {
    const reference = uniquely()
    await choose(reference, script)
    await startSimulatedPayment(simulator, reference)
    await play(reference)
    await simulator.advance(1_000)
    const psp = simulator.received.at(-1)?.item.pspReference
    await simulator.api(`/v72/payments/${psp}/refunds`, {
      merchantAccount: 'NorangSimulator',
      amount: { currency: 'KRW', value: 100 },
    })
    await simulator.advance(1_000)
    expect(told(reference).slice(1)).toEqual(events.slice(0, 1))
    await simulator.advance(120_000)
    expect(told(reference).slice(1)).toEqual(events)
  })

  test('token disabled by KakaoPay: signed in a header, for the address of token webhooks', async () => {
    const letters: { path: string; text: string; signature: string | null }[] = []
    const shop = await serve(async (request) => {
      const path = new URL(request.url).pathname
      const signature = request.headers.get('hmacsignature')
      letters.push({ path, text: await request.text(), signature })
      return new Response(null, { status: 202 })
    })
    const webhookUrl = `${shop.origin}/hooks`
    const other = await startTestSimulator({
      shop: { name: 'S', webhookUrl, hmacKey, username: null, password: null },
    })
    await other.control('/scripts', { reference: 'order-1', script: 'token_disabled' })
    await other.api('/v72/payments', {
      ...aPaymentRequest('order-1'),
      shopperReference: 'shopper-001',
      storePaymentMethod: true,
    })
    await other.control('/wallet', { reference: 'order-1', press: 'Play the script' })
    await other.advance(1_000)
    await other.advance(10 * MINUTE)
    const [, contract, { path, text, signature } = { path: '', text: '{}', signature: '' }] =
      letters
    const token = JSON.parse(contract?.text ?? '').notificationItems[0].NotificationRequestItem
    expect(path).toBe('/hooks/tokens')
    expect(JSON.parse(text)).toMatchObject({
      type: 'recurring.token.disabled',
      environment: 'test',
      data: { shopperReference: 'shopper-001', storedPaymentMethodId: token.pspReference },
    })
    expect(signature).toBe(signatureOf(text, hmacKey))
    await Promise.all([other.close(), shop.close()])
  })

  test('chargeback pair: one dispute with one pspReference, and until when it can be defended', async () => {
    const reference = uniquely()
    await choose(reference, 'chargeback')
    await startSimulatedPayment(simulator, reference)
    await play(reference)
    await simulator.advance(1_000)
    await simulator.advance(2 * MINUTE)
    const items = simulator.received
      .map(({ item }) => item)
      .filter(({ merchantReference }) => merchantReference === reference)
    const [paid, announced, taken] = items
    expect(taken?.pspReference).toBe(announced?.pspReference)
    expect(taken?.pspReference).not.toBe(paid?.pspReference)
    for (const item of [announced, taken])
      expect(item).toMatchObject({
        originalReference: paid?.pspReference,
        additionalData: {
          defensePeriodEndsAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$/),
          autoDefended: 'false',
          modificationMerchantReferences: '',
        },
      })
  })

  test('missing amount, and reason: "null"', async () => {
    const [bare, odd] = [uniquely(), uniquely()]
    await choose(bare, 'missing_amount')
    await choose(odd, 'reason_null')
    for (const reference of [bare, odd]) {
      await startSimulatedPayment(simulator, reference)
      await play(reference)
    }
    await simulator.advance(1_000)
    const items = simulator.received.map(({ item }) => item)
    const cancelled = items.find(
      ({ eventCode, merchantReference }) =>
        eventCode === 'CANCELLATION' && merchantReference === bare,
    )
    expect(cancelled?.amount).toBeUndefined()
    const last = items.findLast(({ merchantReference }) => merchantReference === odd)
    expect(last?.reason).toBe('null')
  })
})

describe('a script of two attempts', () => {
  /** Two payments of one order, as a shop makes them when the shopper tries again. */
  async function twoAttempts(script: ScriptName) {
    const order = uniquely()
    const references = [`${order}-1`, `${order}-2`]
    const orders = references.map((reference) => ({
      ...aPaymentRequest(reference),
      merchantOrderReference: order,
    }))
    await simulator.api('/v72/payments', orders[0])
    // The first attempt is running: the rest waits for the same order's next one.
    await choose(references[0] ?? '', script)
    await play(references[0] ?? '')
    await startSimulatedPayment(simulator, uniquely())
    await simulator.api('/v72/payments', orders[1])
    await play(references[1] ?? '')
    await simulator.advance(1_000)
    await simulator.advance(2 * MINUTE)
    return simulator.received
      .filter(({ item }) => references.includes(item.merchantReference))
      .map(({ item }) => `${item.merchantReference.slice(-1)} ${item.eventCode} ${item.success}`)
  }

  test('two trues on two attempts', async () => {
    expect(await twoAttempts('two_trues')).toEqual(['2 AUTHORISATION true', '1 AUTHORISATION true'])
  })

  test('true-then-false (other attempt)', async () => {
    expect(await twoAttempts('true_then_false')).toEqual([
      '2 AUTHORISATION true',
      '1 AUTHORISATION false',
    ])
  })
})

describe('choosing a script', () => {
  test('for whichever payment comes next meets one payment and no more', async () => {
    await choose(null, 'refuse')
    const [first, second] = [uniquely(), uniquely()]
    await startSimulatedPayment(simulator, first)
    await startSimulatedPayment(simulator, second)
    expect(await resultOf(await play(first))).toBe('Refused')
    expect((await play(second)).status).toBe(409)
  })

  test('by itself: the page presses the button, and shows it to those without JavaScript', async () => {
    const reference = uniquely()
    await simulator.control('/scripts', { reference, script: 'refuse', auto: true })
    const page = await (await fetch(await startSimulatedPayment(simulator, reference))).text()
    expect(page).toContain('requestSubmit()')
    expect(page).toContain('>Play the script</button>')
  })

  test('is listed with what each does', async () => {
    const { scripts } = await (await fetch(`${simulator.origin}/control/scripts`)).json()
    expect(scripts.map(({ name }: { name: string }) => name)).toEqual(scriptNames)
    for (const { what } of scripts) expect(what).not.toBe('')
  })
})
