import { once } from 'node:events'
import { type RequestOptions, request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ServerBehind, serveBehind } from '@/lib/proof/shop/serve-behind'

const SERVER = `
  const server = require('node:http').createServer((request, response) =>
    response.end(request.headers['next-router-state-tree'] ?? 'here'))
  server.on('upgrade', (_, socket) => socket.end('HTTP/1.1 200 OK\\r\\nContent-Length: 0\\r\\nConnection: close\\r\\n\\r\\n'))
  server.listen(0, '127.0.0.1', () => console.log(server.address().port))`

let server: ServerBehind
beforeAll(async () => {
  server = await serveBehind('http-methods.mjs', SERVER)
})
afterAll(() => server.stop())

async function answerTo(options: RequestOptions): Promise<{ status: number; text: string }> {
  const asked = request({ host: '127.0.0.1', port: server.port, ...options })
  const answered = once(asked, 'response')
  asked.end()
  const [response] = await answered
  let text = ''
  for await (const chunk of response) text += chunk
  return { status: response.statusCode, text }
}

const statusOf = async (options: RequestOptions) => (await answerTo(options)).status

test.each(['TRACE', 'PROPFIND', 'PURGE'])('%s never reaches Next', async (method) => {
  expect(await statusOf({ method })).toBe(405)
})

test.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
  '%s does',
  async (method) => {
    expect(await statusOf({ method, path: '/api/cart' })).toBe(200)
  },
)

describe('what changes something is sent to the doors and to the simulator, and a page', () => {
  const changing = ['POST', 'PUT', 'PATCH', 'DELETE']
  const reading = ['GET', 'HEAD', 'OPTIONS']
  const doors = ['/api/webhooks/adyen', '/api?x', '/simulator', '/simulator/api/v71/payments']
  const pages = ['/', '/en', '/en/cart', '/ko/orders/api/', '/apis', '/simulators', '/api/../en']

  test.each(changing)('is not asked for by %s', async (method) => {
    for (const path of doors) expect(await statusOf({ method, path })).toBe(200)
    for (const path of [...pages, '/__nextjs_error_feedback'])
      expect(await statusOf({ method, path })).toBe(405)
  })

  test('is read as always', async () => {
    for (const path of [...pages, ...doors])
      for (const method of reading) expect(await statusOf({ method, path })).toBe(200)
  })
})

describe('a query, which Next takes 43 s for when it has 24,000 parts,', () => {
  test.each(['/en/search?', '/api/health?', '/icon.svg?'])(
    'never reaches it so after %s',
    async (path) => {
      const flood = await answerTo({ path: `${path}${'q&'.repeat(24_000)}` })
      expect(flood).toEqual({
        status: 414,
        text: '주소가 너무 깁니다.\nThe address is too long.\n',
      })
    },
  )

  test('has a hundred parts at most', async () => {
    const parts = (count: number) => ({ path: `/ko?${Array(count).fill('q=1').join('&')}` })
    expect(await statusOf(parts(100))).toBe(200)
    expect(await statusOf(parts(101))).toBe(414)
  })

  test('ends the connection when it comes with a wish to upgrade it', async () => {
    const headers = { Connection: 'Upgrade', Upgrade: 'websocket' }
    expect(await statusOf({ headers, path: '/ko?q=1' })).toBe(200)
    const flood = statusOf({ headers, path: `/ko?${'q&'.repeat(24_000)}` })
    await expect(flood).rejects.toThrow('socket hang up')
  })

  test('may be as long as Adyen makes it, when somebody comes back from the wallet', async () => {
    const redirectResult = encodeURIComponent('eyJ+/&='.repeat(2_857))
    const path = `/api/return/attempt?redirectResult=${redirectResult}`
    expect(path.length).toBeGreaterThan(35_000)
    expect(await statusOf({ path })).toBe(200)
  })
})

test('the shop has no server actions, so Next is asked for none and writes no line about it', async () => {
  for (const action of ['', '0', '40b8f1d2c3'.repeat(4)])
    expect(
      await statusOf({ method: 'POST', path: '/ko', headers: { 'Next-Action': action } }),
    ).toBe(404)
})

test.each([
  '*',
  'http://[::1/ko',
  'http://evil.test/ko/cart',
  'http://127.0.0.1/en',
  '//evil.test/ko',
  '//api/x',
])('an address is a path and nothing else: %s never reaches Next', async (path) => {
  for (const method of ['GET', 'OPTIONS', 'POST'])
    expect(await answerTo({ method, path })).toEqual({
      status: 400,
      text: '주소가 올바르지 않습니다.\nThis is no address of the shop.\n',
    })
})

describe('where a browser says that it stands', () => {
  const seen = async (state: string) => {
    const headers = { RSC: '1', 'Next-Router-State-Tree': state }
    return (await answerTo({ path: '/ko', headers })).text
  }
  test.each([
    'garbage',
    '%5B1%5D',
    '%E0%A4%A',
    '',
    '{}',
    encodeURIComponent('["",{"children":["ko"]}]'),
    '['.repeat(13_000),
    encodeURIComponent(`["${'a'.repeat(41_000)}",{}]`),
  ])('it is left out when Next could not read it', async (state) => {
    expect(await seen(state)).toBe('here')
  })

  test('it is left as it is when Next can', async () => {
    const state = ['', { children: [['locale', 'ko', 'd', null], { children: ['__PAGE__', {}] }] }]
    const sent = encodeURIComponent(JSON.stringify(state))
    expect(await seen(sent)).toBe(sent)
  })
})
