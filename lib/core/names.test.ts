import { expect, test } from 'vitest'
import {
  attemptId,
  disputeId,
  HOUR,
  idFrom,
  instant,
  isActLinkSecret,
  isReturnToken,
  laterBy,
  MINUTE,
  noteId,
  numberFrom,
  orderId,
  parseOrderId,
  parseSubscriptionId,
  parseWishId,
  paymentId,
  refundId,
  SECOND,
  savedMethodId,
  shopperId,
  storedRefundId,
  subscriptionId,
  tokenId,
  wishId,
} from './ids'
import { isLocale, localeOr } from './locale'

const id = 'abcdefghijKLMNOPQRST09'

test('an order, a subscription and a return are known by 22 letters and digits, and by nothing else', () => {
  expect(parseOrderId(id)).toBe(id)
  expect(parseSubscriptionId(id)).toBe(id)
  expect(parseWishId(id)).toBe(id)
  expect(isReturnToken(id)).toBe(true)
  expect(isActLinkSecret(id)).toBe(true)
  for (const wrong of ['', id.slice(1), `${id}a`, ` ${id}`, `${id} `, `${id.slice(1)}-`]) {
    expect(parseOrderId(wrong)).toBeNull()
    expect(parseSubscriptionId(wrong)).toBeNull()
    expect(parseWishId(wrong)).toBeNull()
    expect(isReturnToken(wrong)).toBe(false)
    expect(isActLinkSecret(wrong)).toBe(false)
  }
})

test('a name that is stored or told by somebody else stays what it is', () => {
  const makers = [attemptId, disputeId, noteId, orderId, paymentId, savedMethodId, shopperId]
  const more = [storedRefundId, subscriptionId, tokenId, wishId]
  expect([...makers, ...more].map((make) => make('name'))).toEqual(Array(11).fill('name'))
})

const bytes = (...values: number[]) => Uint8Array.from(values)
const many = (value: number, count: number) => Array.from({ length: count }, () => value)

test('an id is drawn fairly: bytes that would favour some letters are left out', () => {
  expect(idFrom(bytes(...many(0, 22)))).toBe('0'.repeat(22))
  expect(idFrom(bytes(...many(255, 9), ...many(248, 9), ...many(247, 64)))).toBe('z'.repeat(22))
  expect(idFrom(bytes(...Array.from({ length: 64 }, (_, index) => index)))).toBe(
    '0123456789ABCDEFGHIJKL',
  )
  expect(idFrom(bytes(10, 35, 36, 61, 62, ...many(1, 17)))).toBe(`AZaz0${'1'.repeat(17)}`)
})

test('an id is rather not made than made shorter', () => {
  expect(() => idFrom(bytes(...many(7, 21)))).toThrow('too few random bytes for an id')
  expect(() => idFrom(bytes(...many(7, 21), ...many(250, 43)))).toThrow()
})

test('an order’s number has the date of Seoul and four letters that nobody mishears', () => {
  const lateInLondon = instant(Date.UTC(2026, 10, 23, 15, 0))
  const earlier = instant(Date.UTC(2026, 10, 23, 14, 59, 59))
  expect(numberFrom(bytes(0, 1, 28, 29, 99), lateInLondon)).toBe('20261124-23YZ')
  expect(numberFrom(bytes(30, 59, 60, 90), earlier)).toBe('20261123-2Z22')
  const all = Array.from({ length: 30 }, (_, index) => numberFrom(bytes(index), earlier).at(-1))
  expect(all.join('')).toBe('23456789ABCDEFGHJKMNPQRSTVWXYZ')
})

test('each refund of a payment has a name of its own', () => {
  expect(refundId(paymentId('NC6HT9CRT65ZGN82'), 2)).toBe('NC6HT9CRT65ZGN82-2')
})

test('time is counted in milliseconds', () => {
  expect([SECOND, MINUTE, HOUR]).toEqual([1_000, 60_000, 3_600_000])
  expect(laterBy(instant(5), 7)).toBe(12)
})

test('the shop speaks Korean, and English to whoever asks for it', () => {
  expect(['ko', 'en', 'fr', '', 'KO'].map(isLocale)).toEqual([true, true, false, false, false])
  expect(['ko', 'en', 'fr', null, undefined, 1].map(localeOr)).toEqual([
    'ko',
    'en',
    'ko',
    'ko',
    'ko',
    'ko',
  ])
})
