import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  aDetailsRequest,
  startSimulatedPayment,
  startTestSimulator,
  type TestSimulator,
} from '@/lib/proof/shop/test-simulator'

// The part of lib/simulator/checklist.test.ts that is called “Shopper page”; wallet.test.ts has the buttons.

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startTestSimulator()
})
afterAll(() => simulator.close())

const uniquely = (() => {
  let count = 0
  return () => `page-${++count}`
})()

const HOUR = 3_600_000
const iPhone = { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile' }

const look = async (address: string, headers: Record<string, string> = {}) =>
  (await fetch(address, { headers })).text()

/** What the form of a page sends, on a desktop or on a phone. */
function send(page: string, fields: Record<string, string>) {
  const redirectData = new URL(page).searchParams.get('redirectData')
  const secret: Record<string, string> = redirectData === null ? {} : { redirectData }
  const body = new URLSearchParams({ ...secret, ...fields })
  return fetch(page, { method: 'POST', redirect: 'manual', body })
}

const told = (reference: string) =>
  simulator.received
    .filter(({ item }) => item.merchantReference === reference)
    .map(({ item }) => `${item.eventCode} ${item.success}`)

async function resultIn(address: string | null) {
  const redirectResult = new URL(address ?? '').searchParams.get('redirectResult') ?? ''
  const details = await simulator.api('/v72/payments/details', aDetailsRequest(redirectResult))
  return (await details.json()).resultCode
}

const phonePage = (page: string) => /href="([^"]+\/phone\/[\w-]+)/.exec(page)?.[1] ?? ''

test.each([
  ['2', 'Refused'],
  ['12', 'Not enough balance'],
  ['20', 'FRAUD'],
  ['23', 'Transaction Not Permitted'],
])('a refusal carries the reason that was chosen: %s %s', async (refusalCode, reason) => {
  const reference = uniquely()
  const back = await send(await startSimulatedPayment(simulator, reference), {
    press: 'Refuse',
    refusalCode,
  })
  const result = new URL(back.headers.get('location') ?? '').searchParams.get('redirectResult')
  const details = await simulator.api('/v72/payments/details', aDetailsRequest(result ?? ''))
  expect(await details.json()).toMatchObject({
    resultCode: 'Refused',
    refusalReason: reason,
    refusalReasonCode: refusalCode,
  })
  await simulator.advance(1_000)
  expect(simulator.received.at(-1)?.item).toMatchObject({ success: 'false', reason })
})

describe('QR (desktop)', () => {
  test('has a code for the phone, and its address for those who have none at hand', async () => {
    const page = await look(await startSimulatedPayment(simulator, uniquely()))
    expect(page).toMatch(/<svg class="qr"[^>]+role="img" aria-label="[^"]+"/)
    expect(phonePage(page)).toContain(simulator.origin)
  })

  test('approved on the phone, the desktop’s window goes back to the shop', async () => {
    const desktop = await startSimulatedPayment(simulator, uniquely())
    const status = async () => {
      const query = new URL(desktop).search
      return (await fetch(`${simulator.origin}/checkoutshopper/status${query}`)).json()
    }
    expect(await status()).toMatchObject({ over: false })
    const done = await send(phonePage(await look(desktop)), { press: 'Approve' })
    expect(done.status).toBe(200)
    expect(await done.text()).not.toContain('redirectResult')

    expect(await status()).toMatchObject({ over: true })
    const back = await fetch(desktop, { redirect: 'manual' })
    expect(back.status).toBe(303)
    expect(await resultIn(back.headers.get('location'))).toBe('Authorised')
  })

  test('approved without returning on the phone, the desktop stays where it is', async () => {
    const desktop = await startSimulatedPayment(simulator, uniquely())
    await send(phonePage(await look(desktop)), { press: 'Approve without returning' })
    expect((await fetch(desktop, { redirect: 'manual' })).status).toBe(200)
  })
})

describe('app-switch mock (mobile)', () => {
  test('“카카오페이로 계속하기” leads to the app, which goes back by itself', async () => {
    const page = await look(await startSimulatedPayment(simulator, uniquely()), iPhone)
    expect(page).toContain('>카카오페이로 계속하기</a>')
    expect(page).not.toContain('<svg')
    const app = `${phonePage(page)}?app=1`
    expect(await look(app, iPhone)).toContain('name="app" value="1"')
    const back = await send(phonePage(page), { press: 'Approve', app: '1' })
    expect(await resultIn(back.headers.get('location'))).toBe('Authorised')
  })

  test('test page look: chosen by a switch whatever the browser', async () => {
    const reference = uniquely()
    await simulator.control('/switches', { reference, look: 'phone' })
    expect(await look(await startSimulatedPayment(simulator, reference))).not.toContain('<svg')
  })
})

