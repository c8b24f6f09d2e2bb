import { expect, test } from 'vitest'
import { maskedJson } from './masked'

test('an answer shows what happened, and nothing that opens or names anything', () => {
  const answer = {
    resultCode: 'RedirectShopper',
    action: {
      type: 'redirect',
      method: 'GET',
      url: 'https://checkoutshopper-test.adyen.com/redirect?redirectData=secret',
      data: { MD: 'secret' },
      paymentData: 'secret',
    },
    additionalData: { hmacSignature: 'secret', shopperEmail: 'secret@example.com' },
    amount: { currency: 'KRW', value: 15000 },
  }
  const text = maskedJson(JSON.stringify(answer))
  expect(text).not.toContain('secret')
  expect(text).toContain('"resultCode": "RedirectShopper"')
  expect(text).toContain('"https://checkoutshopper-test.adyen.com/redirect"')
  expect(text).toContain('"value": 15000')
})

test('what is no JSON shows nothing', () => expect(maskedJson('secret')).not.toContain('secret'))
