import { URLSearchParams } from 'node:url'
import type ClientInterface from '@adyen/api-library/lib/src/httpClient/clientInterface.js'
import type { IRequest } from '@adyen/api-library/lib/src/typings/requestOptions.js'
import { z } from 'zod'
import { parseJson } from '../core/json'
import { AdyenError, troubleOf } from './errors'

export type Origin = {
  readonly apiKey: string
  /** Replaces scheme and host of every call, path kept behind it; null: Adyen's own. */
  readonly apiOrigin: string | null
  readonly timeoutMs: number
  /** Shown to our own simulator where Vercel lets only a team in. */
  readonly pass?: string | null
}

// Adyen has an older and a newer shape for what went wrong; both name an errorCode.
const refusal = z.object({
  errorCode: z.coerce.string().optional(),
  errorType: z.string().optional(),
})

/**
 * Carries the official library's calls by fetch: with a time limit, to another origin when asked, and
 * with what went wrong in our own words. Node's fetch keeps connections alive.
 */
export const transport = (origin: Origin): ClientInterface => ({
  request: (endpoint, json, _config, _isApiKeyRequired, options) =>
    callAdyen(origin, endpoint, String(json), options),
})

/** One call, and its answer as text; throws AdyenError. */
export async function callAdyen(
  { apiKey, apiOrigin, timeoutMs, pass }: Origin,
  endpoint: string,
  json: string,
  options?: IRequest.Options,
): Promise<string> {
  const headers = new Headers({ 'X-API-Key': apiKey, 'Content-Type': 'application/json' })
  if (pass) headers.set('x-vercel-protection-bypass', pass)
  if (options?.idempotencyKey) headers.set('Idempotency-Key', options.idempotencyKey)
  const method = options?.method ?? 'POST'
  const init: RequestInit = { method, headers, redirect: 'error', cache: 'no-store' }
  if (method !== 'GET' && json !== '') init.body = json
  init.signal = AbortSignal.timeout(timeoutMs)

  const { response, body } = await send(addressOf(endpoint, apiOrigin, options?.params), init)
  if (!response.ok) throw refused(response, body)
  // The library would warn and hand on the broken text.
  if (body !== '' && parseJson(body) === undefined)
    throw new AdyenError('retry', response.status, null)
  return body
}

function addressOf(
  endpoint: string,
  apiOrigin: string | null,
  params: IRequest.Options['params'],
): URL {
  const asked = new URL(endpoint)
  const url = apiOrigin ? new URL(`${apiOrigin}${asked.pathname}`) : asked
  url.search = params ? String(new URLSearchParams(params)) : asked.search
  return url
}

async function send(url: URL, init: RequestInit) {
  try {
    const response = await fetch(url, init)
    return { response, body: await response.text() }
  } catch {
    // Refused, reset, cut off or too slow: it may have been done all the same.
    throw new AdyenError('retry', null, null)
  }
}

function refused(response: Response, body: string): AdyenError {
  const parsed = refusal.safeParse(parseJson(body))
  const errorCode = parsed.data?.errorCode ?? null
  const errorType = parsed.data?.errorType ?? null
  const transient = response.headers.get('transient-error') === 'true'
  const { status } = response
  return new AdyenError(troubleOf({ status, errorCode, errorType, transient }), status, errorCode)
}
