import { foldedNumber } from './text'

const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e\d+)?$/i

const withoutCommas = (typed: string) => foldedNumber(typed).replaceAll(',', '')

/** The number in what somebody typed for a quantity: `２`, `3개`, `1,000`; sensible or not. Null for none. */
export function parseCount(typed: string): number | null {
  const text = withoutCommas(typed).replace(/ ?개$/, '')
  return NUMBER.test(text) ? Number(text) : null
}

const WON = /^₩? ?([1-9]\d{0,8}) ?원?$/

/** Whole won above nothing: `4000`, `4,000원`, `￦４０００`. Null for anything else. */
export function parseWon(typed: string): number | null {
  const digits = WON.exec(withoutCommas(typed))?.[1]
  return digits ? Number(digits) : null
}
