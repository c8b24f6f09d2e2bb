import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { POST as checkout } from './checkout/route'
import { POST as cancel } from './orders/[order]/cancel/route'
import { waitPage } from './refusals'
import { GET as comeBack } from './return/[attempt]/route'

/* What a door refuses is said on a page of the shop: in the reader's language, with a way on, without a script. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

type Headers = Readonly<Record<string, string>>

async function read(answer: Response) {
  const html = await answer.text()
  const links = [...html.matchAll(/<a href="([^"]*)">(?:<img [^>]*>)?([^<]*)</g)].map(
    ([, to, says]) => [to, says],
  )
  // The first two are the shop itself and its cart.
  return { status: answer.status, html, ways: links.slice(2) }
}
const post = (headers: Headers, body = 'locale=en') =>
  new Request('http://localhost/api/checkout', {
    method: 'POST',
    body: new URLSearchParams(body),
    headers,
  })
const ofOurs = { 'sec-fetch-site': 'same-origin' }
const onEnglishForm = { referer: 'http://localhost/en/checkout?problem=fields' }

describe('a form of another site is refused', () => {
  test('in the language of the page that it was on, with the way back there', async () => {
    const { status, html, ways } = await read(await checkout(post({ ...onEnglishForm })))
    expect(status).toBe(403)
    expect(html).toContain('nothing was charged')
    expect(ways).toEqual([
      ['/en/checkout?problem=fields', 'Back to where you were'],
      ['/en', 'To the start'],
    ])
  })

  test.each([
    ['nothing', {}],
    ['no address', { referer: 'somewhere' }],
    ['a page of theirs', { referer: 'https://evil.example/win"><script>' }],
    ['a path that is none of ours', { referer: 'https://evil.example//evil.example/ko' }],
  ])('in the browser’s language, when it says where it was: %s', async (_, headers: Headers) => {
    const english = { ...headers, 'accept-language': 'en-GB' }
    const { html, ways } = await read(await checkout(post(english)))
    expect(html).toContain('<html lang="en">')
    expect(html).not.toContain('evil')
    expect(ways).toEqual([
      ['/en', 'To the start'],
      ['/en/cart', 'Cart'],
    ])
    const korean = await read(await checkout(post(headers)))
    expect(korean.html).toContain('결제된 금액도 없습니다')
  })
})

test('a form that is too large is told so, with an example of how long it may be', async () => {
  const asked = post({ ...ofOurs, ...onEnglishForm }, `deliveryNote=${'x'.repeat(300_000)}`)
  const { status, html, ways } = await read(await checkout(asked))
  expect(status).toBe(413)
  expect(html).toContain('up to 500 characters')
  expect(ways[0]).toEqual(['/en/checkout?problem=fields', 'Back to where you were'])
})

test('what is not there has a page in the language of the form', async () => {
  const params = Promise.resolve({ order: 'A'.repeat(22) })
  const { status, html, ways } = await read(await cancel(post(ofOurs), { params }))
  expect(status).toBe(404)
  expect(html).toContain('There is nothing behind this link')
  expect(ways).toEqual([
    ['/en', 'To the start'],
    ['/en/orders/find', 'Find an order'],
  ])
})

test('a return that nobody knows has a page in the browser’s language', async () => {
  const asked = (headers: Headers) =>
    comeBack(new Request('http://localhost/api/return/x', { headers }), {
      params: Promise.resolve({ attempt: 'x' }),
    })
  expect((await read(await asked({ 'accept-language': 'en' }))).html).toContain('lang="en"')
  expect((await read(await asked({}))).html).toContain('찾을 수 없습니다')
})

test('whoever comes too often reads when to press again, and finds the way back', async () => {
  const { status, html, ways } = await read(waitPage(61, post(onEnglishForm), 'en'))
  expect(status).toBe(429)
  expect(html).toContain('press again in 2 minutes')
  expect(ways[0]).toEqual(['/en/checkout?problem=fields', 'Back to where you were'])
})

test('every such page says that it is a demonstration, loads nothing but its style, and is kept by nobody', async () => {
  const answer = await checkout(post({}))
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  const { html } = await read(answer)
  expect(html).toContain('데모 상점입니다')
  expect(html).not.toContain('<script')
})

test('pages without React have the colours of all others', () => {
  const colours = (path: string) =>
    [...readFileSync(path, 'utf8').matchAll(/--color-[a-z-]+: #[0-9a-f]{6}/g)].map(([all]) => all)
  const plain = colours('public/plain.css')
  expect(plain.length).toBeGreaterThan(10)
  expect(plain.filter((colour) => !colours('app/globals.css').includes(colour))).toEqual([])
})
