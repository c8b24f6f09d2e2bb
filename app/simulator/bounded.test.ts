import { afterEach, describe, expect, test, vi } from 'vitest'
import { bounded } from './bounded'

afterEach(() => vi.unstubAllEnvs())

const ORIGIN = 'http://localhost:3000/simulator'
const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-api-key': 'simulator' }

/** 120 MiB that nobody has announced, and how much of it was taken. */
function aFlood() {
  const chunk = new Uint8Array(65_536).fill(97)
  let taken = 0
  const body = new ReadableStream({
    pull(stream) {
      taken += chunk.length
      stream.enqueue(chunk)
      if (taken >= 120 * 1_048_576) stream.close()
    },
  })
  return { body, taken: () => taken }
}

describe('to the simulator', () => {
  test.each([
    '/checkoutshopper/checkoutPaymentRedirect',
    '/api/v72/payments',
    '/control/clock',
    '/nowhere',
  ])('nobody sends 120 MiB: %s', async (path) => {
    vi.stubEnv('BASE_URL', 'http://localhost:3000')
    vi.stubEnv('DATABASE_URL', 'postgres://nobody@127.0.0.1:1/nothing')
    const { POST } = await import('./[[...path]]/route')
    const { body, taken } = aFlood()
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' }
    const response = await POST(new Request(`${ORIGIN}${path}`, init))
    expect(response.status).toBe(413)
    expect(taken()).toBeLessThan(3_000_000)
  })

  test('two million bytes come through as they are, and one more does not', async () => {
    const send = (body: string) =>
      bounded(new Request(`${ORIGIN}/api/v72/payments?a=b`, { method: 'POST', headers, body }))
    const text = `카카오${'x'.repeat(1_999_991)}`
    const through = await send(text)
    expect(through).toMatchObject({ url: `${ORIGIN}/api/v72/payments?a=b`, method: 'POST' })
    expect(through?.headers.get('x-api-key')).toBe('simulator')
    expect((await through?.text()) === text).toBe(true)
    expect(await send(`${text}x`)).toBeNull()
  })

  test('what has no body is not touched', async () => {
    const request = new Request(`${ORIGIN}/control`)
    expect(await bounded(request)).toBe(request)
  })
})
