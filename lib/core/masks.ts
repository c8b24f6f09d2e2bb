import { countLetters, firstLetters } from './graphemes'
import { asLine } from './typed/text'

/*
 * What a stranger with a link may read: enough for the owner to recognise it, too little for anybody else to use. Each
 * hides by what a part is: however it was typed, no more of it is seen.
 */

export function maskedName(name: string): string {
  const line = asLine(name)
  return `${firstLetters(line, 1)}${'*'.repeat(Math.max(1, countLetters(line) - 1))}`
}

export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return `${firstLetters(email.slice(0, Math.max(at, 0)), 1)}***@${email.slice(at + 1)}`
}

/** Where it rings and the last two digits. */
export const maskedPhone = (phone: string): string =>
  `${/^\+82(?:2|50\d|\d{2})/.exec(phone)?.[0] ?? ''}****${phone.slice(-2)}`

export const maskedPostcode = (postcode: string): string => `${postcode.slice(0, 2)}***`

const CITIES = '서울|부산|대구|인천|광주|대전|울산|세종'
const WHOLE = `(?:${CITIES})(?:특별|광역|특별자치)시|(?:강원|전북|제주)특별자치도|(?:경기|강원|충청[남북]|전라[남북]|경상[남북]|제주)도`
// There is a 광주시 in 경기도 too.
const SHORT = `(?:${CITIES})|(?:서울|부산|대구|인천|대전|울산|세종)시|경기|강원|[충전경][남북]|제주`
// In short only before a space: streets begin with such a word too, as 세종대로 does.
const PROVINCE = new RegExp(`^(?:${WHOLE}|(?:${SHORT})(?= ))`)

/** The province, where an address begins with one. */
export function maskedAddress(address: string): string {
  const province = PROVINCE.exec(asLine(address))?.[0]
  return province ? `${province} ***` : '***'
}
