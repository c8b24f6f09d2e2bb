import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  aPaymentRequest,
  startTestSimulator,
  type TestSimulator,
} from '@/lib/proof/shop/test-simulator'

/* A simulator that anybody can reach takes payments for anybody, and sends a browser only where it was told to. */

let simulator: TestSimulator
beforeAll(async () => {
  const origins = ['https://demo.example', 'http://localhost:8080']
  simulator = await startTestSimulator({
    leadsTo: { origins, setting: 'SIMULATOR_RETURN_ORIGINS' },
  })
})
afterAll(() => simulator.close())

let count = 0
async function walletPage(returnUrl: string, more: object = {}): Promise<string> {
  const request = { ...aPaymentRequest(`origin-${++count}`), returnUrl, ...more }
  const response = await simulator.api('/v72/payments', request)
  expect(response.status).toBe(200)
  return (await response.json()).action.url
}

const press = (page: string, fields: Record<string, string>) => {
  const redirectData = new URL(page).searchParams.get('redirectData') ?? ''
  const body = new URLSearchParams({ redirectData, ...fields })
  return fetch(page, { method: 'POST', redirect: 'manual', body })
}

/** Whatever would bring a browser to that shop: a header, a link, a form. */
async function leadsTo(host: string, response: Response): Promise<boolean> {
  const { headers } = response
  const text = await response.text()
  const ways = [...text.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(([, way = '']) => way)
  return [headers.get('location') ?? '', headers.get('refresh') ?? '', ...ways].some((way) =>
    way.includes(host),
  )
}

test.each(['https://demo.example/back?lang=ko', 'http://localhost:8080/back'])(
  'to %s the shopper goes back',
  async (returnUrl) => {
    const page = await walletPage(returnUrl)
    expect(await (await fetch(page)).text()).not.toContain('SIMULATOR_RETURN_ORIGINS')
    const { status, headers } = await press(page, { press: 'Approve' })
    expect([status, headers.get('location')?.split('redirectResult')[0]]).toEqual([
      303,
      `${returnUrl}${returnUrl.includes('?') ? '&' : '?'}`,
    ])
  },
)

describe('to another shop, or one that only looks alike, nobody is sent', () => {
  const others = [
    'https://evil.example/back',
    'http://demo.example/back',
    'https://demo.example.evil.example/back',
    'https://demo.example:8443/back',
    'https://demo.example@evil.example/back',
    'http://localhost:8081/back',
  ]

  test.each(others)('%s: by no button and no way back', async (returnUrl) => {
    const { host } = new URL(returnUrl)
    const reached: string[] = []
    for (const pressed of ['Approve', 'Leave pending', 'Approve without returning'])
      for (const way of ['usual', 'GET', 'POST', '&&', 'show']) {
        const page = await walletPage(returnUrl)
        for (const response of [
          await fetch(page),
          await press(page, { press: pressed, way }),
          await press(page, { press: pressed, way }), // once more, when it is over
        ])
          if (await leadsTo(host, response)) reached.push(`${pressed} ${way}`)
      }
    expect(reached).toEqual([])
  })

  test('not when the time ran out, and not when it was ended on the phone', async () => {
    const late = await walletPage('https://evil.example/back')
    const onPhone = await walletPage('https://evil.example/back')
    const phone = /https?:[^"]*\/phone\/[\w-]+/.exec(await (await fetch(onPhone)).text())?.[0] ?? ''
    const approve = new URLSearchParams({ press: 'Approve' })
    for (const response of [
      await press(late, { press: 'Let the time run out' }),
      await fetch(late),
      await press(late, { press: 'Return with an error' }),
      await fetch(phone, { method: 'POST', redirect: 'manual', body: approve }),
      await fetch(onPhone, { redirect: 'manual' }),
    ])
      expect(await leadsTo('evil.example', response)).toBe(false)
  })

  test('the wallet says so in plain words, with the setting that would allow it', async () => {
    const korean = await walletPage('https://evil.example/back')
    const english = await walletPage('https://evil.example/back', { shopperLocale: 'en-US' })
    const texts = await Promise.all([
      fetch(korean).then((page) => page.text()),
      press(korean, { press: 'Approve' }).then((page) => page.text()),
      fetch(english).then((page) => page.text()),
      press(english, { press: 'Approve' }).then((page) => page.text()),
    ])
    for (const text of texts) {
      expect(text).toContain('https://evil.example')
      expect(text).toContain('SIMULATOR_RETURN_ORIGINS')
    }
    expect(texts[1]).toContain('브라우저를 보냅니다')
    expect(texts[3]).toContain('it sends browsers only where')
  })

  test('the payment goes on as if: it is told of all the same', async () => {
    const before = simulator.received.length
    await press(await walletPage('https://evil.example/back'), { press: 'Approve' })
    await simulator.advance(1_000)
    expect(simulator.received.slice(before).at(-1)?.item).toMatchObject({
      eventCode: 'AUTHORISATION',
      success: 'true',
    })
  })
})
