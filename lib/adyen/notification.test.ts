import { describe, expect, test } from 'vitest'
import { meaningOf } from './meaning'
import { type NotificationItem, parseBatch, parseItem, storable, unwrapped } from './notification'

function news(fields: Partial<Record<keyof NotificationItem, unknown>>): NotificationItem {
  const item = parseItem(
    JSON.stringify({
      eventCode: 'AUTHORISATION',
      success: 'true',
      merchantAccountCode: 'DemoMerchantKR',
      merchantReference: '20261123-4F7K-1-abcdef',
      pspReference: 'NC6HT9CRT65ZGN82',
      amount: { currency: 'KRW', value: 15000 },
      ...fields,
    }),
  )
  if (item === null) throw new Error('not a notification')
  return item
}

describe('Adyen’s table of webhooks for KakaoPay', () => {
  test('AUTHORISATION true: the money is ours', () => {
    expect(meaningOf(news({}))).toEqual({
      kind: 'authorised',
      reference: '20261123-4F7K-1-abcdef',
      payment: 'NC6HT9CRT65ZGN82',
      amount: { currency: 'KRW', minor: 15000 },
    })
  })
  test('AUTHORISATION false: the payment failed', () => {
    expect(meaningOf(news({ success: 'false' })).kind).toBe('failed')
  })
  test('OFFER_CLOSED: the shopper did not complete the payment', () => {
    expect(meaningOf(news({ eventCode: 'OFFER_CLOSED' })).kind).toBe('offer_closed')
  })
})

test.each(['True', 'TRUE', '1', 'yes', '', ' true', 'null'])('"%s" is not a success', (success) => {
  expect(meaningOf(news({ success })).kind).toBe('failed')
})

test('a success that is not a string is not shaped like a notification', () => {
  expect(parseItem(JSON.stringify({ ...news({}), success: true }))).toBeNull()
})

describe('RECURRING_CONTRACT', () => {
  const contract = (fields = {}) =>
    meaningOf(
      news({
        eventCode: 'RECURRING_CONTRACT',
        pspReference: 'M5N7TQ4TG5PFWR50',
        originalReference: 'NC6HT9CRT65ZGN82',
        ...fields,
      }),
    )

  test('its own reference is the token, and its original one the payment', () => {
    expect(contract()).toEqual({
      kind: 'token',
      token: 'M5N7TQ4TG5PFWR50',
      reference: '20261123-4F7K-1-abcdef',
      payment: 'NC6HT9CRT65ZGN82',
      shopper: null,
    })
    expect(contract({ originalReference: undefined })).toMatchObject({ payment: '' })
  })

  test.each([
    [{ shopperReference: 'one' }, 'one'],
    [{ 'recurring.shopperReference': 'two', shopperReference: 'one' }, 'two'],
    [{ shopperReference: 3 }, null],
    [{}, null],
  ])('%j says that it is the token of %j', (additionalData, shopper) => {
    expect(contract({ additionalData })).toMatchObject({ shopper })
  })

  test('that did not succeed has no consequence', () => {
    expect(contract({ success: 'false' })).toEqual({ kind: 'no_consequence', about: 'other' })
  })
})

test('a missing amount stays missing and is not zero', () => {
  expect(meaningOf(news({ amount: undefined }))).toMatchObject({ amount: null })
})

test.each([
  ['REFUND', 'true', 'done'],
  ['REFUND', 'false', 'failed'],
  ['REFUND_FAILED', 'true', 'failed'],
  ['REFUNDED_REVERSED', 'true', 'reversed'],
] as const)('%s %s: the refund is %s', (eventCode, success, rung) => {
  const item = news({
    eventCode,
    success,
    pspReference: 'V4HZ4RBFJGXXGN82',
    originalReference: 'NC6HT9CRT65ZGN82',
  })
  expect(meaningOf(item)).toEqual({
    kind: 'refund',
    refundPsp: 'V4HZ4RBFJGXXGN82',
    about: { payment: 'NC6HT9CRT65ZGN82', reference: '20261123-4F7K-1-abcdef' },
    rung,
    amount: { currency: 'KRW', minor: 15_000 },
  })
})

test.each([
  ['CAPTURE', 'modification'],
  ['ISSUER_COMMENTS', 'dispute'],
  ['REPORT_AVAILABLE', 'report'],
  ['SOMETHING_NEW_OF_2027', 'other'],
  ['toString', 'other'],
] as const)('%s is kept without consequence', (eventCode, about) => {
  expect(meaningOf(news({ eventCode }))).toEqual({ kind: 'no_consequence', about })
})

test('a refund that did not fail after all, and an offer that did not close, have no consequence', () => {
  for (const eventCode of ['REFUND_FAILED', 'REFUNDED_REVERSED', 'OFFER_CLOSED'])
    expect(meaningOf(news({ eventCode, success: 'false' })).kind).toBe('no_consequence')
})

test('notifications of the Customer Area’s test button have no consequence', () => {
  expect(
    meaningOf(
      news({ pspReference: 'test_AUTHORISATION_1', merchantReference: 'testMerchantRef1' }),
    ),
  ).toEqual({
    kind: 'no_consequence',
    about: 'test',
  })
})

describe('a delivery', () => {
  test('without a list of items is none', () => {
    for (const body of [null, 1, 'text', [], {}, { notificationItems: {} }])
      expect(parseBatch(body)).toBeNull()
  })

  test('holds its items as they came, with fields that nobody has heard of', () => {
    const item = { ...news({}), somethingNew: { a: 1 } }
    const [first] =
      parseBatch({ live: 'false', notificationItems: [{ NotificationRequestItem: item }] })
        ?.items ?? []
    expect(unwrapped(first)).toBe(item)
    expect(parseItem(JSON.stringify(item))).toMatchObject({ somethingNew: { a: 1 } })
  })

  test('may hold anything instead of items', () => {
    for (const odd of [null, 1, 'x', [], {}, { NotificationRequestItem: null }])
      expect(unwrapped(odd)).toBeNull()
  })
})

test('what is nested without end is cut off where nobody means anything by it', () => {
  const deep = JSON.parse(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)},"__proto__":"b"}`)
  const kept = JSON.stringify(storable(deep))
  expect(kept).toMatch(/^\{"a":\[{49}null\]{49},"__proto__":"b"\}$/)
  expect(JSON.stringify(storable(news({})))).toBe(JSON.stringify(news({})))
})
