import { NextRequest } from 'next/server'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Hops, startHops } from '@/e2e/https-hops'
import { type Served, serve } from '@/lib/proof/shop/serve'
import { proxy } from '@/proxy'
import { userAt } from '../engines/browser-user'
import { engineCalled, needs } from '../engines/engines'
import type { Tab } from '../engines/tab'

/*
 * The way from our form over pages of others to the wallet's app, as the engine of every iPhone sees it: with the policy
 * that the checkout page has. In Chromium the whole shop is walked, in e2e/hops.spec.ts.
 */

const apps = [
  'intent://kakaopay/pay#Intent;scheme=kakaotalk;end',
  'kakaotalk://kakaopay/payment?id=4f7k',
  'kakaopay://payment?id=4f7k',
  'x-safari-https://pay.example/4f7k',
]

describe('in WebKit', () => {
  const { open, phone } = engineCalled('webkit')
  let webkit: Tab | null = null
  let hops: Hops
  let shop: Served
  let policy = ''
  let app = ''
  let complaints: string[] = []
  let opened = 0
  beforeAll(async () => {
    hops = await startHops()
    shop = await serve(async (request) => {
      if (request.url.endsWith('/complaint')) complaints.push(await request.text())
      if (request.url.endsWith('/pay'))
        return new Response(null, { status: 303, headers: { location: hops.to(app) } })
      const button = `<button>Pay ${opened}</button>`
      return new Response(`<form method="post" action="/pay">${button}</form>`, {
        headers: {
          'content-type': 'text/html',
          'content-security-policy': `${policy}; report-uri /complaint`,
        },
      })
    })
    webkit = open && (await open({ javaScript: true, userAgent: phone }))
  })
  afterAll(async () => {
    vi.unstubAllEnvs()
    await webkit?.close()
    await shop.close()
    hops.close()
  })
  beforeEach(({ skip }) => {
    skip(open === null, needs('webkit'))
    complaints = []
    vi.stubEnv('BASE_URL', 'http://localhost:3000')
    const page = new NextRequest('http://localhost:3000/ko/checkout')
    policy = proxy(page).headers.get('content-security-policy') ?? ''
  })

  async function pay(): Promise<void> {
    const before = hops.passed()
    opened++
    const person = webkit && userAt(webkit, shop.origin)
    await person?.open('/')
    // The page before is still there for a moment, with a button that looks the same.
    await person?.press(`Pay ${opened}`)
    await expect.poll(hops.passed, { timeout: 20_000 }).toBe(before + 1)
  }

  test.each(apps)('the way to %s is open', async (address) => {
    app = address
    await pay()
    await expect.poll(() => webkit?.address(), { timeout: 20_000 }).toBe(address)
    expect(complaints).toEqual([])
  })

  test('a policy without it would stop the shopper after our POST has done its work', async () => {
    app = apps[0] ?? ''
    policy = policy.replace(' intent:', '')
    await pay()
    await expect.poll(() => complaints.join(), { timeout: 20_000 }).toContain('form-action')
    expect(await webkit?.address()).toBe(`${shop.origin}/`)
  })
})
