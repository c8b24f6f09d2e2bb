import { expect, test } from 'vitest'
import {
  fingerprintOf,
  keyCheckValue,
  sameSecret,
  signatureOf,
  signedFields,
  signedText,
  verify,
} from './signature'

const key = '44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056'
const otherKey = '9064450A8892A093D9E97EFCC9639DE31B74F3A7803135555A3C96F5A57915D6'

/** A notification out of what Adyen signs: eight fields, some empty. */
function itemOf(fields: string[], hmacSignature?: string): Record<string, unknown> {
  const [pspReference, originalReference, merchantAccountCode, merchantReference, value, currency] =
    fields
  return {
    pspReference,
    merchantAccountCode,
    merchantReference,
    eventCode: fields[6],
    success: fields[7],
    ...(originalReference ? { originalReference } : {}),
    ...(currency ? { amount: { currency, value: Number(value) } } : {}),
    ...(hmacSignature ? { additionalData: { hmacSignature } } : {}),
  }
}

const wrap = (item: unknown) => ({ NotificationRequestItem: item })
const isSigned = (item: unknown, keys: string[]) => verify([wrap(item)], keys) !== null

const psp = 'NC6HT9CRT65ZGN82'
const vectors: [name: string, fields: string[], signature: string][] = [
  [
    'an authorisation',
    [psp, '', 'DemoMerchantKR', 'order-20260101-0001', '15000', 'KRW', 'AUTHORISATION', 'true'],
    'V1HJgXIDcvmsxJIJselTbB3YLAiJmvE4HOxGJbXlBRY=',
  ],
  [
    'an offer that closed',
    [psp, '', 'DemoMerchantKR', 'order-20260101-0001', '15000', 'KRW', 'OFFER_CLOSED', 'true'],
    '7Q9CYrWh/ghceLMjwkgyzpxgVZF4zY5jhlX24mcKt6A=',
  ],
  [
    'a reference with a colon and a backslash, which are not escaped',
    [psp, '', 'DemoMerchantKR', 'order:20260101\\0001', '15000', 'KRW', 'AUTHORISATION', 'false'],
    'Tbf3bBuhzfyiDdIf3KSci9D8GB1U7A01iNXCcKOU/K8=',
  ],
  [
    'a Korean reference',
    [psp, '', 'DemoMerchantKR', '주문-0001', '15000', 'KRW', 'AUTHORISATION', 'true'],
    'pL/OqbVsJTg1IsIDbZ6FSsL8m5KM0gtCcCCqRbBwEL4=',
  ],
  [
    'a refund',
    ['V4HZ4RBFJGXXGN82', psp, 'DemoMerchantKR', 'refund-0001', '5000', 'KRW', 'REFUND', 'true'],
    'bU4t52wSdBe0r3bmDaQqgPimYxQAyoTnvUkGtRzT3Nw=',
  ],
  [
    'a cancellation without an amount',
    ['V4HZ4RBFJGXXGN82', psp, 'DemoMerchantKR', 'cancel-0001', '', '', 'CANCELLATION', 'true'],
    '6RBVXqQ7HlT0FAfGlfCVhZjyLGRf951x3jLrb9hmUY0=',
  ],
  [
    'a token over an amount of zero, which is not an absent amount',
    [
      'M5N7TQ4TG5PFWR50',
      psp,
      'DemoMerchantKR',
      'order-20260101-0001',
      '0',
      'KRW',
      'RECURRING_CONTRACT',
      'true',
    ],
    'P6+XdCkub/nvJsYH+QJ1dSoUsChJ8FC++botLDDsXx8=',
  ],
]

test.each(vectors)('%s is signed as Adyen signs it', (_name, fields, signature) => {
  const item = itemOf(fields, signature)
  expect(signedText(signedFields.parse(item))).toBe(fields.join(':'))
  expect(isSigned(item, [key])).toBe(true)
})

test.each(vectors)('%s with one changed field is not signed', (_name, fields, signature) => {
  for (const changed of fields.keys()) {
    const forged = fields.with(changed, changed === 4 ? '1' : `${fields[changed]}x`)
    // An amount is there with its currency or not at all, so an absent one cannot be changed alone.
    if (changed === 4 && !fields[5]) continue
    expect(isSigned(itemOf(forged, signature), [key])).toBe(false)
  }
})

test('signatures of the official libraries are understood', () => {
  const fields = 'pspReference:originalReference:merchantAccount:reference:1000:EUR:EVENT:true'
  const ofNode = 'DFB1EB5485895CFA84146406857104ABB4CBCABDC8AAF103A624C8F6A3EAAB00'
  expect(
    isSigned(itemOf(fields.split(':'), 'ipnxGCaUZ4l8TUW75a71/ghd2Fe5ffvX0pV4TLTntIc='), [ofNode]),
  ).toBe(true)
  expect(signatureOf('TestPayload', otherKey)).toBe('YA9/UDjldIO4Gq68X4ATYYoEaPYH4f4k2uzBBzEF1PA=')
})

test('both keys are good while one is being replaced', () => {
  const [, fields, signature] = vectors[0] ?? ['', [], '']
  const item = itemOf(fields, signature)
  expect(isSigned(item, [otherKey, key])).toBe(true)
  expect(isSigned(item, [otherKey])).toBe(false)
  expect(isSigned(item, [])).toBe(false)
})

test('a delivery that is signed is its items, each with what was signed of it', () => {
  const items = vectors.map(([, fields, signature]) => itemOf(fields, signature))
  expect(verify(items.map(wrap), [key])).toEqual(
    items.map((item) => ({ item, fields: expect.objectContaining(signedFields.parse(item)) })),
  )
  expect(verify([], [key])).toEqual([])
})

test('a key is known by six digits that do not tell it', () => {
  expect(keyCheckValue(key)).toBe('387B2B')
})

test('a notification without a signature is not signed', () => {
  expect(isSigned(itemOf(vectors[0]?.[1] ?? []), [key])).toBe(false)
})

test('text that is not signed does not make another notification', () => {
  const [, fields, signature] = vectors[0] ?? ['', [], '']
  const item = itemOf(fields, signature)
  const fingerprint = (more: object) => fingerprintOf(signedFields.parse({ ...item, ...more }))
  expect(fingerprint({ reason: 'null', eventDate: 'later' })).toBe(fingerprint({}))
  expect(fingerprint({ success: 'false' })).not.toBe(fingerprint({}))
})

test('secrets of different lengths are different', () => {
  expect(sameSecret('', 'a')).toBe(false)
  expect(sameSecret('a', 'a')).toBe(true)
})

test('at the first item that is not signed nobody looks any further', () => {
  const [, fields, signature] = vectors[0] ?? ['', [], '']
  const looked: string[] = []
  const item = (name: string, inside: unknown) => ({
    get NotificationRequestItem() {
      looked.push(name)
      return inside
    },
  })
  const delivery = [
    item('signed', itemOf(fields, signature)),
    item('forged', itemOf(fields, 'forged')),
    item('never reached', itemOf(fields, signature)),
  ]
  expect(verify(delivery, [key])).toBeNull()
  expect(looked).not.toContain('never reached')
})

test('what has no fields that anybody could sign is not signed', () => {
  const [, fields, signature] = vectors[0] ?? ['', [], '']
  const item = itemOf(fields, signature)
  const odd = { toString: 'x', valueOf: 1, toJSON: {} }
  expect(isSigned(item, [key])).toBe(true)
  for (const name of Object.keys(item))
    for (const value of [odd, [odd], { additionalData: odd }])
      expect(isSigned({ ...item, [name]: value }, [key])).toBe(false)
})
