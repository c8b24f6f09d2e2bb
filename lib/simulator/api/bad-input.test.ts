import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import {
  aPaidPayment,
  aPaymentRequest,
  startTestSimulator,
  type TestSimulator,
} from '@/lib/proof/shop/test-simulator'
import { noSpecification, specification } from '@/lib/proof/specification/specification'
import { controlActs } from '@/lib/simulator/control/control-acts'

const published = specification()
if (published === null) console.warn(noSpecification)

let simulator: TestSimulator
let psp: string
beforeAll(async () => {
  simulator = await startTestSimulator()
  psp = await aPaidPayment(simulator, 'order-1')
})
afterAll(() => simulator.close())

/** An answer that Adyen's files know; of a refusal also Adyen's own envelope, and a status that Adyen gives. */
async function expectEnvelope(path: string, response: Response) {
  const body = await response.json()
  expect(published?.response(path, response.status, body) ?? []).toEqual([])
  if (response.ok) return
  expect(body).toMatchObject({
    status: response.status,
    errorCode: expect.any(String),
    message: expect.any(String),
    errorType: expect.stringMatching(/^(validation|security|configuration|internal)$/),
  })
  const isServerError = response.status >= 500 && body.errorCode !== '905'
  expect(isServerError, JSON.stringify(body)).toBe(false)
}

const paths = () => [
  '/v72/paymentMethods',
  '/v72/payments',
  '/v71/payments/details',
  '/v72/cancels',
  `/v72/payments/${psp}/refunds`,
  `/v72/payments/${psp}/reversals`,
  '/pal/servlet/Recurring/v68/disable',
  '/pal/servlet/Recurring/v68/listRecurringDetails',
]
const merchantAccount = 'NorangSimulator'

/** Every text that JavaScript can hold, with NULs and halves of characters among the rest. */
const text = fc.string({
  unit: fc.oneof(
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    fc.constantFrom('\0', '\ud800', '\udc00', '카', '💛', 'a'),
  ),
  maxLength: 8,
})

test('nonsense in place of any field is answered in Adyen’s envelope', async () => {
  const good = {
    ...aPaymentRequest('order-2'),
    details: { redirectResult: 'x' },
    shopperReference: 'shopper',
    paymentReference: 'order-1',
    metadata: { a: 'b' },
  }
  const field = fc.constantFrom(...Object.keys(good))
  await fc.assert(
    fc.asyncProperty(
      fc.nat(paths().length - 1),
      field,
      fc.oneof(fc.jsonValue({ maxDepth: 2 }), text, fc.dictionary(text, text)),
      async (at, name, value) => {
        const path = paths()[at] ?? ''
        const body = { ...good, [name]: value }
        if (name !== 'merchantAccount') body.merchantAccount = merchantAccount
        await expectEnvelope(path, await simulator.api(path, body))
      },
    ),
    { numRuns: 150 },
  )
}, 60_000)

test.each([
  ['no JSON', '{'],
  ['an array', '[]'],
  ['a number', '7'],
  ['nothing', ''],
  ['null', 'null'],
  ['a NUL in a text', '{"merchantAccount":"a\\u0000b"}'],
  ['half of a character in a text', '{"merchantAccount":"a","metadata":{"a":"\\ud800"}}'],
  ['half of a character in a key', '{"merchantAccount":"a","metadata":{"\\udc00":"a"}}'],
  ['half of a character deep inside', `{"a":${'['.repeat(50_000)}"\\ud800"${']'.repeat(50_000)}}`],
])('%s is 400 702', async (_, text) => {
  for (const path of paths()) {
    const response = await simulator.api(path, text)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ errorCode: '702', errorType: 'validation' })
  }
})

test('nonsense in the query of GET and DELETE is answered in Adyen’s envelope', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('GET', 'DELETE'),
      fc.oneof(text.map(encoded), fc.constantFrom('%00', '%E0%A4%A', '%', 'x')),
      fc.oneof(text.map(encoded), fc.constantFrom('%00', 'a%00', '%E0%A4%A', 'shopper')),
      async (method, id, shopper) => {
        const path = `/v72/storedPaymentMethods${method === 'GET' ? '' : `/${id}`}`
        const query = `merchantAccount=${merchantAccount}&shopperReference=${shopper}`
        const response = await fetch(`${simulator.origin}/api${path}?${query}`, {
          method,
          headers: { 'x-api-key': 'simulator' },
        })
        expect([200, 204, 400, 404, 422]).toContain(response.status)
        const body = response.status === 204 ? null : await response.json()
        if (!response.ok) expect(body).toMatchObject({ errorCode: expect.any(String) })
      },
    ),
    { numRuns: 100 },
  )
})

const encoded = (given: string) => encodeURIComponent(given.toWellFormed())

test.each(['%00', '%E0%A4%A'])('a token to forget that reads %s is 400 702', async (id) => {
  const query = `merchantAccount=${merchantAccount}&shopperReference=shopper`
  const response = await fetch(`${simulator.origin}/api/v72/storedPaymentMethods/${id}?${query}`, {
    method: 'DELETE',
    headers: { 'x-api-key': 'simulator' },
  })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ errorCode: '702' })
})

