import { once } from 'node:events'
import { get } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServerBehind, serveBehind } from '@/lib/proof/shop/serve-behind'

/** Does with the cookies of a request what Next does before a door is called, and says how long it worked at it. */
const SERVER = `
  const adapters = 'next/dist/server/web/spec-extension/adapters/'
  const { MutableRequestCookiesAdapter } = require(adapters + 'request-cookies')
  const { HeadersAdapter } = require(adapters + 'headers')
  const { RequestCookies } = require('next/dist/server/web/spec-extension/cookies')
  const server = require('node:http').createServer(({ headers }, response) => {
    const before = process.cpuUsage()
    MutableRequestCookiesAdapter.wrap(new RequestCookies(HeadersAdapter.from(headers)))
    const { user, system } = process.cpuUsage(before)
    response.end(JSON.stringify({ cookie: headers.cookie ?? null, ms: (user + system) / 1000 }))
  })
  server.listen(0, '127.0.0.1', () => console.log(server.address().port))`

let server: ServerBehind
beforeAll(async () => {
  server = await serveBehind('own-cookies.mjs', SERVER)
})
afterAll(() => server.stop())

async function reachesNext(cookie: string): Promise<{ cookie: string | null; ms: number }> {
  const [response] = await once(
    get({ host: '127.0.0.1', port: server.port, headers: { cookie } }),
    'response',
  )
  let text = ''
  for await (const chunk of response) text += chunk
  return JSON.parse(text)
}

const planted = Array.from({ length: 9_000 }, (_, at) => `${at + 1}=`)

test('9,000 cookies from elsewhere, which Next takes 16 s for, cost nothing, and ours among them is read', async () => {
  const flood = planted.with(4_000, 'norang=ours').join(';')
  const { cookie, ms } = await reachesNext(flood)
  expect(cookie).toBe('norang=ours')
  expect(ms).toBeLessThan(100)
})

test('names that look like ours are no flood either, and take no room from those that nobody else can write', async () => {
  const flood = Array.from({ length: 3_000 }, (_, at) => `norang.${at}=x`)
  const { cookie, ms } = await reachesNext([...flood, '__Host-norang=ours'].join('; '))
  expect(cookie?.split('; ')).toHaveLength(21)
  expect(cookie).toContain('__Host-norang=ours')
  expect(ms).toBeLessThan(100)
})

test('all of ours are read as they were written, of each the first', async () => {
  const ours = [
    '__Host-norang=a.b-c_d',
    '__Host-norang.session_token=a%2Bb.c%3D',
    '__Host-norang.back=a.b',
    'norang.known=x=y=',
    'norang.state=z',
  ]
  const others = ['_ga=GA1.1', 'norang', 'norangish=1', '__Secure-norang=1', 'norang.known=later']
  expect((await reachesNext([...ours, ...others].join('; '))).cookie).toBe(ours.join('; '))
})

test('where none is ours, Next sees none', async () => {
  expect((await reachesNext('_ga=GA1.1; __prerender_bypass=x')).cookie).toBeNull()
})
