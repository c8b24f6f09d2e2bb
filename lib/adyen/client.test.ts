import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ShopperId, TokenId } from '@/lib/core/ids'
import { krw } from '@/lib/core/money'
import { type Served, serve } from '@/lib/proof/shop/serve'
import { createAdyen } from './client'
import { AdyenError } from './errors'

type Asked = { path: string; headers: Headers; body: Record<string, unknown> }

let asked: Asked[]
let answers: (() => Response | Promise<Response>)[]
let served: Served
beforeEach(async () => {
  asked = []
  answers = []
  served = await serve(async (request) => {
    const body = await request.json()
    asked.push({ path: new URL(request.url).pathname, headers: request.headers, body })
    return answers.shift()?.() ?? new Response('no answer was prepared', { status: 500 })
  })
})
afterEach(() => served.close())

const settings = (more = {}) => ({
  environment: 'test' as const,
  apiKey: 'key',
  merchantAccount: 'DemoMerchantKR',
  liveUrlPrefix: null,
  apiOrigin: `${served.origin}/prefix`,
  ...more,
})
const question = {
  method: 'kakaopay',
  amount: krw(15000),
  reference: '20261123-4F7K-1-abcdef',
  orderNumber: '20261123-4F7K',
  returnUrl: 'http://localhost:3000/api/return/token',
  locale: 'ko',
  idempotencyKey: 'b5a4bd5c-26b7-4b2c-9ed5-3f9e0d9e5a11',
  keep: null,
}
const redirect = () =>
  Response.json({
    resultCode: 'RedirectShopper',
    action: {
      type: 'redirect',
      method: 'GET',
      paymentMethodType: 'kakaopay',
      url: 'https://wallet.example/pay?a=1',
    },
  })
const trouble =
  (status: number, body: object, headers = {}) =>
  () =>
    Response.json(body, { status, headers })

describe('what we ask', () => {
  test('/payments carries what KakaoPay needs, and nothing about the person', async () => {
    answers = [redirect]
    await createAdyen(settings()).pay(question)
    expect(asked[0]?.path).toBe('/prefix/v72/payments')
    expect(asked[0]?.body).toEqual({
      merchantAccount: 'DemoMerchantKR',
      amount: { currency: 'KRW', value: 15000 },
      reference: '20261123-4F7K-1-abcdef',
      merchantOrderReference: '20261123-4F7K',
      paymentMethod: { type: 'kakaopay' },
      returnUrl: 'http://localhost:3000/api/return/token',
      channel: 'Web',
      countryCode: 'KR',
      shopperLocale: 'ko-KR',
    })
    expect(asked[0]?.headers.get('idempotency-key')).toBe(question.idempotencyKey)
    expect(asked[0]?.headers.get('x-api-key')).toBe('key')
  })

  test('/payments that saves the wallet names the shopper and what it may be charged for', async () => {
    answers = [redirect]
    const keep = { shopper: 'shopper-001' as ShopperId, agreement: 'subscription' as const }
    await createAdyen(settings()).pay({ ...question, keep })
    expect(asked[0]?.body).toMatchObject({
      storePaymentMethod: true,
      shopperReference: 'shopper-001',
      shopperInteraction: 'Ecommerce',
      recurringProcessingModel: 'Subscription',
      paymentMethod: { type: 'kakaopay' },
    })
  })

  test.each([
    ['subscription', 'Subscription'],
    ['unscheduled', 'UnscheduledCardOnFile'],
  ] as const)(
    'a charge of a saved wallet (%s) says that nobody is there',
    async (agreement, model) => {
      answers = [
        () => Response.json({ resultCode: 'Authorised', pspReference: 'NC6HT9CRT65ZGN82' }),
      ]
      const keep = { shopper: 'shopper-001' as ShopperId, agreement }
      const token = 'M5N7TQ4TG5PFWR50' as TokenId
      const answer = await createAdyen(settings()).charge({ ...question, keep, token })
      expect(answer).toMatchObject({
        kind: 'result',
        resultCode: 'Authorised',
        refusalCode: null,
        refusalFinal: false,
      })
      expect(asked[0]?.body).toEqual({
        merchantAccount: 'DemoMerchantKR',
        amount: { currency: 'KRW', value: 15000 },
        reference: '20261123-4F7K-1-abcdef',
        merchantOrderReference: '20261123-4F7K',
        paymentMethod: { type: 'kakaopay', storedPaymentMethodId: 'M5N7TQ4TG5PFWR50' },
        returnUrl: 'http://localhost:3000/api/return/token',
        channel: 'Web',
        countryCode: 'KR',
        shopperLocale: 'ko-KR',
        shopperReference: 'shopper-001',
        shopperInteraction: 'ContAuth',
        recurringProcessingModel: model,
      })
      expect(asked[0]?.headers.get('idempotency-key')).toBe(question.idempotencyKey)
    },
  )

  test.each([
    ['26', true],
    ['50', true],
    ['12', false],
  ])('a refusal with code %s is final: %s', async (refusalReasonCode, refusalFinal) => {
    answers = [
      () => Response.json({ resultCode: 'Refused', refusalReason: 'x', refusalReasonCode }),
    ]
    expect(await createAdyen(settings()).pay(question)).toMatchObject({ refusalFinal })
  })

  test('/paymentMethods names country, currency, value, channel and language', async () => {
    answers = [() => Response.json({ paymentMethods: [] })]
    await createAdyen(settings()).paymentMethods(krw(15000), 'en')
    expect(asked[0]?.body).toEqual({
      merchantAccount: 'DemoMerchantKR',
      countryCode: 'KR',
      amount: { currency: 'KRW', value: 15000 },
      channel: 'Web',
      shopperLocale: 'en-US',
    })
  })

  test('live calls go to the merchant’s own address', () => {
    const live = settings({
      environment: 'live',
      liveUrlPrefix: '1797a841fbb37ca7-Norang',
      apiOrigin: null,
    })
    expect(() => createAdyen(live)).not.toThrow()
  })
})

