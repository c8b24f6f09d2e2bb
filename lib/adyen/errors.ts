/**
 * What to do about an answer that is not one:
 * - `retry`: nobody knows whether it was done; ask again with the same key
 * - `unknown`: it was or is being done elsewhere; asking again cannot tell
 * - `final`: Adyen refuses this request as it stands
 * - `misconfigured`: Adyen refuses this shop; a person has to change a setting
 */
export type AdyenTrouble = 'retry' | 'unknown' | 'final' | 'misconfigured'

/** Adyen broke its promise, or we broke ours. Holds no payload: neither a shopper's data nor a secret. */
export class AdyenError extends Error {
  override name = 'AdyenError'
  constructor(
    readonly trouble: AdyenTrouble,
    /** HTTP status, or null when there was no answer. */
    readonly status: number | null,
    /** Adyen's errorCode; codes drift between versions, so nothing but 704, 800, 803 and 905 is decided by it. */
    readonly code: string | null,
  ) {
    super(`Adyen: ${trouble} (${status ?? 'no answer'}${code ? `, ${code}` : ''})`)
  }
  get retryable() {
    return this.trouble === 'retry'
  }
}

/**
 * Recognises it by its name: a server is bundled in parts, each with a copy of this class, and an error
 * that was made in one of them is no instance of another's.
 */
export const isAdyenError = (error: unknown): error is AdyenError =>
  error instanceof Error && error.name === 'AdyenError'

type Refusal = {
  readonly status: number
  readonly errorCode: string | null
  readonly errorType: string | null
  readonly transient: boolean
}

const ALREADY_PROCESSED = '704'
const METHOD_NOT_CONFIGURED = '905'

/** Classes an HTTP answer outside 2xx. Source: Adyen's error envelope and its page on idempotency. */
export function troubleOf({ status, errorCode, errorType, transient }: Refusal): AdyenTrouble {
  if (transient || status === 408 || status === 429) return 'retry'
  if (errorCode === ALREADY_PROCESSED || status === 409) return 'unknown'
  if (status === 401 || status === 403) return 'misconfigured'
  // A 500 that will not go away: the method is not set up for this account or currency.
  if (errorType === 'configuration' || errorCode === METHOD_NOT_CONFIGURED) return 'misconfigured'
  if (status >= 500) return 'retry'
  return 'final'
}

const TOKEN_UNKNOWN = ['800', '803']

/** Adyen knows no such token of this shopper (any more). Both codes have been seen. */
export const isTokenUnknown = (code: string | null) => code !== null && TOKEN_UNKNOWN.includes(code)
