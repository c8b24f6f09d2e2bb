import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mostOf } from '@/lib/proof/shop/limits'
import { openShop, type TestShop } from '@/lib/proof/shop/shop'
import { POST } from './route'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop({ RATE_LIMITS: 'on', TRUST_PROXY: 'x-real-ip' })
})
afterAll(() => shop.close())

const ask = (addressKeyword: string, more: { locale?: string; from?: string } = {}) =>
  POST(
    new Request('http://localhost/api/addresses', {
      method: 'POST',
      body: new URLSearchParams({ addressKeyword, locale: more.locale ?? 'ko' }),
      headers: { 'sec-fetch-site': 'same-origin', 'x-real-ip': more.from ?? '192.0.2.1' },
    }),
  )

test('who types reads what was found, in Korean with the lot and in English with the English address', async () => {
  const answer = await ask('울릉군청')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const place = { postcode: '40221', address: '경상북도 울릉군 울릉읍 도동2길 66' }
  expect(await answer.json()).toEqual({
    said: '1곳을 찾았습니다. 주소를 골라 주세요.',
    addresses: [{ ...place, also: '경상북도 울릉군 울릉읍 도동리 266 울릉군청' }],
  })
  const english = await (await ask('Dodong 2-gil', { locale: 'en' })).json()
  expect(english.said).toBe('1 address found. Choose it below.')
  expect(english.addresses).toEqual([
    {
      ...place,
      also: '66 Dodong 2-gil, Ulleung-eup, Ulleung-gun, Gyeongsangbuk-do',
    },
  ])
})

describe('what finds nothing is told what to type', () => {
  test.each([
    ['서', '두 글자'],
    ['가'.repeat(100), '80자'],
    ["'; drop table orders", 'drop'],
    ['아파트', '건물 번호까지'],
    ['서울', '너무 넓은 곳'],
    ['04524', '숫자만으로는'],
    ['여기에는 아무것도 없다', '찾은 곳이 없습니다'],
    ['', '도로명'],
  ])('%j', async (typed, sentence) => {
    const answer = await ask(typed)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({
      said: expect.stringContaining(sentence),
      addresses: [],
    })
  })
})

test('while the service is away the shopper is told to type, within a moment', async () => {
  await shop.control('faults', { on: 'addresses', kind: 'hang', reference: '세종대로 110' })
  const began = performance.now()
  const answer = await (await ask('세종대로 110')).json()
  expect(answer).toEqual({ said: expect.stringContaining('직접'), addresses: [] })
  expect(performance.now() - began).toBeLessThan(10_000)
})

test('who looks without end is asked to wait, and nobody else; what is not asked of anybody is not counted', async () => {
  const from = '192.0.2.7'
  for (let time = 0; time < 2 * mostOf('address', 'network'); time++) await ask('서', { from })
  for (let time = 0; time < mostOf('address', 'network'); time++)
    expect((await ask('아파트', { from })).status).toBe(200)
  expect((await ask('아파트', { from })).status).toBe(429)
  expect((await ask('아파트', { from: '192.0.2.8' })).status).toBe(200)
})

test('a shop without a key has no such door', async () => {
  const key = '44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056'
  const without = await openShop({
    ADYEN_ENVIRONMENT: 'test',
    ADYEN_API_KEY: 'simulator',
    ADYEN_MERCHANT_ACCOUNT: 'NorangSimulator',
    ADYEN_HMAC_KEYS: key,
  })
  expect((await ask('세종대로 110')).status).toBe(404)
  await without.close()
})
