import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
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
