import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  aDetailsRequest,
  aPaymentRequest,
  startSimulatedPayment,
  startTestSimulator,
  type TestSimulator,
} from '@/lib/proof/shop/test-simulator'
import { type WalletButton, walletButtons } from '@/lib/simulator/payment/endings'

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startTestSimulator()
})
afterAll(() => simulator.close())

const uniquely = (() => {
  let count = 0
  return () => `wallet-${++count}`
})()

/** Does what a browser without JavaScript does with the form of the page. */
async function click(page: string, press: WalletButton, fields: Record<string, string> = {}) {
  const redirectData = new URL(page).searchParams.get('redirectData') ?? ''
  return fetch(page, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ redirectData, press, ...fields }),
  })
}

async function resultOf(response: Response): Promise<string | null> {
  const location = response.headers.get('location')
  if (location === null) return null
  const redirectResult = new URL(location).searchParams.get('redirectResult') ?? ''
  const details = await simulator.api('/v72/payments/details', aDetailsRequest(redirectResult))
  return (await details.json()).resultCode
}

async function told(reference: string): Promise<string[]> {
  return simulator.received
    .filter(({ item }) => item.merchantReference === reference)
    .map(({ item }) => `${item.eventCode} ${item.success}`)
}

const MINUTE = 60_000
const table: readonly [WalletButton, result: string | null, afterMs: number, webhooks: string[]][] =
  [
    ['Approve', 'Authorised', 1_000, ['AUTHORISATION true']],
    ['Refuse', 'Refused', 1_000, ['AUTHORISATION false']],
    ['Cancel', 'Cancelled', 2_000, ['OFFER_CLOSED true']],
    ['Fail with an error', 'Error', 1_000, ['AUTHORISATION false']],
    ['Leave pending', 'Pending', 20_000, ['AUTHORISATION true']],
    ['Leave received', 'Received', 20_000, ['AUTHORISATION true']],
    ['Approve without returning', null, 1_000, ['AUTHORISATION true']],
    ['Close the window', null, 60 * MINUTE, ['OFFER_CLOSED true']],
    [
      'Cancel, then approve in the app',
      'Cancelled',
      6_000,
      ['AUTHORISATION false', 'AUTHORISATION true'],
    ],
  ]

describe('the buttons of the wallet page', () => {
  test.each(table)(
    '%s: back with %s, all told %i ms later',
    async (press, result, ms, webhooks) => {
      const reference = uniquely()
      const response = await click(await startSimulatedPayment(simulator, reference), press)
      expect(response.status).toBe(result === null ? 200 : 303)
      expect(await resultOf(response)).toBe(result)

      await simulator.advance(ms - 1)
      expect(await told(reference)).toEqual(webhooks.slice(0, -1))
      await simulator.advance(1)
      expect(await told(reference)).toEqual(webhooks)
    },
  )

  test('are all there, named alike in Korean and English, each described in its language', async () => {
    for (const shopperLocale of ['ko-KR', 'en-US']) {
      const request = { ...aPaymentRequest(uniquely()), shopperLocale }
      const { action } = await (await simulator.api('/v72/payments', request)).json()
      const page = await (await fetch(action.url)).text()
      expect(page).toContain(`<html lang="${shopperLocale.slice(0, 2)}">`)
      for (const press of walletButtons) expect(page).toMatch(new RegExp(`>${press}</button>`))
      expect(page).toMatch(/[₩￦]15,000/)
    }
  })

  test('say in both languages that no money moves', async () => {
    const korean = await fetch(await startSimulatedPayment(simulator, uniquely()))
    expect(await korean.text()).toContain('데모입니다. 실제 돈은 이동하지 않습니다')
    const request = { ...aPaymentRequest(uniquely()), shopperLocale: 'en-US' }
    const { action } = await (await simulator.api('/v72/payments', request)).json()
    expect(await (await fetch(action.url)).text()).toContain('demonstration, no money moves')
  })
})

describe('a payment left undecided', () => {
  test('can be refused in the end, after the delay chosen on the page', async () => {
    const reference = uniquely()
    const page = await startSimulatedPayment(simulator, reference)
    await click(page, 'Leave pending', { final: 'Refused', finalAfterSeconds: '90' })
    await simulator.advance(89_000)
    expect(await told(reference)).toEqual([])
    await simulator.advance(1_000)
    expect(await told(reference)).toEqual(['AUTHORISATION false'])
  })
})

