import { z } from 'zod'
import { findMethod } from '../adyen/methods'
import { parseEmail } from '../core/typed/email'
import { parsePhone } from '../core/typed/phone'
import { parsePostcode } from '../core/typed/postcode'
import { asLine } from '../core/typed/text'
import type { Customer } from '../db/orders'

/** Whether it can be paid with what a form names. */
export const isServed = (method: string): boolean => findMethod(method) !== undefined

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
export type Mistakes = Partial<Record<FieldName | 'method' | 'agreement', 'missing' | 'invalid'>>

const line = (most: number) => z.string().transform(asLine).pipe(z.string().max(most, 'invalid'))
const filled = (most: number) => line(most).pipe(z.string().min(1, 'missing'))

/** What one of the readers makes of it. */
const readBy = (reader: (typed: string) => string | null) =>
  z.string().transform((typed, context) => {
    const read = reader(typed)
    if (read === null) context.addIssue({ code: 'custom', message: 'invalid' })
    return read ?? z.NEVER
  })

const customer = z.object({
  name: filled(100),
  email: readBy(parseEmail).pipe(z.string().max(200, 'invalid')),
  phone: readBy(parsePhone),
  postcode: readBy(parsePostcode),
  address: filled(300),
  addressDetail: line(300).default(''),
  deliveryNote: line(500).default(''),
}) satisfies z.ZodType<Customer>

const ID = /^[A-Za-z0-9]{22}$/

/** Which order and which attempt the form is about: hidden fields, written by us. */
const about = z.object({
  checkout: z.string().regex(ID),
  attempt: z.coerce.number().int().min(1).max(999),
  total: z.coerce.number().int().min(1).max(1_000_000_000),
  aside: z.literal('nothing').optional(),
})

type CheckoutInput = {
  readonly checkoutId: string
  readonly number: number
  readonly total: number
  readonly method: string
  /** The page said that nothing is put aside. */
  readonly knowsNothingAside: boolean
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
  const { checkout: checkoutId, attempt: number, total, aside } = hidden.data
  const knowsNothingAside = aside === 'nothing'
  const method = fields.method ?? ''
  return {
    kind: 'ok',
    form: { checkoutId, number, total, method, knowsNothingAside, customer: parseCustomer(fields) },
    saves: Boolean(fields.save) && canSave(method),
  }
}

const canSave = (method: string) => findMethod(method)?.saves.includes('unscheduled') ?? false

/** The fields about a person, once `customerMistakes` found nothing wrong with them. */
export const parseCustomer = (fields: Fields): Customer => customer.parse(fields)

/** The person, as soon as everything about them is filled in. */
export const customerIn = (fields: Fields): Customer | null =>
  customer.safeParse(fields).data ?? null

/** What is wrong with the fields about a person; empty when nothing is. */
export function customerMistakes(fields: Fields): Mistakes {
  const mistakes: Mistakes = {}
  const parsed = customer.safeParse(fields)
  for (const issue of parsed.error?.issues ?? []) {
    const field = fieldNames.find((name) => name === issue.path[0])
    if (!field) continue
    mistakes[field] ??= asLine(fields[field] ?? '') === '' ? 'missing' : 'invalid'
  }
  return mistakes
}

/** What is wrong with what was typed, field by field; empty when nothing is. */
export function mistakesIn(fields: Fields): Mistakes {
  const mistakes = customerMistakes(fields)
  if (!isServed(fields.method ?? '')) mistakes.method = fields.method ? 'invalid' : 'missing'
  if (!fields.agreement) mistakes.agreement = 'missing'
  return mistakes
}
