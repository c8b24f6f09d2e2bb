import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mostOf } from '@/lib/proof/shop/limits'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { takesForm } from './form'
import { missingPage } from './refusals'
import { seeOther } from './responses'
import { routeLimits } from './route-limits'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop({ RATE_LIMITS: 'on' })
})
afterAll(() => shop.close())

const acts: string[] = []
beforeEach(async () => {
  acts.splice(0)
  await shop.deps.pool.query('delete from counts')
})

/** A door that looks something up for an address, and remembers each time that it did. */
const door = takesForm(
  'orders/find',
  ({ fields, locale, cookies }) => {
    cookies.push('seen=1')
    const { email } = fields
    return email ? { email } : seeOther(`/${locale}/back`)
  },
  async ({ email }, { params }) => {
    acts.push(`${email} at ${params.order}`)
    return seeOther('/done')
  },
)
const post = (body: BodyInit, type = 'application/x-www-form-urlencoded') =>
  new Request('http://localhost/', {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': type },
    body,
    duplex: 'half',
  } as RequestInit)
const sends = (body: BodyInit) => door(post(body), { params: Promise.resolve({ order: 'x' }) })

describe('a browser that does not say which site a form is of is asked for its origin', () => {
  const from = async (headers: Record<string, string>) => {
    const body = new URLSearchParams({ email: 'one' })
    const request = new Request('http://localhost/', { method: 'POST', headers, body })
    return (await door(request, { params: Promise.resolve({}) })).status
  }
  const host = 'demo.example:8080'

  test.each<[string, string | null, number]>([
    ['the host that was asked for', 'http://demo.example:8080', 303],
    ['it over https', 'https://demo.example:8080', 303],
    ['another port', 'http://demo.example', 403],
    ['another host', 'http://evil.example:8080', 403],
    ['another scheme', 'ftp://demo.example:8080', 403],
    ['none that is told', 'null', 403],
    ['none', null, 403],
  ])('by a demonstration: %s', async (_, origin, status) => {
    expect(await from({ host, ...(origin ? { origin } : {}) })).toBe(status)
  })

  test('by a demonstration that was asked for no host', async () => {
    expect(await from({ origin: 'http://null' })).toBe(403)
  })

  describe('by a shop that takes money', () => {
    let real: TestShop
    beforeAll(async () => {
      real = await openShop({
        ADYEN_ENVIRONMENT: 'test',
        BASE_URL: 'https://shop.example',
        ADYEN_API_KEY: 'key',
        ADYEN_MERCHANT_ACCOUNT: 'Shop',
        ADYEN_HMAC_KEYS: 'ab'.repeat(32),
      })
    })
    afterAll(() => real.close())

    test.each<[string, string | null, number]>([
      ['its own', 'https://shop.example', 303],
      ['its own without https', 'http://shop.example', 403],
      ['another port of it', 'https://shop.example:8443', 403],
      ['the host that was asked for', 'https://inner.example', 403],
      ['none that is told', 'null', 403],
      ['none', null, 403],
    ])('%s', async (_, origin, status) => {
      const headers = { host: 'inner.example', ...(origin ? { origin } : {}) }
      expect(await from(headers)).toBe(status)
    })
  })
})

test('what is parsed is done', async () => {
  expect((await sends('email=one')).headers.get('location')).toBe('/done')
  expect(acts).toEqual(['one at x'])
})

test('a mistake leads back in the language of the page, is not counted, and nothing is done', async () => {
  for (let time = 0; time <= mostOf('look_up', 'network'); time++)
    expect((await sends('locale=en')).headers.get('location')).toBe('/en/back')
  expect((await sends('')).headers.get('location')).toBe('/ko/back')
  expect(acts).toEqual([])
})

test('whoever comes too often waits, nothing is done, and the browser keeps what it was given', async () => {
  for (let time = 0; time < mostOf('look_up', 'network'); time++) await sends('email=two')
  acts.splice(0)
  const refused = await sends('email=two&locale=en')
  expect(refused.status).toBe(429)
  expect(await refused.text()).toContain('Please wait')
  expect(refused.headers.getSetCookie()).toEqual(['seen=1'])
  expect(acts).toEqual([])
})

test('a form that breaks off does nothing', async () => {
  const broken = new ReadableStream({
    start(stream) {
      stream.enqueue(new TextEncoder().encode('email=three'))
      stream.error(new Error('aborted'))
    },
  })
  expect((await sends(broken)).status).toBe(413)
  expect(acts).toEqual([])
})

describe('a form of more fields than any page of ours has', () => {
  const { parts } = routeLimits['orders/find']
  const written = (many: number) => `email=five${'&x='.repeat(many - 1)}`
  const attached = (many: number) => {
    const form = new FormData()
    form.append('email', 'five')
    for (let part = 1; part < many; part++) form.append('x', '')
    return form
  }
  const sent = async (form: FormData) => {
    const encoded = new Response(form)
    return new Request('http://localhost/', {
      method: 'POST',
      headers: {
        'sec-fetch-site': 'same-origin',
        'content-type': encoded.headers.get('content-type') ?? '',
      },
      body: await encoded.arrayBuffer(),
    })
  }
  const status = async (request: Request) =>
    (await door(request, { params: Promise.resolve({}) })).status

  test('is refused, and nothing is done', async () => {
    expect((await sends(written(parts + 1))).status).toBe(413)
    expect((await sends('&'.repeat(parts))).status).toBe(413)
    expect(await status(await sent(attached(parts)))).toBe(413)
    expect(acts).toEqual([])
  })

  test('is counted before it is parsed: as many as it can hold cost hardly more than their bytes', async () => {
    const { bytes } = routeLimits['orders/find']
    const began = process.cpuUsage()
    for (let time = 0; time < 10; time++)
      expect((await sends('a&'.repeat(bytes / 2))).status).toBe(413)
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(200)
  })

  test('and one of exactly as many is taken', async () => {
    expect((await sends(written(parts))).status).toBe(303)
    // Its last line closes it, and is counted too.
    expect(await status(await sent(attached(parts - 1)))).toBe(303)
    expect(acts).toHaveLength(2)
  })

  test.each([
    'application/x-www-form-urlencoded; x=multipart/form-data; boundary=x',
    'multipart/form-data; boundary=x, application/x-www-form-urlencoded',
    'application/x-www-form-urlencoded, multipart/form-data; boundary=x',
  ])('whatever it is said to be: %s', async (type) => {
    const parted = '\r\n--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n'
    for (const body of [written(parts + 1), parted.repeat(parts + 1)])
      expect(await status(post(body, type))).toBe(413)
  })
})

test('what no keyboard types and no database holds is in no field and no address', async () => {
  const params = Promise.resolve({ order: 'a\0b' })
  await door(post('email=si%00x'), { params })
  expect(acts).toEqual(['six at ab'])
})

test('what is no form has no fields', async () => {
  const answer = await door(post('{"email":"four"}', 'application/json'))
  expect(answer.headers.get('location')).toBe('/ko/back')
})

test('a door that mails somebody and does not say whom is told so by the compiler', () => {
  const parse = () => ({ visitor: 'x' })
  const act = async () => missingPage('ko')
  expect(takesForm('checkout', parse, act)).toBeTypeOf('function')
  // @ts-expect-error: whom?
  expect(takesForm('orders/find', parse, act)).toBeTypeOf('function')
})
