import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mostOf } from '@/lib/proof/shop/limits'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { takesForm } from './form'
import { missingPage } from './refusals'
import { seeOther } from './responses'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop({ RATE_LIMITS: 'on' })
})
afterAll(() => shop.close())

const acts: string[] = []
beforeEach(() => acts.splice(0))

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
  for (let time = 0; time <= mostOf('look_up', 'mailbox'); time++)
    expect((await sends('locale=en')).headers.get('location')).toBe('/en/back')
  expect((await sends('')).headers.get('location')).toBe('/ko/back')
  expect(acts).toEqual([])
})

test('whoever comes too often waits, nothing is done, and the browser keeps what it was given', async () => {
  for (let time = 0; time < mostOf('look_up', 'mailbox'); time++) await sends('email=two')
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

test('what is no form has no fields', async () => {
  const answer = await door(post('{"email":"four"}', 'application/json'))
  expect(answer.headers.get('location')).toBe('/ko/back')
})

test('a door that mails somebody and does not say whom is told so by the compiler', () => {
  const parse = () => ({ visitor: 'x' })
  const act = async () => missingPage()
  expect(takesForm('checkout', parse, act)).toBeTypeOf('function')
  // @ts-expect-error: whom?
  expect(takesForm('orders/find', parse, act)).toBeTypeOf('function')
})
