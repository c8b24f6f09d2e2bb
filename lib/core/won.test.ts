import { expect, test } from 'vitest'
import { formatMoney, krw, minus, noMoney, plus, sameMoney, sum, times } from './money'

test.each([0, 1, 15_000, Number.MAX_SAFE_INTEGER])('%d is an amount in won', (minor) => {
  expect(krw(minor)).toEqual({ currency: 'KRW', minor })
})

test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1])(
  '%d is no amount in won, and is never taken for one',
  (minor) => expect(() => krw(minor)).toThrow(`not an amount in won: ${minor}`),
)

test('nobody owes less than nothing', () => {
  expect(noMoney).toEqual(krw(0))
  expect(minus(krw(3), krw(3))).toEqual(noMoney)
  expect(() => minus(krw(2), krw(3))).toThrow('not an amount in won: -1')
})

test('won are added, taken away and multiplied as they are, without a hundredth', () => {
  expect(plus(krw(15_000), krw(3_000))).toEqual(krw(18_000))
  expect(minus(krw(15_000), krw(3_000))).toEqual(krw(12_000))
  expect(times(krw(15_000), 3)).toEqual(krw(45_000))
  expect(sum([krw(1), krw(20), krw(300)])).toEqual(krw(321))
  expect(sum([])).toEqual(noMoney)
})

test('the same number in another currency is other money', () => {
  expect(sameMoney(krw(15_000), { currency: 'KRW', minor: 15_000 })).toBe(true)
  expect(sameMoney(krw(15_000), { currency: 'USD', minor: 15_000 })).toBe(false)
  expect(sameMoney(krw(15_000), { currency: 'KRW', minor: 14_999 })).toBe(false)
})

test('a price is read alike in both languages', () => {
  expect([0, 900, 15_000, 1_234_567].map((minor) => formatMoney(krw(minor)))).toEqual([
    '₩0',
    '₩900',
    '₩15,000',
    '₩1,234,567',
  ])
})
