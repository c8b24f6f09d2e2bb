import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { cookieFor } from '@/lib/proof/shop/shopper'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

type Door = (request: Request, context: { params: Promise<object> }) => Promise<Response>

const KIB = 1024
const doors = globSync('app/api/**/route.ts')
  .filter((file) => readFileSync(file, 'utf8').match(/^export .*\bPOST\b/m))
  .sort()
const params = { order: 'x'.repeat(22), attempt: 'x'.repeat(22), subscription: 'x', act: 'x' }

async function posted(file: string, body: ReadableStream, headers = {}): Promise<number> {
  const { POST }: { POST: Door } = await import(join(process.cwd(), file))
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const request = new Request('http://localhost/', {
    method: 'POST',
    body,
    duplex: 'half',
    headers: { ...form, 'sec-fetch-site': 'same-origin', ...headers },
  } as RequestInit)
  return (await POST(request, { params: Promise.resolve(params) })).status
}

test('there are doors', () => {
  expect(doors.length).toBeGreaterThan(15)
})

describe.each(doors)('%s', (file) => {
  test('reads no further than a form or a notification can reach, whatever its length is said to be', async () => {
    let given = 0
    const part = new Uint8Array(16 * KIB).fill(97)
    const endless = () =>
      new ReadableStream({
        pull(stream) {
          given += part.length
          // Somewhere it has to end, or a door that reads on would never be found out.
          if (given > 4096 * KIB) stream.close()
          else stream.enqueue(part)
        },
      })
    for (const headers of [{}, { 'content-length': '3' }]) {
      given = 0
      expect(await posted(file, endless(), headers)).toBeLessThan(500)
      expect(given).toBeLessThan(512 * KIB)
    }
  })

  test('survives a body that breaks off', async () => {
    const broken = new ReadableStream({
      start(stream) {
        stream.enqueue(new TextEncoder().encode('locale=en&na'))
        stream.error(new Error('aborted'))
      },
    })
    expect(await posted(file, broken)).toBeLessThan(500)
  })
})

test('a form that a person can fill in is never too large', async () => {
  const fields = new URLSearchParams({ deliveryNote: '노'.repeat(5_000), locale: 'en' })
  const stream = new Response(fields.toString()).body
  if (stream === null) throw new Error('no body')
  const cookie = await cookieFor(shop.deps.newId())
  expect(await posted('app/api/checkout/route.ts', stream, { cookie })).toBe(303)
  const { rows } = await shop.deps.pool.query('select draft from carts')
  expect(JSON.stringify(rows)).toContain('노노노')
})
