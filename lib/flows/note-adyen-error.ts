import { type AdyenError, isAdyenError } from '../adyen/errors'
import type { Deps } from './deps'

/** Writes down what went wrong with Adyen, and returns it to be dealt with. Anything else is a bug: thrown on. */
export function noteAdyenError(
  deps: Deps,
  error: unknown,
  message: string,
  about: Readonly<Record<string, unknown>> = {},
): AdyenError {
  if (!isAdyenError(error)) throw error
  const { trouble, status, code } = error
  deps.log(message, { ...about, trouble, status, code })
  return error
}
