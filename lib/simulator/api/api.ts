import { answerManagement, isManagement } from '@/lib/simulator/account/management'
import { mayUseCheckout } from '@/lib/simulator/account/roles'
import {
  type Answer,
  alreadyProcessed,
  jsonResponse,
  notFound,
  serviceError,
  transient,
  unauthorised,
  wrongMerchantAccount,
} from '@/lib/simulator/answer'
import { failAfter, failBefore, takeFault } from '@/lib/simulator/api/faults'
import { releaseKey, reserveKey, storeAnswer } from '@/lib/simulator/api/idempotency'
import { type ApiBody, type ApiCall, apiCallFor } from '@/lib/simulator/api/routes'
import { inTransaction, type SimulatorConfig } from '@/lib/simulator/config'
import { parseJson } from '@/lib/simulator/json'
import { sameSecret } from '@/lib/simulator/references'
import { isStorable } from '@/lib/simulator/storable'
import { readSwitches } from '@/lib/simulator/switches'

// No request of the Checkout API comes near it.
const MOST_CHARACTERS = 1_000_000

export async function answerApi(
  config: SimulatorConfig,
  request: Request,
  path: string,
): Promise<Response> {
  if (isManagement(path)) return answerManagement(config, request, path)
  if (!sameSecret(request.headers.get('x-api-key') ?? '', config.apiKey))
    return jsonResponse(unauthorised)

  const posts = request.method === 'POST'
  const key = (posts && request.headers.get('idempotency-key')) || null
  if (key !== null && key.length > 64)
    return jsonResponse(serviceError(400, '702', 'The Idempotency-Key is too long', 'validation'))
  const text = posts ? await request.text() : ''
  if (text.length > MOST_CHARACTERS)
    return jsonResponse(serviceError(413, '702', 'The request is too large', 'validation'))
  // What a GET or DELETE asks is in its query.
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const body = posts ? parseObject(text) : query
  if (body === null || !isStorable(body))
    return jsonResponse(serviceError(400, '702', 'Unexpected input: ", expected: }', 'validation'))
  const call = apiCallFor(config, request.method, path, body)
  if (call === null) return jsonResponse(notFound)
  // A redirectResult belongs to a merchant account already, so that request does not name one.
  if (call.name !== 'details' && body.merchantAccount !== config.merchantAccount)
    return jsonResponse(wrongMerchantAccount())

  if (!mayUseCheckout(await readSwitches(config.pool, null))) return jsonResponse(noRole)

  const asked = key === null ? null : { key, request: `${path}\n${text}` }
  const response = await once(config, asked, call, request.signal)
  if (key !== null && [200, 201, 422].includes(response.status))
    response.headers.set('idempotency-key', key)
  return response
}

const noRole = serviceError(403, '010', 'Not allowed', 'security')

function parseObject(text: string): ApiBody | null {
  const value = parseJson(text)
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : null
}

/** The work of a call, at most once for one Idempotency-Key, with what was ordered to go wrong. */
async function once(
  config: SimulatorConfig,
  asked: { readonly key: string; readonly request: string } | null,
  call: ApiCall,
  signal: AbortSignal,
): Promise<Response> {
  const { pool } = config
  const references = await call.references()
  const reference = references[0] ?? null
  /** An answer, with what goes wrong before it and on its way. */
  const answerBy = async (give: () => Promise<Answer>) => {
    const fault = await takeFault(pool, call.name, references)
    const failure = fault === null ? null : await failBefore(fault, signal)
    if (failure !== null) return jsonResponse(failure)
    const answer = await give()
    return fault === null ? jsonResponse(answer) : failAfter(fault, answer, signal)
  }
  if (asked !== null) {
    const set = await readSwitches(pool, reference)
    const reservation = await reserveKey(pool, { ...asked, reference }, set, await config.now())
    // A network that loses answers loses the repeated ones too.
    if (reservation.kind === 'stored') return answerBy(async () => reservation.answer)
    if (reservation.kind === 'in_flight')
      return jsonResponse(transient(alreadyProcessed(Number(set.inFlightStatus))))
    if (reservation.kind === 'other_body') return jsonResponse(alreadyProcessed())
  }
  const key = asked?.key ?? null
  try {
    return await answerBy(async () => {
      const now = await config.now()
      return inTransaction(pool, async (tx) => {
        const given = await call.run(tx, now)
        if (key !== null && given.status < 500) await storeAnswer(tx, key, given)
        return given
      })
    })
  } finally {
    // Does nothing once an answer is stored.
    if (key !== null) await releaseKey(pool, key)
  }
}
