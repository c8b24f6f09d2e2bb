import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { networkOf } from './network'

const byProxy = (told: string) => networkOf(new Headers({ 'x-real-ip': told }), 'x-real-ip')

test.each([
  ['192.0.2.7', '192.0.2.7'],
  [' 192.0.2.7 ', '192.0.2.7'],
  ['192.0.2.7:50123', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::FFFF:c000:207', '192.0.2.7'],
  ['0:0:0:0:0:ffff:192.0.2.7', '192.0.2.7'],
  ['[::ffff:192.0.2.7]:50123', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
  ['2001:db8::', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s counts as %s', (told, network) => {
  expect(byProxy(told)).toBe(network)
})

test.each(['', 'unknown', '192.0.2', '192.0.2.300', '01.2.3.4', '2001:db8:::1', '<script>', '['])(
  '%j is nobody’s address, and all of them count together',
  (told) => expect(byProxy(told)).toBe('unknown'),
)

test('what the asker wrote in front of the proxy’s own word is not believed', () => {
  expect(byProxy('203.0.113.1, 198.51.100.2, 192.0.2.7')).toBe('192.0.2.7')
})

test('without a proxy no header is believed', () => {
  const headers = new Headers({ 'x-real-ip': '203.0.113.1', 'x-forwarded-for': '203.0.113.1' })
  expect(networkOf(headers, null)).toBe('unknown')
})

const SERVER = `
  import { createServer } from 'node:http'
  import { setTimeout as sleep } from 'node:timers/promises'
  import { networkOf } from './lib/visitor/network.ts'
  const server = createServer(async (request, response) => {
    await sleep(Number(request.headers.wait))
    response.end(networkOf(new Headers(request.headers), null))
  })
  server.listen(0, '::', () => console.log(server.address().port))`

test('the socket’s address counts, each request’s own, whatever its headers say', async () => {
  const first = [
    '--import',
    'tsx',
    '--import',
    resolve('lib/launch/loaded-first/socket-address.mjs'),
  ]
  const server = spawn(process.execPath, [...first, '--input-type=module', '-e', SERVER], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const [port] = await once(server.stdout, 'data')
    const ask = async (host: string, wait: number) => {
      const headers = { wait: String(wait), 'x-real-ip': '203.0.113.1' }
      const answer = await fetch(`http://${host}:${Number(port)}/`, { headers })
      return answer.text()
    }
    expect(
      await Promise.all([ask('127.0.0.1', 30), ask('[::1]', 10), ask('127.0.0.1', 0)]),
    ).toEqual(['127.0.0.1', '0:0:0:0::/64', '127.0.0.1'])
  } finally {
    server.kill()
  }
})
