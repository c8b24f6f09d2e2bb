import { expect, test, vi } from 'vitest'
import { AdyenError, type AdyenTrouble, isAdyenError, isTokenUnknown, troubleOf } from './errors'

const plain = { errorCode: null, errorType: null, transient: false }

test.each<[string, Parameters<typeof troubleOf>[0], AdyenTrouble]>([
  ['a bad request', { ...plain, status: 400, errorCode: '702', errorType: 'validation' }, 'final'],
  [
    'a wrong key',
    { ...plain, status: 401, errorCode: '000', errorType: 'security' },
    'misconfigured',
  ],
  [
    'a wrong merchant account',
    { ...plain, status: 403, errorCode: '901', errorType: 'security' },
    'misconfigured',
  ],
  [
    'a missing return address',
    { ...plain, status: 422, errorCode: '14_030', errorType: 'validation' },
    'final',
  ],
  [
    'a method that is not set up, though it says 500',
    { ...plain, status: 500, errorCode: '905', errorType: 'configuration' },
    'misconfigured',
  ],
  [
    'a server in trouble',
    { ...plain, status: 500, errorCode: '703', errorType: 'internal' },
    'retry',
  ],
  ['a gateway in trouble', { ...plain, status: 502 }, 'retry'],
  ['too many requests', { ...plain, status: 429 }, 'retry'],
  [
    'a question that was asked before',
    { ...plain, status: 422, errorCode: '704', errorType: 'validation' },
    'unknown',
  ],
  [
    'a question that is being answered',
    { ...plain, status: 422, errorCode: '704', transient: true },
    'retry',
  ],
  // Adyen's page on idempotency names 409 beside 422; the code may be missing.
  ['a conflict without a code', { ...plain, status: 409 }, 'unknown'],
])('%s', (_name, refusal, trouble) => {
  expect(troubleOf(refusal)).toBe(trouble)
})

test('a token that Adyen does not know (any more) is told by either of two codes', () => {
  expect(['800', '803', '704', '', null].map(isTokenUnknown)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})

test('an error that was made in another part of the server is recognised', async () => {
  vi.resetModules()
  const elsewhere = await import('./errors')
  const error = new elsewhere.AdyenError('final', 422, '14_018')
  expect(error).not.toBeInstanceOf(AdyenError)
  expect(isAdyenError(error)).toBe(true)
  expect(isAdyenError(new Error('another'))).toBe(false)
  expect(isAdyenError('AdyenError')).toBe(false)
})
