import { foldedNumber } from './text'

// The first two digits are the province and the city: 01 is Seoul, 63 Jeju.
const POSTCODE = /^(?:0[1-9]|[1-5]\d|6[0-3])\d{3}$/

/** `04524`, `０４５２４` and `(045-24)` are 04524; null for what is no postcode of Korea. */
export function parsePostcode(typed: string): string | null {
  const digits = foldedNumber(typed).replace(/[\s()[\]-]/g, '')
  return POSTCODE.test(digits) ? digits : null
}
