import { z } from 'zod'
import { parseJson } from '../../core/json'
import type { KeywordProblem } from '../../core/typed/address-keyword'

/** A place that a parcel can be sent to. */
type FoundAddress = {
  readonly postcode: string
  /** By its road, as parcels are sent to. */
  readonly road: string
  /** The same place by its lot, as older people know it. */
  readonly lot: string
  readonly english: string
}

export type JusoAnswer =
  | {
      readonly kind: 'found'
      readonly addresses: readonly FoundAddress[]
      /** How many there are in all. */
      readonly total: number
    }
  /** It wants to be asked in another way. */
  | { readonly kind: 'refused'; readonly why: KeywordProblem }

/** - `retry`: away or at fault, another time it may answer
 *  - `misconfigured`: it refuses our key; a person has to ask for another one */
export type JusoTrouble = 'retry' | 'misconfigured'

/** The address service broke its promise, or refuses this shop. Holds nothing of what was looked for. */
export class JusoError extends Error {
  override name = 'JusoError'
  constructor(
    readonly trouble: JusoTrouble,
    /** Its own errorCode; null when there was no answer that can be read. */
    readonly code: string | null,
  ) {
    super(`address search: ${trouble} (${code ?? 'no answer'})`)
  }
  get retryable() {
    return this.trouble === 'retry'
  }
}

/** By its name: a server is bundled in parts, each with a copy of this class. */
export const isJusoError = (error: unknown): error is JusoError =>
  error instanceof Error && error.name === 'JusoError'

/** Whoever types waits no longer than this. */
const TIMEOUT_MS = 3_000
/** As many as fit a phone; who does not find theirs types the number of the building too. */
export const MOST_ADDRESSES = 10

const OK = '0'
const keywordProblems: Readonly<Record<string, KeywordProblem>> = {
  E0005: 'missing',
  E0006: 'too_wide',
  E0008: 'too_short',
  E0009: 'only_digits',
  E0010: 'too_long',
  E0011: 'long_number',
  E0012: 'only_signs',
  E0013: 'forbidden',
  E0015: 'too_many',
}
const KEY_REFUSED = ['E0001', 'E0014']

const answer = z.object({
  results: z.object({
    common: z.object({ errorCode: z.string(), totalCount: z.coerce.number().int().catch(0) }),
    juso: z.array(z.unknown()).nullish(),
  }),
})
const entry = z.object({
  zipNo: z.string().regex(/^\d{5}$/),
  roadAddr: z.string().trim().min(1),
  jibunAddr: z.string().catch(''),
  engAddr: z.string().catch(''),
})

export type JusoSettings = {
  readonly key: string
  /** Without a trailing slash; the path is the service's own. */
  readonly origin: string
  /** What opens a host that lets only a team in, where the simulator is on one. */
  readonly pass?: string | null
}
export type Juso = ReturnType<typeof createJuso>

/** The government's road-name address service. A call ends within `timeoutMs`, and throws JusoError. */
export function createJuso({ key, origin, pass }: JusoSettings, timeoutMs = TIMEOUT_MS) {
  return async (keyword: string): Promise<JusoAnswer> => {
    const query = new URLSearchParams({
      confmKey: key,
      currentPage: '1',
      countPerPage: String(MOST_ADDRESSES),
      keyword,
      resultType: 'json',
    })
    const headers = new Headers(pass ? { 'x-vercel-protection-bypass': pass } : {})
    const signal = AbortSignal.timeout(timeoutMs)
    const text = await read(`${origin}/addrlink/addrLinkApi.do?${query}`, { headers, signal })
    const parsed = answer.safeParse(parseJson(text))
    if (!parsed.success) throw new JusoError('retry', null)
    const { common, juso } = parsed.data.results
    const { errorCode, totalCount: total } = common
    if (errorCode === OK) return { kind: 'found', total, addresses: (juso ?? []).flatMap(usable) }
    const why = keywordProblems[errorCode]
    if (why) return { kind: 'refused', why }
    throw new JusoError(KEY_REFUSED.includes(errorCode) ? 'misconfigured' : 'retry', errorCode)
  }
}

async function read(url: string, init: RequestInit): Promise<string> {
  try {
    const response = await fetch(url, { ...init, redirect: 'error', cache: 'no-store' })
    // What went wrong is said with 200; anything else is not the service itself.
    return response.ok ? await response.text() : ''
  } catch {
    throw new JusoError('retry', null)
  }
}

/** A place without a postcode is left out: nothing could be sent there. */
function usable(found: unknown): FoundAddress[] {
  const { data } = entry.safeParse(found)
  if (!data) return []
  return [
    {
      postcode: data.zipNo,
      road: data.roadAddr.replace(/\s+/g, ' '),
      lot: data.jibunAddr.trim(),
      english: data.engAddr.trim(),
    },
  ]
}