describe('the way back', () => {
  test('keeps the query of the shop and appends the result percent-encoded', async () => {
    const response = await click(await startSimulatedPayment(simulator, uniquely()), 'Approve')
    const location = response.headers.get('location') ?? ''
    expect(location).toMatch(
      /^https:\/\/shop\.example\/api\/return\/4f7k\?lang=ko&redirectResult=X6XtfGC3%21[\w%-]+$/,
    )
    expect(location).not.toMatch(/redirectResult=.*[+/=!]/)
  })

  test('has the empty pair of Adyen’s own example when told so', async () => {
    const reference = uniquely()
    await simulator.control('/webhooks', { reference, doubleAmpersand: true })
    const response = await click(await startSimulatedPayment(simulator, reference), 'Approve')
    expect(response.headers.get('location')).toContain('?lang=ko&&redirectResult=')
  })

  test('has it also when the shop’s own address has no query', async () => {
    const reference = uniquely()
    await simulator.control('/webhooks', { reference, doubleAmpersand: true })
    const request = { ...aPaymentRequest(reference), returnUrl: 'https://shop.example/return/4f7k' }
    const { action } = await (await simulator.api('/v72/payments', request)).json()
    const location = (await click(action.url, 'Approve')).headers.get('location') ?? ''
    expect(location).toContain('/return/4f7k?&&redirectResult=')
    expect(new URL(location).searchParams.get('redirectResult')).toMatch(/^X6XtfGC3!/)
  })

  test('is a form when the shop asked to be returned to by POST', async () => {
    const request = { ...aPaymentRequest(uniquely()), redirectFromIssuerMethod: 'POST' }
    const { action } = await (await simulator.api('/v72/payments', request)).json()
    const response = await click(action.url, 'Approve')
    expect(response.status).toBe(200)
    const page = await response.text()
    expect(page).toContain('action="https://shop.example/api/return/4f7k?lang=ko"')
    expect(page).toMatch(/name="redirectResult" value="X6XtfGC3![^"]+"/)
  })
})

describe('a shopper who does not go back', () => {
  const left: readonly [WalletButton, locale: string, name: string, what: string][] = [
    [
      'Approve without returning',
      'ko-KR',
      '결과 없이 쇼핑몰로 돌아가기',
      '아무 정보도 전달하지 않습니다',
    ],
    ['Close the window', 'en-US', 'Back to the shop, without a result', 'carries nothing along'],
  ]
  test.each(left)('after %s can open the shop (%s), and carries nothing along', async (...each) => {
    const [press, shopperLocale, name, what] = each
    const request = { ...aPaymentRequest(uniquely()), shopperLocale }
    const { action } = await (await simulator.api('/v72/payments', request)).json()
    const page = await (await click(action.url, press)).text()
    expect(page.match(/<a [^>]*>[^<]*/g)).toEqual([
      `<a class="button" href="https://shop.example/">${name}`,
    ])
    expect(page).toContain(what)
    expect(page).not.toMatch(/<button|redirectResult/)
  })
})

describe('a payment that has ended', () => {
  test('says so, offers a way back, and does nothing more', async () => {
    const reference = uniquely()
    const page = await startSimulatedPayment(simulator, reference)
    await click(page, 'Approve')
    const again = await click(page, 'Refuse')
    expect(again.status).toBe(200)
    const text = await again.text()
    expect(text).toContain('이미 끝난 결제입니다')
    expect(text).toContain('href="https://shop.example/api/return/4f7k?lang=ko&amp;redirectResult=')
    await simulator.advance(2_000)
    expect(await told(reference)).toEqual(['AUTHORISATION true'])
  })

  test('also by two clicks at the same moment ends once', async () => {
    const reference = uniquely()
    const page = await startSimulatedPayment(simulator, reference)
    await Promise.all([click(page, 'Approve'), click(page, 'Refuse')])
    await simulator.advance(2_000)
    expect(await told(reference)).toHaveLength(1)
  })
})

describe('a shopper who never comes', () => {
  test('has the offer closed after an hour, once, and can no longer pay', async () => {
    const reference = uniquely()
    const page = await startSimulatedPayment(simulator, reference)
    await simulator.advance(60 * MINUTE)
    await simulator.advance(60 * MINUTE)
    expect(await told(reference)).toEqual(['OFFER_CLOSED true'])
    expect(await (await click(page, 'Approve')).text()).toContain('결제 시간이 지나')
  })

  test('may come back to a closed window and still pay', async () => {
    const reference = uniquely()
    const page = await startSimulatedPayment(simulator, reference)
    await click(page, 'Close the window')
    await click(page, 'Approve')
    await simulator.advance(120 * MINUTE)
    expect(await told(reference)).toEqual(['AUTHORISATION true'])
  })

  test('hears nothing where the event is not enabled', async () => {
    const reference = uniquely()
    await simulator.control('/webhooks', { reference, offerClosedAfterMs: null })
    await startSimulatedPayment(simulator, reference)
    await simulator.advance(24 * 60 * MINUTE)
    expect(await told(reference)).toEqual([])
  })
})

describe('the page itself', () => {
  test('has a policy of its own that allows the way back', async () => {
    const response = await fetch(await startSimulatedPayment(simulator, uniquely()))
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("form-action 'self' https: http:")
    const nonce = /style-src 'nonce-([^']+)'/.exec(policy)?.[1]
    expect(await response.text()).toContain(`<style nonce="${nonce}">`)
  })

  test('shows what the shop sent as text and never as markup', async () => {
    const page = await startSimulatedPayment(simulator, `<img src=x> ${uniquely()}`)
    expect(await (await fetch(page)).text()).toContain('&lt;img src=x&gt;')
  })

  test('does not know a payment that nobody started', async () => {
    const address = `${simulator.origin}/checkoutshopper/checkoutPaymentRedirect?redirectData=nothing`
    expect((await fetch(address)).status).toBe(404)
  })
})
