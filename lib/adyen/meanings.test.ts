import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { AdyenError, troubleOf } from './errors'
import { meaningOf, meanings } from './meaning'
import { type NotificationItem, parseBatch, parseItem } from './notification'
import { parseKeptAnswer } from './wire'

const plain = {
  eventCode: 'AUTHORISATION',
  success: 'true',
  merchantAccountCode: 'DemoMerchantKR',
  merchantReference: '20261123-4F7K-1-abcdef',
  pspReference: 'NC6HT9CRT65ZGN82',
  amount: { currency: 'KRW', value: 15_000 },
}
function news(fields: object): NotificationItem {
  const item = parseItem(JSON.stringify({ ...plain, ...fields }))
  if (item === null) throw new Error('not a notification')
  return item
}

describe('what is about no payment of ours', () => {
  test.each([
    ['CAPTURE', 'modification'],
    ['AUTHORISATION_ADJUSTMENT', 'modification'],
    ['VOID_PENDING_REFUND', 'modification'],
    ['INFORMATION_SUPPLIED', 'dispute'],
    ['ISSUER_COMMENTS', 'dispute'],
    ['PAYOUT_DECLINE', 'payout'],
    ['MANUAL_REVIEW_REJECT', 'other'],
    ['ORDER_CLOSED', 'other'],
    ['REPORT_AVAILABLE', 'report'],
    ['PENDING', 'other'],
    ['', 'other'],
  ] as const)('"%s" is filed under %s', (eventCode, about) => {
    expect(meaningOf(news({ eventCode }))).toEqual({ kind: 'no_consequence', about })
  })

  test.each([
    ['OFFER_CLOSED', 'other'],
    ['REFUND_FAILED', 'modification'],
    ['REFUNDED_REVERSED', 'modification'],
    ['POSTPONED_REFUND', 'modification'],
    ['CANCELLATION', 'modification'],
    ['TECHNICAL_CANCEL', 'modification'],
    ['CANCEL_OR_REFUND', 'modification'],
    ['CAPTURE_FAILED', 'modification'],
    ['EXPIRE', 'modification'],
    ['CHARGEBACK', 'dispute'],
    ['CHARGEBACK_REVERSED', 'dispute'],
  ] as const)('a %s that did not happen is filed under %s', (eventCode, about) => {
    const meaning = meaningOf(news({ eventCode, success: 'false' }))
    expect(meaning).toEqual({ kind: 'no_consequence', about })
  })
})

test.each([
  [
    'dispute',
    [
      'NOTIFICATION_OF_FRAUD',
      'REQUEST_FOR_INFORMATION',
      'NOTIFICATION_OF_CHARGEBACK',
      'CHARGEBACK',
      'CHARGEBACK_REVERSED',
      'SECOND_CHARGEBACK',
      'DISPUTE_DEFENSE_PERIOD_ENDED',
      'ISSUER_RESPONSE_TIMEFRAME_EXPIRED',
      'PREARBITRATION_OPEN',
      'PREARBITRATION_DECLINED',
      'PREARBITRATION_ACCEPTED',
      'PREARBITRATION_WON',
      'PREARBITRATION_ISSUER_WITHDRAWN',
      'PREARBITRATION_LOST',
      'SCHEME_ARBITRATION',
      'SCHEME_ARBITRATION_WON',
      'SCHEME_ARBITRATION_LOST',
      'INFORMATION_SUPPLIED',
      'ISSUER_COMMENTS',
    ],
  ],
  ['payout', ['PAIDOUT_REVERSED', 'PAYOUT_DECLINE', 'PAYOUT_EXPIRE', 'PAYOUT_THIRDPARTY']],
  [
    'other',
    [
      'MANUAL_REVIEW_ACCEPT',
      'MANUAL_REVIEW_REJECT',
      'ORDER_OPENED',
      'ORDER_CLOSED',
      'AUTORESCUE',
      'CANCEL_AUTORESCUE',
      'ACH_NOTIFICATION_OF_CHANGE',
      'DIRECT_DEBIT_NOTICE_OF_CHANGE_NOTIFICATION',
    ],
  ],
] as const)('what has a row and did not happen is filed under %s', (about, codes) => {
  const filed = codes.map((eventCode) => meaningOf(news({ eventCode, success: 'false' })))
  expect(filed).toEqual(codes.map(() => ({ kind: 'no_consequence', about })))
  expect(codes.filter((code) => !meanings.has(code))).toEqual([])
})

