import { z } from 'zod'
import { wallet } from '../adyen/methods'
import type { Customer } from '../db/orders'
import { attemptNumber, mistakesIn, parseCustomer } from './checkout-form'

/** What the form of a subscription asks for: what the checkout does, about one plan. */
type SubscribeInput = {
  readonly plan: string
  readonly number: number
  readonly total: number
  readonly price: number
  readonly method: string
  readonly customer: Customer
}

export type ParsedSubscribe =
  | { readonly kind: 'ok'; readonly plan: string; readonly form: SubscribeInput }
  | { readonly kind: 'mistakes'; readonly plan: string }
  /** The hidden fields are not ours. */
  | { readonly kind: 'stale' }

const about = z.object({
  plan: z.string().regex(/^[a-z0-9-]{1,60}$/),
  attempt: attemptNumber,
  total: z.coerce.number().int().min(1).max(1_000_000_000),
  price: z.coerce.number().int().min(1).max(1_000_000_000),
})

// Nothing else can be saved, so the form does not ask.
const method = wallet.type

export function parseSubscribeForm(fields: Readonly<Record<string, string>>): ParsedSubscribe {
  const hidden = about.safeParse(fields)
  if (!hidden.success) return { kind: 'stale' }
  const { plan, attempt: number, total, price } = hidden.data
  if (Object.keys(mistakesIn({ ...fields, method })).length > 0) return { kind: 'mistakes', plan }
  return {
    kind: 'ok',
    plan,
    form: {
      plan,
      number,
      total,
      price,
      method,
      customer: parseCustomer(fields),
    },
  }
}
