import { type KeywordProblem, readKeyword } from '../../core/typed/address-keyword'
import type { Log } from '../deps'
import { isJusoError, type Juso, type JusoAnswer } from './juso'

export type AddressSearch =
  | Extract<JusoAnswer, { kind: 'found' }>
  /** What was typed finds nothing as it stands. */
  | { readonly kind: 'problem'; readonly why: KeywordProblem | 'none' }
  /** Nobody knows: the address can be typed all the same. */
  | { readonly kind: 'away' }

type Needs = { readonly juso: Juso; readonly log: Log }

/** Looks for addresses by what somebody typed. Never fails, and never takes long: a form waits for it. */
export async function searchAddress({ juso, log }: Needs, typed: string): Promise<AddressSearch> {
  const read = readKeyword(typed)
  if (read.kind === 'problem') return read
  try {
    const answer = await juso(read.keyword)
    if (answer.kind === 'refused') return { kind: 'problem', why: answer.why }
    return answer.addresses.length === 0 ? { kind: 'problem', why: 'none' } : answer
  } catch (error) {
    if (!isJusoError(error)) throw error
    log(
      error.retryable
        ? 'The address search did not answer'
        : 'The address search refuses JUSO_KEY: it has expired, or was never approved',
      { code: error.code },
    )
    return { kind: 'away' }
  }
}
