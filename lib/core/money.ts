/** KRW has no minor unit: `minor: 15000` is ₩15,000, in every message and every column. */
export type Money = { readonly currency: 'KRW'; readonly minor: number }

/** @throws when it is not a whole, safe, non-negative number of won: that is a bug, not bad input. */
export function krw(minor: number): Money {
  if (!Number.isSafeInteger(minor) || minor < 0) throw new Error(`not an amount in won: ${minor}`)
  return { currency: 'KRW', minor }
}

export const noMoney = krw(0)
export const plus = (a: Money, b: Money) => krw(a.minor + b.minor)
export const minus = (a: Money, b: Money) => krw(a.minor - b.minor)
export const times = (price: Money, quantity: number) => krw(price.minor * quantity)
export const sum = (amounts: readonly Money[]) => amounts.reduce(plus, noMoney)
export const sameMoney = (a: Money, b: { currency: string; minor: number }) =>
  a.currency === b.currency && a.minor === b.minor

/** `₩15,000` in both languages: the sign that Koreans and visitors read alike. */
export const formatMoney = (money: Money) => `₩${money.minor.toLocaleString('en-US')}`
