import { z } from 'zod'
import { findMethod } from '../adyen/methods'
import {
  type FieldName,
  fieldNames,
  type Mistake,
  mistakeIn,
  readField,
} from '../core/typed/customer'
import type { Customer } from '../db/orders'

/** Whether it can be paid with what a form names. */
export const isServed = (method: string): boolean => findMethod(method) !== undefined

/** What is wrong, field by field. */
export type Mistakes = Partial<Record<FieldName | 'method' | 'agreement', Mistake>>

const ID = /^[A-Za-z0-9]{22}$/

/** As many as there may be: a limit that somebody could reach would be an order that nobody can pay. */
export const attemptNumber = z.coerce.number().int().min(1).max(1_000_000)

/** Which order and which attempt the form is about: hidden fields, written by us. */
const about = z.object({
  checkout: z.string().regex(ID),
  attempt: attemptNumber,
  total: z.coerce.number().int().min(1).max(1_000_000_000),
})

type CheckoutInput = {
  readonly checkoutId: string
  readonly number: number
  readonly total: number
  readonly method: string
  readonly customer: Customer
}

export type ParsedCheckout =
  /** `saves`: the shopper asked for it, and the method can. */
  | { kind: 'ok'; form: CheckoutInput; saves: boolean }
  | { kind: 'mistakes'; mistakes: Mistakes }
  /** The hidden fields are not ours: nothing that a shopper could have mistyped. */
  | { kind: 'stale' }

type Fields = Readonly<Record<string, string>>

/** The checkout form as it was posted. */
export function parseCheckoutForm(fields: Fields): ParsedCheckout {
  const mistakes = mistakesIn(fields)
  if (Object.keys(mistakes).length > 0) return { kind: 'mistakes', mistakes }
  const hidden = about.safeParse(fields)
  if (!hidden.success) return { kind: 'stale' }
  const { checkout: checkoutId, attempt: number, total } = hidden.data
  const method = fields.method ?? ''
  return {
    kind: 'ok',
    form: { checkoutId, number, total, method, customer: parseCustomer(fields) },
    saves: Boolean(fields.save) && canSave(method),
  }
}

const canSave = (method: string) => findMethod(method)?.saves.includes('unscheduled') ?? false

/** The fields about a person, once `customerMistakes` found nothing wrong with them. */
export function parseCustomer(fields: Fields): Customer {
  const customer = customerIn(fields)
  if (customer === null) throw new Error('a person was read before being judged')
  return customer
}

/** The person, as soon as everything about them is filled in. */
function customerIn(fields: Fields): Customer | null {
  const read = (name: FieldName) => readField(name, fields[name] ?? '')
  const name = read('name')
  const email = read('email')
  const phone = read('phone')
  const postcode = read('postcode')
  const address = read('address')
  const addressDetail = read('addressDetail')
  const deliveryNote = read('deliveryNote')
  if (name === null || email === null || phone === null || postcode === null) return null
  if (address === null || addressDetail === null || deliveryNote === null) return null
  return { name, email, phone, postcode, address, addressDetail, deliveryNote }
}

/** What is wrong with the fields about a person; empty when nothing is. */
export const customerMistakes = (fields: Fields): Mistakes =>
  Object.fromEntries(
    fieldNames.flatMap((name) => {
      const mistake = mistakeIn(name, fields[name] ?? '')
      return mistake === null ? [] : [[name, mistake]]
    }),
  )

/** What is wrong with what was typed, field by field; empty when nothing is. */
export function mistakesIn(fields: Fields): Mistakes {
  const mistakes = customerMistakes(fields)
  if (!isServed(fields.method ?? '')) mistakes.method = fields.method ? 'invalid' : 'missing'
  if (!fields.agreement) mistakes.agreement = 'missing'
  return mistakes
}