describe('session timer (default 1 h, shortened)', () => {
  test('counts from an hour', async () => {
    expect(await look(await startSimulatedPayment(simulator, uniquely()))).toContain(
      'data-ms="3600000"',
    )
  })

  test('is shortened for a payment that is running, and so is OFFER_CLOSED', async () => {
    const reference = uniquely()
    const address = await startSimulatedPayment(simulator, reference)
    await simulator.control('/switches', {
      reference,
      sessionMs: 30_000,
      offerClosedAfterMs: 60_000,
    })
    expect(await look(address)).toContain('data-ms="30000"')
    await simulator.advance(60_000)
    expect(told(reference)).toEqual(['OFFER_CLOSED true'])
  })

  async function timeIsUp(settings: object = {}) {
    const reference = uniquely()
    const set = { reference, sessionMs: 60_000, offerClosedAfterMs: HOUR, ...settings }
    await simulator.control('/switches', set)
    const address = await startSimulatedPayment(simulator, reference)
    await simulator.advance(60_000)
    expect(await (await send(address, { press: 'Approve' })).text()).toContain('결제 시간이 지나')
    return { reference, address, page: await look(address) }
  }

  test('on expiry offers error return', async () => {
    const { reference, address } = await timeIsUp()
    const back = await send(address, { press: 'Return with an error' })
    expect(await resultIn(back.headers.get('location'))).toBe('Error')
    await simulator.advance(2 * HOUR)
    expect(told(reference)).toEqual(['AUTHORISATION false'])
  })

  test('on expiry offers OFFER_CLOSED', async () => {
    const { reference, address } = await timeIsUp()
    expect((await send(address, { press: 'Close the offer' })).status).toBe(200)
    await simulator.advance(2 * HOUR)
    expect(told(reference)).toEqual(['OFFER_CLOSED true'])
  })

  test('an error return after OFFER_CLOSED has been sent tells nothing more', async () => {
    const { reference, address } = await timeIsUp()
    await simulator.advance(HOUR)
    const back = await send(address, { press: 'Return with an error' })
    expect(await resultIn(back.headers.get('location'))).toBe('Error')
    await simulator.advance(HOUR)
    expect(told(reference)).toEqual(['OFFER_CLOSED true'])
  })

  test.each([
    ['error_return', true, false],
    ['offer_closed', false, true],
  ])('can be told to offer only %s', async (expiry, returns, closes) => {
    const { page } = await timeIsUp({ expiry })
    expect(page.includes('Return with an error')).toBe(returns)
    expect(page.includes('Close the offer')).toBe(closes)
  })

  test('runs out at once by a button', async () => {
    const address = await startSimulatedPayment(simulator, uniquely())
    await send(address, { press: 'Let the time run out' })
    expect(await look(address)).toContain('Return with an error')
    // A button of the expired page is of no use before that.
    const other = await startSimulatedPayment(simulator, uniquely())
    await send(other, { press: 'Return with an error' })
    expect(await look(other)).toContain('>Approve</button>')
  })
})

describe('the way back that is chosen on the page', () => {
  test('return by POST', async () => {
    const page = await send(await startSimulatedPayment(simulator, uniquely()), {
      press: 'Approve',
      way: 'POST',
    })
    expect(await page.text()).toMatch(/method="post" action="https:\/\/shop\.example\/api\/return/)
  })

  test('return with the && quirk', async () => {
    const back = await send(await startSimulatedPayment(simulator, uniquely()), {
      press: 'Approve',
      way: '&&',
    })
    expect(back.headers.get('location')).toContain('?lang=ko&&redirectResult=')
  })

  test('return in another browser, return twice: the address is shown instead', async () => {
    const page = await send(await startSimulatedPayment(simulator, uniquely()), {
      press: 'Approve',
      way: 'show',
    })
    const text = await page.text()
    expect(text.match(/href="https:\/\/shop\.example\/api\/return/g)).toHaveLength(2)
    expect(text).toMatch(/<textarea readonly[^>]*>https:\/\/shop\.example/)
  })

  test('returnMethod: the switch overrules what the shop asked for', async () => {
    const reference = uniquely()
    await simulator.control('/switches', { reference, returnMethod: 'POST' })
    await startSimulatedPayment(simulator, reference)
    const { body } = await simulator.control('/wallet', { reference, press: 'Approve' })
    expect(body.form).toMatchObject({ redirectResult: expect.stringMatching(/^X6XtfGC3!/) })
  })
})
