import { once } from 'node:events'
import { get } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServerBehind, serveBehind } from '@/lib/proof/shop/serve-behind'

const SERVER = `
  const server = require('node:http').createServer(({ url }, response) => response.end(url))
  server.listen(0, '127.0.0.1', () => console.log(server.address().port))`

let server: ServerBehind
beforeAll(async () => {
  server = await serveBehind('no-query-kept.mjs', SERVER)
})
afterAll(() => server.stop())

async function reachesNext(path: string): Promise<string> {
  const [response] = await once(get({ host: '127.0.0.1', port: server.port, path }), 'response')
  let text = ''
  for await (const chunk of response) text += chunk
  return text
}

test.each([
  '/ko',
  '/en/products/jar',
  '/en/collections/table/by/price',
  '/ko/terms',
  '/e%6e/products/jar',
  '/en/cart/../products/jar',
  '/en/account/%2e%2e/products/jar',
  'http://127.0.0.1/en/products/jar',
  '/en/products/../account/../products/jar',
])('a page that is kept for everybody never hears what a visitor asked with: %s', async (page) => {
  expect(await reachesNext(`${page}?email=kim%40example.com&utm_source=x`)).toBe(page)
  expect(await reachesNext(`${page}?`)).toBe(page)
  // What Next's own links ask with.
  for (const next of ['_rsc', '_rsc=HEAvJdHAQ-rUAe2_', '_rsc=1x9k2'])
    expect(await reachesNext(`${page}?a=b&${next}`)).toBe(`${page}?${next}`)
  expect(await reachesNext(`${page}?_rsc=${'kim'.repeat(100)}`)).toBe(page)
})

test.each([
  '/en/search?q=jar',
  '/ko/cart?problem=sold_out',
  '/ko/checkout?problem=fields',
  '/en/orders/find?sent=1',
  '/ko/account?step=code',
  '/en/subscriptions/new/monthly?problem=email',
  '/api/return/x?redirectResult=a%2Bb',
  '/simulator/mailbox?to=kim%40example.com',
  '/_next/static/x.js?dpl=1',
  '/robots.txt?x',
  '/?x',
  '//?x',
])('what reads its query still does: %s', async (path) => {
  expect(await reachesNext(path)).toBe(path)
})
