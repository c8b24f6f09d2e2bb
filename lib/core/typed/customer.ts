import { parseEmail } from './email'
import { parsePhone } from './phone'
import { parsePostcode } from './postcode'
import { asLine } from './text'

/** In the order of the page. */
export const fieldNames = [
  'name',
  'email',
  'phone',
  'postcode',
  'address',
  'addressDetail',
  'deliveryNote',
] as const
export type FieldName = (typeof fieldNames)[number]

/** What is wrong with a field; the sentence is in the messages. */
export type Mistake = 'missing' | 'invalid'

type Reader = (typed: string) => string | null

const noLongerThan =
  (most: number, read: Reader = asLine): Reader =>
  (typed) => {
    const text = read(typed)
    return text !== null && text.length <= most ? text : null
  }

const readers: Record<FieldName, Reader> = {
  name: noLongerThan(100),
  email: noLongerThan(200, parseEmail),
  phone: parsePhone,
  postcode: parsePostcode,
  address: noLongerThan(300),
  addressDetail: noLongerThan(300),
  deliveryNote: noLongerThan(500),
}
const mayBeEmpty: readonly FieldName[] = ['addressDetail', 'deliveryNote']

/** What is wrong with what was typed, judged alike while it is typed and when it is sent; null: nothing. */
export function mistakeIn(name: FieldName, typed: string): Mistake | null {
  if (asLine(typed) === '') return mayBeEmpty.includes(name) ? null : 'missing'
  return readers[name](typed) === null ? 'invalid' : null
}

/** As it is kept, or null when something is wrong with it. */
export const readField = (name: FieldName, typed: string): string | null =>
  mistakeIn(name, typed) === null ? readers[name](typed) : null
