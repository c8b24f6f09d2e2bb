import { foldedNumber } from './text'

/** As they are dialled in Korea: mobile, Seoul, the other regions, over the internet, and safe numbers. */
const KINDS = [
  /^01[016789]\d{7,8}$/,
  /^02[2-9]\d{6,7}$/,
  /^0(?:3[1-3]|4[1-4]|5[1-5]|6[1-4])[2-9]\d{6,7}$/,
  /^070\d{8}$/,
  /^050\d{8,9}$/,
]

/**
 * `010-1234-5678`, `０１０－１２３４－５６７８` and `+82 (0)10 1234 5678` are all +821012345678. A parcel needs somebody who
 * answers, so landlines and safe numbers are taken too. Null for what cannot be called from here.
 */
export function parsePhone(typed: string): string | null {
  const digits = foldedNumber(typed)
    .replace(/^tel:/i, '')
    .replace(/[\s()./·-]/g, '')
  const dialled = digits
    .replace(/^(?:\+|00)?82(?=\d)0?/, '0')
    // A spreadsheet takes the first 0 of a mobile number away.
    .replace(/^(?=1[016789])/, '0')
  return KINDS.some((kind) => kind.test(dialled)) ? `+82${dialled.slice(1)}` : null
}

/** As it is dialled: `010-1234-5678`, `02-312-3456`, `0502-1234-5678`. What is no such number stays as it is. */
export const dialledPhone = (phone: string): string =>
  phone.replace(/^\+82(2|50\d|\d{2})(\d{3,4})(\d{4})$/, '0$1-$2-$3')