describe('what a person at Adyen, a bank or time does to a payment', () => {
  const changed = { originalReference: 'NC6HT9CRT65ZGN82', pspReference: 'V4HZ4RBFJGXXGN82' }
  const meant = (eventCode: string, fields: object = {}) =>
    meaningOf(news({ eventCode, ...changed, ...fields }))
  const about = { payment: changed.originalReference, reference: plain.merchantReference }

  test.each([
    ['CANCELLATION', 'cancelled'],
    ['TECHNICAL_CANCEL', 'cancelled'],
    ['CANCEL_OR_REFUND', 'cancelled'],
    ['CAPTURE_FAILED', 'never_came'],
  ] as const)('%s: the payment is %s', (eventCode, how) => {
    const undone = { kind: 'undone', about, psp: changed.pspReference, how }
    expect(meant(eventCode)).toEqual({ ...undone, amount: { currency: 'KRW', minor: 15_000 } })
    expect(meant(eventCode, { amount: undefined })).toEqual({ ...undone, amount: null })
  })

  test('what expired is named by itself, and never came', () => {
    const fields = { originalReference: undefined, pspReference: 'NC6HT9CRT65ZGN82' }
    expect(meant('EXPIRE', fields)).toMatchObject({ kind: 'undone', about, how: 'never_came' })
  })

  test.each([
    ['REFUND_WITH_DATA', 'true', 'done'],
    ['REFUND_WITH_DATA', 'false', 'failed'],
    ['POSTPONED_REFUND', 'true', 'received'],
  ] as const)('%s %s: the refund is %s', (eventCode, success, rung) => {
    const refund = { kind: 'refund', about, refundPsp: changed.pspReference, rung }
    expect(meant(eventCode, { success })).toMatchObject(refund)
  })

  test.each([
    ['NOTIFICATION_OF_FRAUD', 'fraud_reported'],
    ['REQUEST_FOR_INFORMATION', 'information_asked'],
    ['NOTIFICATION_OF_CHARGEBACK', 'announced'],
    ['CHARGEBACK', 'taken'],
    ['CHARGEBACK_REVERSED', 'returned'],
    ['SECOND_CHARGEBACK', 'taken_again'],
    ['DISPUTE_DEFENSE_PERIOD_ENDED', 'undefended'],
    ['ISSUER_RESPONSE_TIMEFRAME_EXPIRED', 'unanswered'],
    ['PREARBITRATION_OPEN', 'arbitration'],
    ['PREARBITRATION_DECLINED', 'arbitration'],
    ['PREARBITRATION_ACCEPTED', 'arbitration_lost'],
    ['PREARBITRATION_WON', 'arbitration_won'],
    ['PREARBITRATION_ISSUER_WITHDRAWN', 'arbitration_won'],
    ['PREARBITRATION_LOST', 'arbitration_lost'],
    ['SCHEME_ARBITRATION', 'arbitration'],
    ['SCHEME_ARBITRATION_WON', 'arbitration_won'],
    ['SCHEME_ARBITRATION_LOST', 'arbitration_lost'],
  ] as const)('%s: the dispute is %s', (eventCode, step) => {
    expect(meant(eventCode)).toEqual({
      kind: 'dispute',
      about,
      dispute: changed.pspReference,
      step,
      amount: { currency: 'KRW', minor: 15_000 },
      deadline: null,
    })
  })

  test('a dispute says until when it can be defended, if it says so in a date', () => {
    const until = (defensePeriodEndsAt: unknown) =>
      meant('CHARGEBACK', { additionalData: { defensePeriodEndsAt } })
    const deadline = Date.parse('2026-12-31T03:03:07+02:00')
    expect(until('2026-12-31T03:03:07+02:00')).toMatchObject({ deadline })
    expect(until('soon')).toMatchObject({ deadline: null })
    expect(until(undefined)).toMatchObject({ deadline: null })
  })

  test('one that names no payment is about the attempt that it names', () => {
    const none = { originalReference: null }
    expect(meant('CHARGEBACK', none)).toMatchObject({ about: { ...about, payment: null } })
  })

  test('every event of Adyen’s specification has a row', ({ skip }) => {
    const path = '../shared/adyen/Webhooks-v1.json'
    skip(!existsSync(path), 'Adyen’s specification is not here.')
    const { webhooks } = JSON.parse(readFileSync(path, 'utf8'))
    const without = Object.keys(webhooks).map((name) => name.slice(1))
    expect(without.filter((name) => !meanings.has(name))).toEqual([])
    expect(without.length).toBeGreaterThan(40)
  })
})

