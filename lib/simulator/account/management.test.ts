import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hmacKey, startTestSimulator, type TestSimulator } from '@/lib/proof/shop/test-simulator'
import { needsSpecification } from '@/lib/proof/specification/needs-specification'
import { noSpecification, specification } from '@/lib/proof/specification/specification'
import { signatureOf } from '../webhooks/signature'
import { accountSwitches } from './account-switches'

/* Whoever looks into the merchant's account finds what Adyen's specification says there is, whatever is set up wrong. */

const published = specification()
if (published === null) console.warn(noSpecification)

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startTestSimulator()
})
afterAll(() => simulator.close())
afterEach(async () => {
  await simulator.control('/reset')
  simulator.received.length = 0
  simulator.shopAnswers = () => 202
})

const ACCOUNT = 'NorangSimulator'
const paths = [
  '/v3/me',
  `/v3/merchants/${ACCOUNT}`,
  `/v3/merchants/${ACCOUNT}/paymentMethodSettings`,
  `/v3/merchants/${ACCOUNT}/webhooks`,
  `/v3/companies/${ACCOUNT}Company/webhooks`,
]
const get = async (path: string, key = 'simulator') => {
  const response = await fetch(`${simulator.origin}/api${path}`, { headers: { 'x-api-key': key } })
  return { status: response.status, body: await response.json() }
}
const testOf = `/v3/merchants/${ACCOUNT}/webhooks/WBHK00000000000000000001/test`
const custom = {
  types: ['CUSTOM'],
  notification: {
    eventCode: 'AUTHORISATION',
    merchantReference: 'testMerchantRef1',
    success: true,
  },
}
const tell = async (body: object, path = testOf) => {
  const response = await simulator.api(path, body)
  return { status: response.status, body: await response.json() }
}

const everySetting = Object.entries(accountSwitches.shape).flatMap(([name, { options }]) =>
  options
    .filter((value) => value !== 'hangs' && value !== 'garbled')
    .map((value) => [name, value] as const),
)

describe('what the Management API answers conforms', () => {
  beforeEach(needsSpecification)

  test.each(everySetting)('with %s %s', async (name, value) => {
    await simulator.control('/switches', { [name]: value })
    for (const path of paths) {
      const { status, body } = await get(path)
      expect(published?.response(path, status, body, 'get')).toEqual([])
    }
    expect(published?.request(testOf, custom)).toEqual([])
    const { status, body } = await tell(custom)
    expect(published?.response(testOf, status, body)).toEqual([])
  })

  test('also to a wrong key, another account, another address and a test of nothing', async () => {
    const path = paths[1] ?? ''
    const refused = await get(path, 'wrong')
    expect(refused.status).toBe(401)
    expect(published?.response(path, 401, refused.body, 'get')).toEqual([])
    const other = await get(`/v3/merchants/${ACCOUNT}Company`)
    expect(other.status).toBe(403)
    const nothing = await get('/v3/nothing')
    expect(published?.response('/v3/nothing', nothing.status, nothing.body, 'get')).toEqual([])
    for (const body of [{}, { types: [] }, { types: ['CUSTOM'] }, { types: ['REFUND'] }]) {
      const { status, body: answer } = await tell(body)
      expect(status).toBe(422)
      expect(published?.response(testOf, status, answer)).toEqual([])
    }
  })

  test('and what it sends as a test', async () => {
    await tell({ types: ['AUTHORISATION', 'REPORT_AVAILABLE'] })
    await tell(custom)
    expect(simulator.received).toHaveLength(9)
    for (const { text } of simulator.received)
      expect(published?.webhook(JSON.parse(text))).toEqual([])
  })
})

test('the test of a webhook really comes, signed, and tells what was answered', async () => {
  const { body } = await tell(custom)
  expect(body.data).toEqual([
    expect.objectContaining({ status: 'success', responseCode: '202', output: '[accepted]' }),
  ])
  const [came] = simulator.received
  expect(came?.item.merchantReference).toBe('testMerchantRef1')
  const { pspReference, merchantAccountCode, additionalData } = came?.item ?? {}
  const signed = `${pspReference}::${merchantAccountCode}:testMerchantRef1:100:EUR:AUTHORISATION:true`
  expect(additionalData?.hmacSignature).toBe(signatureOf(signed, hmacKey))
  expect(came?.headers.get('authorization')).toMatch(/^Basic /)

  simulator.shopAnswers = () => 401
  const refused = await tell(custom)
  expect(refused.body.data).toEqual([
    expect.objectContaining({ status: 'failed', responseCode: '401' }),
  ])
})

test('without the role for Checkout nothing can be paid, and it says why', async () => {
  await simulator.control('/switches', { keyRoles: 'no_checkout' })
  const request = { merchantAccount: ACCOUNT, countryCode: 'KR' }
  const response = await simulator.api('/v72/paymentMethods', request)
  expect([response.status, (await response.json()).errorCode]).toEqual([403, '010'])
})

test('an account without another Korean method offers KakaoPay only', async () => {
  await simulator.control('/switches', { otherMethods: 'none' })
  const request = { merchantAccount: ACCOUNT, countryCode: 'KR' }
  const { paymentMethods } = await (await simulator.api('/v72/paymentMethods', request)).json()
  expect(paymentMethods.map(({ type }: { type: string }) => type)).toEqual(['kakaopay', 'scheme'])
})

test('a Management API that hangs or breaks off answers nothing that can be read', async () => {
  await simulator.control('/switches', { managementApi: 'garbled' })
  await expect(get('/v3/me')).rejects.toThrow()
  await simulator.control('/switches', { managementApi: 'hangs' })
  const late = fetch(`${simulator.origin}/api/v3/me`, {
    headers: { 'x-api-key': 'simulator' },
    signal: AbortSignal.timeout(300),
  })
  await expect(late).rejects.toThrow()
})
