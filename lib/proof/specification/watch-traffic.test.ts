import { beforeEach, describe, expect, test } from 'vitest'
import { needsSpecification } from '@/lib/proof/specification/needs-specification'
import { noSpecification, specification } from './specification'
import { watchTraffic } from './watch-traffic'

if (specification() === null) console.warn(noSpecification)

const api = 'http://127.0.0.1/simulator/api'
const shopper = 'shopperReference=shopper-001&merchantAccount=M'
const methods = { merchantAccount: 'M', countryCode: 'KR' }
const error = { status: 422, errorCode: '803', message: 'm', errorType: 'validation' }

const post = (path: string, body: unknown) =>
  new Request(`${api}${path}`, { method: 'POST', body: JSON.stringify(body) })
const text =
  (body: string | null, status = 200) =>
  async () =>
    new Response(body, { status })
const json = (body: unknown, status = 200) => text(JSON.stringify(body), status)

/** What is said of one call and its answer. */
async function said(request: Request, answer: () => Promise<Response>) {
  const traffic = watchTraffic()
  await traffic.api(answer)(request)
  return traffic.complaints
}

describe('whoever watches the traffic', () => {
  beforeEach(needsSpecification)
  test('says nothing of good calls and of good answers', async () => {
    const list = new Request(`${api}/v72/storedPaymentMethods?${shopper}`)
    const forget = new Request(`${api}/v72/storedPaymentMethods/T?${shopper}`, { method: 'DELETE' })
    expect(await said(post('/v72/paymentMethods', methods), json({ paymentMethods: [] }))).toEqual(
      [],
    )
    expect(await said(list, json({ storedPaymentMethods: [] }))).toEqual([])
    expect(await said(forget, text(null, 204))).toEqual([])
    expect(await said(forget, json(error, 422))).toEqual([])
  })

  test.each([
    ['an unknown field', '/v72/paymentMethods', { ...methods, coutryCode: 'KR' }],
    ['a parameter of a POST', '/v72/paymentMethods?countryCode=KR', methods],
    ['an unknown path', '/v72/paymentMethod', methods],
  ])('complains about %s', async (_, path, body) => {
    expect(await said(post(path, body), json({}))).toContainEqual(
      expect.stringContaining('request POST'),
    )
  })

  test('complains about a request that is no JSON', async () => {
    const request = new Request(`${api}/v72/paymentMethods`, { method: 'POST', body: '{' })
    expect(await said(request, json(error, 400))).toEqual([
      'request POST /v72/paymentMethods: is no JSON',
    ])
  })

  test.each([
    ['GET', '/storedPaymentMethods', `${shopper}&page=2`, '?page must not be there'],
    ['DELETE', '/storedPaymentMethods/T', `${shopper}&id=T`, '?id must not be there'],
    ['DELETE', '/storedPaymentMethods/T', 'merchantAccount=M', '?shopperReference must be there'],
    [
      'DELETE',
      '/storedPaymentMethods/T',
      `${shopper}&merchantAccount=M`,
      '?merchantAccount must not be there twice',
    ],
    ['DELETE', '/storedPaymentMethods', shopper, 'says nothing about'],
    ['PUT', '/storedPaymentMethods/T', shopper, 'says nothing about'],
  ])('complains about a wrong %s of %s?%s', async (method, path, query, wrong) => {
    const complaints = await said(
      new Request(`${api}/v72${path}?${query}`, { method }),
      json({ ...error, status: 404 }, 404),
    )
    const ofRequest = complaints.filter((each) => each.startsWith(`request ${method}`))
    expect(ofRequest).toEqual([expect.stringContaining(wrong)])
  })

  test('complains about a body where none is listed', async () => {
    const address = `${api}/v72/storedPaymentMethods/T?${shopper}`
    const forget = (body: string) => new Request(address, { method: 'DELETE', body })
    expect(await said(forget('{}'), text(null, 204))).toHaveLength(1)
    expect(await said(forget(''), json({ response: 'done' }, 200))).toHaveLength(1)
  })

  test('complains about an answer to a GET that has another shape, or nothing in it', async () => {
    const list = new Request(`${api}/v72/storedPaymentMethods?${shopper}`)
    expect(await said(list, json({ storedPaymentMethods: 'none' }))).toHaveLength(1)
    expect(await said(list, text(null))).toHaveLength(1)
  })

  test('complains about answers that nobody ordered to be broken', async () => {
    const request = () => post('/v72/paymentMethods', methods)
    expect(await said(request(), text('<h1>Internal Server Error</h1>', 500))).toEqual([
      'answer of POST /v72/paymentMethods: 500 is no JSON',
    ])
    expect(await said(request(), text('{"paymentMeth'))).toHaveLength(1)
    const breaksOff = async () =>
      new Response(new ReadableStream({ pull: (controller) => controller.error(new Error('x')) }))
    expect(await said(request(), breaksOff)).toHaveLength(1)
  })

  test('complains about a simulator that throws, and lets it', async () => {
    const traffic = watchTraffic()
    const throws = async () => Promise.reject(new Error('no database'))
    const asked = traffic.api(throws)(post('/v72/paymentMethods', methods))
    await expect(asked).rejects.toThrow('no database')
    expect(traffic.complaints).toHaveLength(1)
  })

  test('passes over as many broken answers as were ordered', async () => {
    const traffic = watchTraffic()
    const order = { on: 'paymentMethods', kind: 'truncated_body', times: 2 }
    const control = new Request('http://127.0.0.1/simulator/control/faults', {
      method: 'POST',
      body: JSON.stringify(order),
    })
    await traffic.api(json({ fault: order }))(control)
    const counts: number[] = []
    for (let times = 0; times < 3; times++) {
      await traffic.api(text('{"paymentMeth'))(post('/v72/paymentMethods', methods))
      counts.push(traffic.complaints.length)
    }
    expect(counts).toEqual([0, 0, 1])
  })

  test('passes over a notification that is wrong as it was meant to be, and nothing else', async () => {
    const traffic = watchTraffic()
    const news = (fields: object) => {
      const item = {
        eventCode: 'CANCELLATION',
        success: 'true',
        eventDate: '2026-01-01T01:00:00+01:00',
        pspReference: 'NC6HT9CRT65ZGN82',
        originalReference: 'NC6HT9CRT65ZGN82',
        merchantReference: 'r',
        merchantAccountCode: 'M',
        ...fields,
      }
      const body = { live: 'false', notificationItems: [{ NotificationRequestItem: item }] }
      return new Request('http://127.0.0.1/', { method: 'POST', body: JSON.stringify(body) })
    }
    const tell = traffic.webhook(text('[accepted]'))
    await tell(news({}))
    await tell(news({ amount: { currency: 'KRW', value: 'all' } }))
    await tell(new Request('http://127.0.0.1/', { method: 'POST', body: 'hello' }))
    await traffic.api(json({}))(post('/v72/payments', {}))
    const before = traffic.complaints.length
    traffic.passOver('missing_amount')
    expect(traffic.complaints).toHaveLength(before - 1)
    expect(traffic.complaints).toContain('notification: is no JSON')
    expect(traffic.complaints).toContainEqual(expect.stringContaining('/amount/value'))
    expect(traffic.complaints).toContainEqual(expect.stringContaining('request POST'))
  })
})