describe('the Customer Area’s test button', () => {
  const isTest = (fields: object) => {
    const meaning = meaningOf(news(fields))
    return meaning.kind === 'no_consequence' && meaning.about === 'test'
  }
  test.each([
    { pspReference: 'test_AUTHORISATION_1' },
    { pspReference: 'TEST_1' },
    { merchantReference: 'testMerchantRef' },
    { merchantReference: 'testMerchantRef1' },
    { merchantReference: 'testMerchantRef12' },
  ])('is known by %j alone', (fields) => expect(isTest(fields)).toBe(true))

  test.each([
    { pspReference: 'my_test_1' },
    { merchantReference: 'atestMerchantRef1' },
    { merchantReference: 'testMerchantRef1-real' },
    { merchantReference: 'testMerchantRefund' },
  ])('is not suspected behind %j', (fields) => expect(isTest(fields)).toBe(false))
})

test('what Adyen leaves out is empty, and no other word', () => {
  expect(news({ merchantReference: null }).merchantReference).toBe('')
  expect(news({ merchantReference: undefined }).merchantReference).toBe('')
  const refund = meaningOf(news({ eventCode: 'REFUND' }))
  const about = { payment: null, reference: plain.merchantReference }
  expect(refund).toMatchObject({ kind: 'refund', about, refundPsp: plain.pspReference })
})

test('a NUL is seen, and what is not text stays what it is', () => {
  expect(news({ merchantReference: 'a\0b\0' }).merchantReference).toBe('a\uFFFDb\uFFFD')
  expect(news({}).amount).toEqual({ currency: 'KRW', value: 15_000 })
})

test('a delivery that does not say which environment it is from is from the test one', () => {
  const item = { NotificationRequestItem: plain }
  const liveOf = (more: object) => parseBatch({ notificationItems: [item], ...more })?.live
  expect([liveOf({}), liveOf({ live: 'true' }), liveOf({ live: true })]).toEqual([
    'false',
    'true',
    'true',
  ])
})

test.each([
  { live: { toString: 'x' } },
  { live: { toString: { toString: 1 } } },
  { live: ['true'] },
  { live: null },
  { live: 1 },
])('%j is an environment that nobody knows', (odd) => {
  expect(parseBatch({ notificationItems: [], ...odd })?.live).toBe('unknown')
})

test('a signature that is not text is not a notification', () => {
  const item = { ...plain, additionalData: { hmacSignature: 1 } }
  expect(parseItem(JSON.stringify(item))).toBeNull()
})

describe('when Adyen says no', () => {
  const plainly = { errorCode: null, errorType: null, transient: false }
  test.each([
    ['a request that took too long', { ...plainly, status: 408 }, 'retry'],
    ['too many requests', { ...plainly, status: 429 }, 'retry'],
    [
      'a wrong setting by its type',
      { ...plainly, status: 500, errorType: 'configuration' },
      'misconfigured',
    ],
    ['a wrong setting by its code', { ...plainly, status: 500, errorCode: '905' }, 'misconfigured'],
    ['a server in trouble', { ...plainly, status: 500 }, 'retry'],
    ['a request that it cannot take', { ...plainly, status: 499 }, 'final'],
  ] as const)('%s', (_name, refusal, trouble) => expect(troubleOf(refusal)).toBe(trouble))

  test('only what nobody knows the end of is asked again', () => {
    const troubles = ['retry', 'unknown', 'final', 'misconfigured'] as const
    const again = troubles.filter((trouble) => new AdyenError(trouble, 500, null).retryable)
    expect(again).toEqual(['retry'])
  })

  test('who reads the log sees what was wrong, as far as Adyen said it', () => {
    expect(new AdyenError('retry', null, null).message).toBe('Adyen: retry (no answer)')
    expect(new AdyenError('final', 422, '14_018').message).toBe('Adyen: final (422, 14_018)')
  })
})

describe('an answer of /payments that is kept with its attempt', () => {
  const result = {
    kind: 'result',
    resultCode: 'Refused',
    reference: 'ours',
    amount: { currency: 'KRW', minor: 15_000 },
    refusalReason: null,
    refusalCode: '2',
  }
  const redirect = { kind: 'redirect', method: 'GET', url: 'https://a.example/', data: {} }

  test.each([
    ['a redirect', redirect],
    ['an end', { ...result, refusalFinal: true }],
    [
      'an end without reference and amount',
      { ...result, reference: null, amount: null, refusalFinal: false },
    ],
  ])('%s is read as it was kept', (_, answer) => {
    expect(parseKeptAnswer(JSON.stringify(answer))).toEqual(answer)
  })

  test('one from before wallets could be saved was never final, and once no code was kept', () => {
    const { refusalCode: _, ...older } = result
    const read = { ...older, refusalCode: null, refusalFinal: false }
    expect(parseKeptAnswer(JSON.stringify(older))).toEqual(read)
  })

  test.each(['', '{', '{}', '{"kind":"something"}'])('%j is none', (text) => {
    expect(() => parseKeptAnswer(text)).toThrow()
  })
})
