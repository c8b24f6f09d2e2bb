import { parseEmail } from '@/lib/core/typed/email'
import { parseOrderNumber } from '@/lib/core/typed/order-number'

/** Which order is looked for, or null when the form names none. */
export function askedIn(fields: Readonly<Record<string, string>>) {
  const number = parseOrderNumber(fields.number ?? '')
  const email = parseEmail(fields.email ?? '')
  return number === null || email === null ? null : { number, email }
}