describe('what Adyen answers', () => {
  test('a redirect is where the shopper goes', async () => {
    answers = [redirect]
    expect(await createAdyen(settings()).pay(question)).toEqual({
      kind: 'redirect',
      method: 'GET',
      url: 'https://wallet.example/pay?a=1',
      data: {},
    })
  })

  test('a redirect by POST brings the fields to post', async () => {
    const action = {
      type: 'redirect',
      method: 'POST',
      url: 'https://wallet.example/',
      data: { a: '1' },
    }
    answers = [() => Response.json({ resultCode: 'RedirectShopper', action })]
    expect(await createAdyen(settings()).pay(question)).toMatchObject({
      method: 'POST',
      data: { a: '1' },
    })
  })

  test('an address that is no web address is not followed', async () => {
    const action = { type: 'redirect', method: 'GET', url: 'javascript:alert(1)' }
    answers = [() => Response.json({ resultCode: 'RedirectShopper', action })]
    expect(await createAdyen(settings()).pay(question)).toMatchObject({ kind: 'result' })
  })

  test('methods that we cannot serve are not shown', async () => {
    const paymentMethods = [
      { type: 'scheme', name: 'Cards' },
      { type: 'kakaopay', name: 'KakaoPay' },
      { type: 'toString' },
    ]
    answers = [() => Response.json({ paymentMethods })]
    const served = await createAdyen(settings()).paymentMethods(krw(15000), 'ko')
    expect(served?.map(({ type }) => type)).toEqual(['kakaopay'])
  })
})

describe('when Adyen does not answer', () => {
  test('a payment is asked for once more, with the same key and the same body', async () => {
    answers = [trouble(500, { errorCode: '703', errorType: 'internal' }), redirect]
    expect(await createAdyen(settings()).pay(question)).toMatchObject({ kind: 'redirect' })
    expect(asked).toHaveLength(2)
    expect(asked[1]?.body).toEqual(asked[0]?.body)
    expect(asked[1]?.headers.get('idempotency-key')).toBe(asked[0]?.headers.get('idempotency-key'))
  })

  test('a call that takes too long ends, and nobody knows whether it was done', async () => {
    const never = () => new Promise<Response>(() => undefined)
    answers = [never, never]
    const error = await createAdyen(settings(), 500)
      .pay(question)
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ trouble: 'retry', status: null })
    expect(asked).toHaveLength(2)
  })

  test('an answer that was cut off is not a "no"', async () => {
    const cut = () => new Response('{"resultCode":"Autho', { status: 200 })
    answers = [cut, cut]
    await expect(createAdyen(settings()).pay(question)).rejects.toMatchObject({ trouble: 'retry' })
  })

  test('a refusal is not asked again', async () => {
    answers = [trouble(422, { errorCode: '14_030', errorType: 'validation', status: 422 })]
    await expect(createAdyen(settings()).pay(question)).rejects.toBeInstanceOf(AdyenError)
    expect(asked).toHaveLength(1)
  })

  test('the error holds nothing of what was sent or answered', async () => {
    const message = 'secret redirectResult of a person'
    answers = [trouble(422, { errorCode: '14_018', message, errorType: 'validation' })]
    const error = await createAdyen(settings()).details('X6XtfGC3!Y', 'key').catch(String)
    expect(error).not.toContain('secret')
    expect(error).not.toContain('X6Xt')
  })
})

test('the redirectResult arrives as it was given, once decoded', async () => {
  answers = [() => Response.json({ resultCode: 'Authorised', pspReference: 'V4HZ4RBFJGXXGN82' })]
  const answer = await createAdyen(settings()).details('X6XtfGC3!Y+a/b==%2B', 'a-key')
  expect(asked[0]?.body).toEqual({ details: { redirectResult: 'X6XtfGC3!Y+a/b==%2B' } })
  expect(answer).toMatchObject({ resultCode: 'Authorised', reference: null, amount: null })
})

test('the library is found in plain Node too, in which commands such as the parcel’s run', async () => {
  const code = `import { createAdyen } from './lib/adyen/client.ts'
    createAdyen({ environment: 'test', apiKey: 'key', merchantAccount: 'm', liveUrlPrefix: null, apiOrigin: null })
    console.log('made')`
  const plain = ['--import', 'tsx', '--input-type=module', '--eval', code]
  expect((await promisify(execFile)(process.execPath, plain)).stdout).toBe('made\n')
})