test('an Idempotency-Key that is empty is none', async () => {
  const none = { 'idempotency-key': '' }
  const ask = () => simulator.api('/v72/payments', aPaymentRequest('order-3'), none)
  const [first, second] = [await (await ask()).json(), await (await ask()).json()]
  expect(first.resultCode).toBe('RedirectShopper')
  expect(second).not.toEqual(first)
})

test('nonsense at the control is 400 with a sentence', async () => {
  for (const path of ['/ledger', '/switches', '']) {
    const response = await fetch(`${simulator.origin}/control${path}?reference=a%00`)
    expect(response.status).toBe(400)
    expect((await response.json()).error).toMatch(/NUL/)
  }
  const act = fc.constantFrom(...Object.keys(controlActs).filter((path) => path !== '/clock'))
  const field = fc.constantFrom('reference', 'shopperReference', 'token', 'eventCode')
  const fields = {
    ...{ delayMs: 1_000, on: 'payments', kind: 'delay', script: 'refuse', press: 'Approve' },
    ...{ result: 'Refused', eventCode: 'AUTHORISATION', success: true, reference: 'order-4' },
  }
  await fc.assert(
    fc.asyncProperty(act, field, text, async (path, name, value) => {
      const { status, body } = await simulator.control(path, { ...fields, [name]: value })
      expect([200, 400, 404, 409], JSON.stringify(body)).toContain(status)
      if (status >= 400) expect(body.error).toEqual(expect.any(String))
    }),
    { numRuns: 150 },
  )
})

test.each<[string, object]>([
  ['/switches', { hold: true }],
  ['/faults', { on: 'payments', kind: 'delay' }],
  ['/scripts', { script: 'refuse' }],
  ['/replay', {}],
  ['/reset', {}],
])('%s for a reference that nothing can have is 400, and nothing is done', async (path, fields) => {
  for (const reference of ['a\0', 'a\ud800']) {
    const { status, body } = await simulator.control(path, { ...fields, reference })
    expect(status).toBe(400)
    expect(body.error).toMatch(/NUL/)
  }
})

test('what breaks inside is 500 701 in Adyen’s envelope, and is logged', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const failing = await startTestSimulator({
    now: () => Promise.reject(new Error('the clock is gone')),
  })
  const response = await failing.api('/v72/payments', aPaymentRequest('order-5'))
  expect(response.status).toBe(500)
  expect(await response.json()).toMatchObject({ errorCode: '701', errorType: 'internal' })
  expect(logged).toHaveBeenCalledOnce()
  logged.mockRestore()
  await failing.close()
})

test('more than a million characters are too many', async () => {
  const response = await simulator.api('/v72/payments', { padding: 'x'.repeat(1_000_000) })
  await expectEnvelope('/v72/payments', response)
  expect(response.status).toBe(413)
})

test.each([
  ['GET', '/v72/payments'],
  ['PUT', '/v72/payments'],
  ['POST', '/v70/payments'],
  ['POST', '/v72/payments/'],
  ['POST', '/v72/%E0%A4%A'],
  ['DELETE', '/v72/storedPaymentMethods'],
  ['POST', '/'],
])('%s %s is nothing that there is', async (method, path) => {
  const response = await fetch(`${simulator.origin}/api${path}`, {
    method,
    headers: { 'x-api-key': 'simulator' },
    ...(method === 'GET' ? {} : { body: '{}' }),
  })
  expect([403, 404]).toContain(response.status)
  expect(await response.json()).toMatchObject({ errorCode: expect.any(String) })
})

test('without any API key nothing is answered but 401', async () => {
  for (const path of paths()) {
    const response = await fetch(`${simulator.origin}/api${path}`, { method: 'POST', body: '{}' })
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ errorCode: '000', errorType: 'security' })
  }
})

test('for another merchant account: 403 901 with a pspReference', async () => {
  const body = { ...aPaymentRequest('r'), merchantAccount: 'Somebody' }
  const response = await simulator.api('/v72/payments', body)
  expect(response.status).toBe(403)
  expect(await response.json()).toMatchObject({
    errorCode: '901',
    errorType: 'security',
    pspReference: expect.stringMatching(/^[A-Z0-9]{16}$/),
  })
})

test.each([
  ['shopperEmail', 256],
  ['shopperIP', 50],
  ['telephoneNumber', 64],
  ['store', 64],
  ['origin', 80],
  ['deviceFingerprint', 5_000],
  ['merchantOrderReference', 1_000],
])('payload limits: %s of more than %i characters is 400 702', async (name, most) => {
  const ask = (length: number) =>
    simulator.api('/v72/payments', {
      ...aPaymentRequest(`${name}-${length}`),
      [name]: 'x'.repeat(length),
    })
  expect((await ask(most)).status).toBe(200)
  const refused = await ask(most + 1)
  expect(refused.status).toBe(400)
  expect(await refused.json()).toMatchObject({ errorCode: '702' })
})

test('a countryCode that is no country is 422 200', async () => {
  const response = await simulator.api('/v72/payments', {
    ...aPaymentRequest('c'),
    countryCode: 'KOR',
  })
  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({ errorCode: '200' })
})
