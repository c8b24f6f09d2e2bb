import { describe, expect, test } from 'vitest'
import { isSignedBody, tokenEventOf, tokenNewsOf } from './token-notification'

// Adyen's own example of a signed body.
const key = '44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056'
const body =
  '{"createdAt":"2026-01-01T00:00:00+09:00","eventId":"QBQQ9DLNRHHKGK38","environment":"test","data":{"merchantAccount":"DemoMerchantKR","storedPaymentMethodId":"M5N7TQ4TG5PFWR50","type":"kakaopay","operation":"created","shopperReference":"shopper-001"},"type":"recurring.token.created"}'
const signature = 'Il5mCfalxkSFI1fgzSAYznPgpaW1gRIKwmqXf+HDujE='
const other = 'DFB1EB5485895CFA84146406857104ABB4CBCABDC8AAF103A624C8F6A3EAAB00'

describe('a token notification', () => {
  test('is signed in a header over the body as it came', () => {
    expect(isSignedBody(body, signature, [key])).toBe(true)
    expect(isSignedBody(body, signature, [other, key])).toBe(true)
    expect(isSignedBody(`${body} `, signature, [key])).toBe(false)
    expect(isSignedBody(body, signature, [other])).toBe(false)
    expect(isSignedBody(body, null, [key])).toBe(false)
    expect(isSignedBody(body, signature, [])).toBe(false)
  })
  test('has no text that a database cannot hold', () => {
    const odd = body.replace('shopper-001', 'a\\u0000b')
    expect(tokenNewsOf(odd)?.shopper).toBe('a\uFFFDb')
  })
  test('is read however deep it nests what nobody knows', () => {
    const more = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    expect(tokenNewsOf(body.replace('{', `{"more":${more},`))?.shopper).toBe('shopper-001')
  })
  test('says whose token it is', () => {
    expect(tokenNewsOf(body)).toEqual({
      kind: 'known',
      token: 'M5N7TQ4TG5PFWR50',
      shopper: 'shopper-001',
      method: 'kakaopay',
      merchantAccount: 'DemoMerchantKR',
      live: false,
    })
  })
  test('need not say what kind of wallet it is', () => {
    const { data, ...rest } = JSON.parse(body)
    const { type: _, ...less } = data
    expect(tokenNewsOf(JSON.stringify({ ...rest, data: less }))).toMatchObject({ method: '' })
  })
  test.each([
    ['recurring.token.created', 'known'],
    ['recurring.token.updated', 'known'],
    ['recurring.token.alreadyExisting', 'known'],
    ['recurring.token.disabled', 'gone'],
    ['recurring.token.somethingNew', 'no_consequence'],
  ])('%s is %s', (type, kind) => {
    const told = JSON.stringify({ ...JSON.parse(body), type, environment: 'live' })
    expect(tokenNewsOf(told)).toMatchObject({ kind, live: true })
    expect(tokenEventOf(JSON.parse(told))).toBe(type)
  })
  test.each([null, [], 'text', {}, { type: '' }, { type: 1 }, { notificationItems: [] }])(
    'that is not one is nothing: %j',
    (given) => expect(tokenEventOf(given)).toBeNull(),
  )
  test('of a shape that nobody knows yet is kept, and says nothing', () => {
    const data = { something: 1 }
    const shapeless = { type: 'recurring.token.migrated', environment: 'test', data }
    expect(tokenEventOf(shapeless)).toBe('recurring.token.migrated')
    expect(tokenNewsOf(JSON.stringify(shapeless))).toBeNull()
    // Whatever comes by this door is read as what this door is for.
    expect(tokenEventOf({ ...shapeless, type: 'AUTHORISATION' })).toBe('recurring.token.other')
  })
})
