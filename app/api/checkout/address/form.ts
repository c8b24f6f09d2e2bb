import { parseSubscriptionId } from '@/lib/core/ids'

/** A form that an address is looked for. */
type AddressForm = {
  /** Its page, in any language. */
  readonly page: string
  /** The same when an address has been chosen: what was typed is there again. */
  readonly filled: string
  /** Says which form it is, in the step's own form and address. */
  readonly named: Readonly<Record<string, string>>
}

const PLAN = /^[a-z0-9-]{1,60}$/

/** Which form it is, by the one field that names it; the checkout's names none. */
export function addressFormOf(
  fields: Readonly<Record<string, string | string[] | undefined>>,
): AddressForm {
  const { plan, subscription: typed } = fields
  if (typeof plan === 'string' && PLAN.test(plan)) {
    const page = `/subscriptions/new/${plan}`
    return { page, filled: `${page}#addressDetail`, named: { plan } }
  }
  const subscription = typeof typed === 'string' ? parseSubscriptionId(typed) : null
  if (subscription !== null) {
    const page = `/subscriptions/${subscription}`
    return { page, filled: `${page}?typed=address#addressDetail`, named: { subscription } }
  }
  return { page: '/checkout', filled: '/checkout#addressDetail', named: {} }
}
