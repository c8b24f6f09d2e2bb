import type { APIResponse } from '@playwright/test'
import { expect, needsOwnShop, runsAlready, test } from './fixtures'

/*
 * What every answer says to the browser about itself, read from the answers of the running shop.
 */

test.skip(({ isMobile }) => !isMobile, 'the shop answers every browser alike')

const nobody = 'A'.repeat(22)
const cached = ['/ko', '/en/products/yuja-preserve', '/ko/collections/pantry', '/en/terms']
const fresh = ['/ko/search?q=a', '/ko/products/nothing', '/ko/nothing', '/nothing']
const people = [
  '/ko/cart',
  '/en/checkout',
  '/ko/account',
  '/en/subscriptions',
  '/ko/orders/find',
  `/ko/orders/${nobody}`,
  `/ko/orders/${nobody}/result`,
]
const doors = [
  '/api/health',
  '/api/cron/work',
  `/api/orders/${nobody}`,
  `/api/return/${nobody}?redirectResult=x`,
  '/api/account/callback/kakao?code=x',
  '/api/cart',
]
const files = ['/robots.txt', '/fonts/pretendard-latin.woff2', '/icon.svg']

const WALLET = ['https:', 'intent:', 'kakaotalk:', 'kakaopay:', 'x-safari-https:']
const LOCAL = ['http://127.0.0.1:*', 'http://localhost:*']

const policyOf = (response: APIResponse) =>
  new Map(
    (response.headers()['content-security-policy'] ?? '').split('; ').map((part) => {
      const [name = '', ...values] = part.split(' ')
      return [name, values] as const
    }),
  )

for (const path of [...cached, ...fresh, ...people, ...doors, ...files])
  test(`${path} is read as what it is, by https, in no frame, and does not say who made it`, async ({
    request,
  }) => {
    const headers = (await request.get(path, { maxRedirects: 0 })).headers()
    expect(headers).toMatchObject({
      'strict-transport-security': expect.stringMatching(/^max-age=\d{8,}/),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
    expect(headers['x-powered-by']).toBeUndefined()
    if (!runsAlready) expect(headers.server).toBeUndefined()
  })

for (const path of [...cached, ...fresh, ...people])
  test(`${path} runs nobody else's script, and posts to us and the wallet`, async ({ request }) => {
    const response = await request.get(path, { maxRedirects: 0 })
    const policy = policyOf(response)
    const scripts = policy.get('script-src') ?? []
    const ours = people.includes(path)
      ? [/^'self'$/, /^'nonce-[\w+/]{22}=='$/, /^'strict-dynamic'$/]
      : [/^'self'$/, /^'unsafe-inline'$/]
    expect(scripts).toEqual(ours.map((source) => expect.stringMatching(source)))
    expect(policy.get('form-action')).toEqual(["'self'", ...WALLET, ...LOCAL])
    expect(policy.get('frame-ancestors')).toEqual(["'none'"])
    expect(policy.get('base-uri')).toEqual(["'none'"])
    // With less, our own buttons would be sent with "Origin: null" and refused.
    expect(response.headers()['referrer-policy']).toBe('same-origin')
    for (const [, source] of (await response.text()).matchAll(/<script[^>]*\ssrc="([^"]+)"/g))
      expect(source).toMatch(/^\/_next\//)
  })

for (const path of people)
  test(`${path} is kept by nobody, and the nonce is on its scripts`, async ({ request }) => {
    const response = await request.get(path, { maxRedirects: 0 })
    expect(response.headers()['cache-control']).toContain('no-store')
    const nonce = /'nonce-([^']+)'/.exec(response.headers()['content-security-policy'] ?? '')?.[1]
    const scripts = [...(await response.text()).matchAll(/<script\b([^>]*)>/g)]
    // A checkout without a cart only leads back to the cart, with or without a page around it.
    if (response.status() !== 307) expect(scripts.length).toBeGreaterThan(0)
    for (const [, attributes] of scripts) expect(attributes).toContain(`nonce="${nonce}"`)
  })

test('the policy with a nonce and the one without it differ in the scripts alone', async ({
  request,
}) => {
  const [kept, made] = await Promise.all(
    ['/ko', '/ko/cart'].map(async (path) => policyOf(await request.get(path))),
  )
  for (const policy of [kept, made]) policy?.delete('script-src')
  expect([...(made ?? [])]).toEqual([...(kept ?? [])])
})

test('nobody has pictures made in other sizes', async ({ request }) => {
  for (const url of ['/icon.svg', '/products/banner-home-1080.webp', 'https://evil.example/a.png'])
    expect((await request.get('/_next/image', { params: { url, w: 640, q: 75 } })).status()).toBe(
      404,
    )
})

test('the address of a return goes nowhere from there', async ({ request }) => {
  const path = `/api/return/${nobody}?redirectResult=x`
  for (const response of [await request.get(path), await request.post(path, { form: { a: 'b' } })])
    expect(response.headers()).toMatchObject({
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    })
})

test('no proxy keeps what a door says about an order, or that there is none', async ({
  request,
  baseURL,
}) => {
  const form = { locale: 'ko' }
  const headers = { origin: baseURL ?? '' }
  for (const response of [
    await request.get(`/api/orders/${nobody}`),
    await request.post(`/api/orders/${nobody}/cancel`, { form, headers }),
    await request.post(`/api/orders/${nobody}/cancel`, { form }),
    await request.post('/api/checkout', { form, headers, maxRedirects: 0 }),
    await request.post('/api/orders/find', { form, headers, maxRedirects: 0 }),
    await request.get('/api/health'),
  ])
    expect(response.headers()['cache-control'], response.url()).toBe('no-store')
})

test('a method that no browser sends is refused, and is no error of ours', async ({ request }) => {
  needsOwnShop('a proxy in front of it answers these by itself')
  for (const path of ['/', '/ko', '/ko/cart', '/api/cart', '/api/webhooks/adyen'])
    for (const method of ['TRACE', 'PROPFIND'])
      expect((await request.fetch(path, { method })).status(), `${method} ${path}`).toBe(405)
})
