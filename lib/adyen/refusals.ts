import type { DeclineReason } from '../core/outcome'

/*
 * Adyen's codes of why a payment was declined: its refusalReasonCode, or the errorCode of a request that it did not
 * take. No code is both.
 */
const reasons: ReadonlyMap<string, DeclineReason> = new Map([
  ['7', 'amount'], // Invalid Amount
  ['28', 'amount'], // Withdrawal amount exceeded
  ['137', 'amount'], // Invalid amount specified
  ['4', 'no_answer'], // Acquirer Error
  ['9', 'no_answer'], // Issuer Unavailable
])

/** Every other code, fraud and what Adyen adds without notice too, reads like any refusal: its details are no shopper's. */
export const declineReasonOf = (code: string | null): DeclineReason =>
  (code === null ? undefined : reasons.get(code)) ?? 'refused'
