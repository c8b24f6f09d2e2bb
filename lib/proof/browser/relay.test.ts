import { afterEach, expect, test } from 'vitest'
import { needsSpecification } from '@/lib/proof/specification/needs-specification'
import { type Served, serve } from '../shop/serve'
import { noSpecification, specification } from '../specification/specification'
import { watchTraffic } from '../specification/watch-traffic'
import { relayTo } from './relay'

if (specification() === null) console.warn(noSpecification)

const open: Served[] = []
afterEach(async () => {
  for (const served of open.splice(0)) await served.close()
})

/** A shop that answers so, and who listens before it. */
async function watched(answer: (request: Request) => Promise<Response>) {
  const shop = await serve(answer)
  const traffic = watchTraffic()
  const relay = await relayTo(shop.origin, traffic)
  open.push(relay, shop)
  const ask = (path: string, body: unknown, signal?: AbortSignal) =>
    fetch(`${relay.origin}/simulator${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'x-api-key': 'key' },
      ...(signal ? { signal } : {}),
    })
  return { ask, traffic }
}
const methods = { merchantAccount: 'M', countryCode: 'KR' }
const breaksOff = async () =>
  new Response(new ReadableStream({ start: (stream) => stream.error(new Error('cut')) }))

test('what is asked and answered passes as it is', async () => {
  const heard: unknown[] = []
  const { ask, traffic } = await watched(async (request) => {
    heard.push(new URL(request.url).pathname, request.headers.get('x-api-key'))
    heard.push(await request.json())
    return Response.json({ paymentMethods: [] }, { status: 200, headers: { pspReference: 'P' } })
  })
  const answer = await ask('/api/v72/paymentMethods', methods)
  expect([answer.status, answer.headers.get('pspReference')]).toEqual([200, 'P'])
  expect(await answer.json()).toEqual({ paymentMethods: [] })
  expect(heard).toEqual(['/simulator/api/v72/paymentMethods', 'key', methods])
  expect(traffic.seen).toMatchObject({ requests: 1, answers: 1 })
  expect(traffic.complaints).toEqual([])
})

test('what does not fit is told', async (context) => {
  needsSpecification(context)
  const { ask, traffic } = await watched(async () => Response.json({ paymentMethods: 'none' }))
  await ask('/api/v72/paymentMethods', { ...methods, coutryCode: 'KR' })
  expect(traffic.complaints).toEqual([
    expect.stringContaining('request POST /v72/paymentMethods'),
    expect.stringContaining('answer of POST /v72/paymentMethods'),
  ])
})

test('an answer that breaks off breaks off here too, and is told unless it was ordered', async () => {
  const { ask, traffic } = await watched(async (request) =>
    request.url.includes('/control') ? Response.json({}) : breaksOff(),
  )
  const broken = async () => (await ask('/api/v72/paymentMethods', methods)).text()
  await expect(broken()).rejects.toThrow()
  expect(traffic.complaints).toEqual(['answer of POST /v72/paymentMethods: 200 is no JSON'])
  traffic.complaints.splice(0)
  await ask('/control/faults', { on: 'paymentMethods', kind: 'reset_after_commit' })
  await expect(broken()).rejects.toThrow()
  expect(traffic.complaints).toEqual([])
})

test('a shop that is not there is an answer that breaks off', async () => {
  const { ask } = await watched(async () => Response.json({}))
  await open.at(-1)?.close()
  await expect(
    ask('/api/v72/paymentMethods', methods).then((answer) => answer.text()),
  ).rejects.toThrow()
  open.pop()
})

test('whoever hangs up before the answer is told nothing of', async () => {
  const gone = new AbortController()
  const { ask, traffic } = await watched(async () => {
    gone.abort()
    await new Promise((resolve) => setTimeout(resolve, 300))
    return Response.json({})
  })
  await expect(ask('/api/v72/paymentMethods', methods, gone.signal)).rejects.toThrow()
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(traffic.complaints).toEqual([])
})
