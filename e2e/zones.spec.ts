import { expect, test } from './fixtures'

const directives = (policy: string) =>
  Object.fromEntries(
    policy.split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(/\s+/)
      return [name, values]
    }),
  )

test('catalogue pages run no foreign script and may be kept', async ({ request }) => {
  const response = await request.get('/ko')
  const policy = directives(response.headers()['content-security-policy'] ?? '')
  expect(policy['form-action']).toEqual(expect.arrayContaining(["'self'", 'https:']))
  expect(policy['script-src']?.some((source) => source.includes('//'))).toBe(false)
  expect(response.headers()['x-content-type-options']).toBe('nosniff')
  expect(response.headers()['x-powered-by']).toBeUndefined()
})

test('pages with money have a fresh nonce each time, and are not stored', async ({ request }) => {
  const nonces = []
  for (let times = 0; times < 2; times++) {
    const response = await request.get('/ko/cart')
    const headers = response.headers()
    const policy = directives(headers['content-security-policy'] ?? '')
    expect(policy['script-src']).not.toContain("'unsafe-inline'")
    expect(policy['form-action']).toEqual(
      expect.arrayContaining(["'self'", 'https:', 'http://127.0.0.1:*']),
    )
    expect(headers['cache-control']).toContain('no-store')
    expect(headers['strict-transport-security']).toContain('max-age')
    nonces.push(policy['script-src']?.find((source) => source.startsWith("'nonce-")))
  }
  expect(nonces[0]).toBeDefined()
  expect(nonces[0]).not.toBe(nonces[1])
})

test('the start page leads to the language of the browser', async ({ request }) => {
  const to = async (language: string) => {
    const response = await request.get('/', {
      headers: { 'accept-language': language },
      maxRedirects: 0,
    })
    return [response.status(), response.headers().location?.replace(/^https?:\/\/[^/]+/, '')]
  }
  expect(await to('en-GB,en;q=0.9')).toEqual([307, '/en'])
  expect(await to('ko-KR')).toEqual([307, '/ko'])
  expect(await to('fr')).toEqual([307, '/ko'])
})

test('what is not there is said in words, with a way on, also to a reader without JavaScript', async ({
  request,
}) => {
  const said = { ko: '찾으시는 페이지가 없습니다', en: 'There is no such page' }
  const nobody = 'A'.repeat(22)
  for (const language of ['ko', 'en'] as const)
    for (const path of [
      'nothing',
      'products/nothing',
      'collections/nothing',
      'collections/table/by/nothing',
      'orders/nothing',
      `orders/${nobody}`,
      `orders/${nobody}/result`,
      `orders/${nobody}/cancel`,
      `orders/${nobody}/return`,
      `orders/${nobody}/continue`,
      `subscriptions/${nobody}`,
    ]) {
      const response = await request.get(`/${language}/${path}`)
      const drawn = (await response.text()).replace(/<script.*?<\/script>/gs, '')
      expect(response.status(), path).toBe(404)
      expect(drawn, path).toMatch(new RegExp(`<h1[^>]*>${said[language]}</h1>`))
      expect(drawn, path).toContain(`href="/${language}"`)
    }
})

test('the webhook never redirects, also with a slash at its end', async ({ request }) => {
  for (const path of ['/api/webhooks/adyen', '/api/webhooks/adyen/']) {
    const response = await request.post(path, {
      data: { notificationItems: [{}] },
      maxRedirects: 0,
    })
    expect(response.status()).toBe(401)
  }
})

test('an address that cannot be read is not found, and nobody stumbles over it', async ({
  request,
}) => {
  const broken = ['%ff', '%00', '%E0%A4%A', 'a%00b']
  for (const part of broken)
    for (const path of ['api/return', 'api/orders', 'ko/orders', 'en/products', 'ko'])
      expect((await request.get(`/${path}/${part}`)).status(), `${path}/${part}`).toBe(404)
})

test('what no keyboard types does not disturb a door', async ({ request, baseURL }) => {
  const headers = { origin: baseURL ?? '' }
  for (const path of ['/api/cart', '/api/checkout', '/api/orders/find']) {
    const form = { variant: 'a\0', number: 'a\0', email: 'a\0@example.com', locale: 'ko\0' }
    expect((await request.post(path, { form, headers, maxRedirects: 0 })).status(), path).toBe(303)
  }
})

test('a form of another site is refused', async ({ request }) => {
  const response = await request.post('/api/checkout', {
    form: {},
    headers: { origin: 'https://evil.example' },
  })
  expect(response.status()).toBe(403)
})
