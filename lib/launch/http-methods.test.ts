import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const SERVER = `
  const server = require('node:http').createServer((_, response) => response.end('here'))
  server.listen(0, '127.0.0.1', () => console.log(server.address().port))`

let server: ReturnType<typeof spawn>
let port: number
beforeAll(async () => {
  const first = `--import=${resolve('lib/launch/http-methods.mjs')}`
  server = spawn(process.execPath, [first, '-e', SERVER], { stdio: ['ignore', 'pipe', 'inherit'] })
  if (!server.stdout) throw new Error('the server says nothing')
  const [said] = await once(server.stdout, 'data')
  port = Number(said)
})
afterAll(() => server.kill())

async function statusOf(method: string): Promise<number> {
  const asked = request({ host: '127.0.0.1', port, method })
  const answered = once(asked, 'response')
  asked.end()
  const [response] = await answered
  response.resume()
  return response.statusCode
}

test.each(['TRACE', 'PROPFIND', 'PURGE'])('%s never reaches Next', async (method) => {
  expect(await statusOf(method)).toBe(405)
})

test.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
  '%s does',
  async (method) => {
    expect(await statusOf(method)).toBe(200)
  },
)
