import { expect, test } from 'vitest'
import { ownPath } from './own-path'

test.each([
  '/ko',
  '/ko/checkout',
  '/en/orders/0123456789abcdefABCDEF',
  '/en/products/yuja-preserve?from=cart&n=1',
  `/ko/${'a'.repeat(296)}`,
])('goes on to %s, a page of this shop', (path) => expect(ownPath(path)).toBe(path))

test.each([
  '',
  'checkout',
  'https://evil.example/ko',
  '//evil.example',
  '/\\evil.example',
  '/ko//evil.example',
  '/ko/\\evil.example',
  '/ko/../admin',
  '/koala',
  '/api/account/sign-out',
  '/ko\r\nSet-Cookie: a=b',
  '/ko/checkout#@evil.example',
  'javascript:alert(1)',
  `/ko/${'a'.repeat(297)}`,
])('goes nowhere with %j', (path) => expect(ownPath(path)).toBeNull())

test('nothing to go on to is nothing', () => {
  expect(ownPath(undefined)).toBeNull()
  expect(ownPath(null)).toBeNull()
})
