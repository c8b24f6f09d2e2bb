import { describe, expect, test } from 'vitest'
import { noSpecification, specification } from '@/lib/testing/specification'

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
describe.skipIf(published === null)('the published specification', () => {
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

  test('holds statuses that it does not list against the envelope of errors', () => {
    const error = { status: 409, errorCode: '704', message: 'm', errorType: 'validation' }
    expect(published?.response('/v72/payments', 409, error)).toEqual([])
    expect(published?.response('/v72/payments', 409, { ...error, code: 7 })).not.toEqual([])
    expect(published?.response('/v72/storedPaymentMethods/T', 422, error, 'delete')).toEqual([])
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
