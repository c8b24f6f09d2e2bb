import { beforeEach, describe, expect, test } from 'vitest'
import { needsSpecification } from '@/lib/proof/specification/needs-specification'
import { exceptions, noSpecification, specification } from '@/lib/proof/specification/specification'

const published = specification()
if (published === null) console.warn(noSpecification)

const request = {
  merchantAccount: 'M',
  amount: { currency: 'KRW', value: 15_000 },
  reference: 'r',
  returnUrl: 'https://shop.example',
  paymentMethod: { type: 'kakaopay' },
}
const notification = (eventCode: string, additionalData: Record<string, unknown>) => ({
  live: 'false',
  notificationItems: [
    {
      NotificationRequestItem: {
        eventCode,
        success: 'true',
        eventDate: '2026-01-01T01:00:00+01:00',
        pspReference: 'NC6HT9CRT65ZGN82',
        merchantReference: 'r',
        merchantAccountCode: 'M',
        amount: { currency: 'KRW', value: 15_000 },
        additionalData,
      },
    },
  ],
})

// A validator that never complains would make every other test green.
describe('the published specification', () => {
  beforeEach(needsSpecification)
  test('accepts a good request and complains about wrong ones', () => {
    expect(published?.request('/v72/payments', request)).toEqual([])
    expect(published?.request('/v71/payments', { ...request, refernce: 'r' })).not.toEqual([])
    expect(published?.request('/v72/payments', { ...request, amount: undefined })).not.toEqual([])
    expect(published?.request('/v72/payments', { ...request, reference: 5 })).not.toEqual([])
  })

  test('complains about a wrong answer, a status and a path that it does not know', () => {
    expect(published?.response('/v72/payments', 200, { resultCode: 'Approved' })).not.toEqual([])
    expect(published?.response('/v72/payments', 418, {})).not.toEqual([])
    expect(published?.response('/v72/nothing', 200, {})).not.toEqual([])
    expect(published?.response('/v99/payments', 200, {})).not.toEqual([])
  })

  test('reads the same of a refund whatever the pspReference in its path', () => {
    const refund = { merchantAccount: 'M', amount: request.amount }
    expect(published?.request('/v72/payments/NC6HT9CRT65ZGN82/refunds', refund)).toEqual([])
    expect(published?.request('/v72/payments/NC6HT9CRT65ZGN82/refunds', {})).not.toEqual([])
  })

  test('accepts any additionalData of strings and no other', () => {
    expect(published?.webhook(notification('OFFER_CLOSED', { anything: 'text' }))).toEqual([])
    expect(published?.webhook(notification('OFFER_CLOSED', { anything: 1 }))).not.toEqual([])
  })

  test.each(['PREARBITRATION_ACCEPTED', 'SCHEME_ARBITRATION_WON'])(
    'knows %s, which its own schema forgot, and no event without a webhook',
    (eventCode) => {
      expect(published?.webhook(notification(eventCode, {}))).toEqual([])
      expect(published?.webhook(notification(`${eventCode}_AGAIN`, {}))).not.toEqual([])
    },
  )

  const error = { status: 409, errorCode: '704', message: 'm', errorType: 'validation' }
  const ofError = (path: string, status: number, method?: string) =>
    published?.response(path, status, { ...error, status }, method)

  test('holds what an exception names against the envelope of errors', () => {
    for (const status of [409, 413, 429]) {
      expect(ofError('/v72/payments', status)).toEqual([])
      expect(published?.response('/v72/payments', status, { ...error, code: 7 })).not.toEqual([])
    }
    expect(ofError('/v72/nothing', 404)).toEqual([])
    expect(ofError('/v72/payments', 404, 'get')).toEqual([])
    for (const status of [400, 401, 403, 422, 429, 500]) {
      expect(ofError('/v72/storedPaymentMethods', status, 'get')).toEqual([])
      expect(ofError('/v72/storedPaymentMethods/T', status, 'delete')).toEqual([])
    }
  })

  test('complains about the same statuses where no exception names them', () => {
    expect(ofError('/v72/payments', 404)).not.toEqual([])
    expect(ofError('/v72/storedPaymentMethods', 404, 'get')).not.toEqual([])
    expect(ofError('/v72/storedPaymentMethods', 409, 'get')).not.toEqual([])
    expect(ofError('/v72/storedPaymentMethods/T', 413, 'delete')).not.toEqual([])
    expect(ofError('/v72/nothing', 422, 'get')).not.toEqual([])
    for (const status of [402, 405, 502, 503])
      expect(ofError('/v72/storedPaymentMethods/T', status, 'delete')).not.toEqual([])
  })

  test('gives a reason for every exception', () => {
    for (const { why } of Object.values(exceptions)) expect(why).toMatch(/^[A-Z].*\.$/)
  })

  test('reads the parameters behind a path, and an answer with nothing in it', () => {
    const query = new URLSearchParams({ shopperReference: 's', merchantAccount: 'M' })
    const one = '/v71/storedPaymentMethods/M5N7TQ4TG5PFWR50'
    expect(published?.query(one, query, 'delete')).toEqual([])
    expect(published?.query('/v71/storedPaymentMethods', query, 'get')).toEqual([])
    expect(published?.query('/v71/payments', query)).toHaveLength(2)
    expect(published?.query(one, new URLSearchParams(), 'delete')).toHaveLength(2)
    expect(published?.query('/v99/payments', query)).toHaveLength(1)
    expect(published?.response(one, 204, undefined, 'delete')).toEqual([])
    expect(published?.response(one, 204, {}, 'delete')).not.toEqual([])
    expect(published?.response('/v71/payments', 200, undefined)).not.toEqual([])
  })

  test('reads the legacy recurring calls and the webhooks about tokens', () => {
    const shopper = { merchantAccount: 'M', shopperReference: 'shopper' }
    const list = '/pal/servlet/Recurring/v68/listRecurringDetails'
    expect(published?.request(list, shopper)).toEqual([])
    expect(published?.request(list, { merchantAccount: 'M' })).not.toEqual([])
    expect(published?.response(list, 200, { details: 'none' })).not.toEqual([])
    expect(published?.webhook({ type: 'recurring.token.disabled' })).not.toEqual([])
  })

  test('complains about an unknown event, an unknown field and a missing item', () => {
    expect(published?.webhook(notification('SOMETHING_NEW', {}))).not.toEqual([])
    expect(published?.webhook({ live: 'false', notificationItems: [] })).not.toEqual([])
    const odd = { ...notification('AUTHORISATION', {}), extra: true }
    expect(published?.webhook(odd)).not.toEqual([])
  })
})
