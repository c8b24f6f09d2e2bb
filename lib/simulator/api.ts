import {
  type Answer,
  alreadyProcessed,
  json,
  notFound,
  serviceError,
  transient,
  unauthorised,
  wrongMerchantAccount,
} from '@/lib/simulator/answer'
import { type Database, inTransaction, type SimulatorConfig } from '@/lib/simulator/config'
import { failAfter, failBefore, takeFault } from '@/lib/simulator/faults'
import { claimKey, releaseKey, storeAnswer } from '@/lib/simulator/idempotency'
import { type Kind, modifyPayment } from '@/lib/simulator/modifications'
import { findPayment } from '@/lib/simulator/payment'
import { detailsRequest, givePaymentDetails } from '@/lib/simulator/payment-details'
import { listPaymentMethods } from '@/lib/simulator/payment-methods'
import { makePayment } from '@/lib/simulator/payments'
import { sameSecret } from '@/lib/simulator/references'

type Body = Readonly<Record<string, unknown>>

/** One call of the Checkout API, whose path and body have been read. */
type Call = {
  /** The name under which faults are ordered. */
  readonly name: string
  readonly run: (db: Database, now: number) => Promise<Answer>
  /** Merchant references that this call is about. */
  readonly references: () => Promise<readonly string[]>
}

const version = /^\/api\/(?:checkout\/)?v7[12](?=\/)/

export async function answerApi(
  config: SimulatorConfig,
  request: Request,
  path: string,
): Promise<Response> {
  if (!sameSecret(request.headers.get('x-api-key') ?? '', config.apiKey)) return json(unauthorised)
  if (request.method !== 'POST' || !version.test(path)) return json(notFound)

  const key = request.headers.get('idempotency-key')
  if (key !== null && key.length > 64)
    return json(serviceError(400, '702', 'The Idempotency-Key is too long', 'validation'))
  const body = parseObject(await request.text())
  if (body === null)
    return json(serviceError(400, '702', 'Unexpected input: ", expected: }', 'validation'))
  const call = callTo(config, path.replace(version, ''), body)
  if (call === null) return json(notFound)
  // A redirectResult belongs to a merchant account already, so that request does not name one.
  if (call.name !== 'details' && body.merchantAccount !== config.merchantAccount)
    return json(wrongMerchantAccount())

  const response = await once(config, key, call, request.signal)
  if (key !== null && [200, 201, 422].includes(response.status))
    response.headers.set('idempotency-key', key)
  return response
}

function parseObject(text: string): Body | null {
  if (text.includes('\\u0000')) return null // Postgres cannot store it
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value))
      : null
  } catch {
    return null
  }
}

const modification = /^\/payments\/([^/]+)\/(refunds|captures|cancels|reversals)$/

function callTo(config: SimulatorConfig, path: string, body: Body): Call | null {
  const own = typeof body.reference === 'string' ? [body.reference] : []
  switch (path) {
    case '/paymentMethods':
      return {
        name: 'paymentMethods',
        run: () => listPaymentMethods(body),
        references: async () => [],
      }
    case '/payments':
      return {
        name: 'payments',
        run: (db, now) => makePayment(db, config, body, now),
        references: async () => own,
      }
    case '/payments/details':
      return {
        name: 'details',
        run: (db, now) => givePaymentDetails(db, body, now),
        references: async () => referenceOf(config, 'redirect_result', redirectResultOf(body)),
      }
  }
  const [, pspReference, kind] = modification.exec(path) ?? []
  if (pspReference === undefined || !isKind(kind)) return null
  return {
    name: kind,
    run: (db, now) => modifyPayment(db, config, kind, pspReference, body, now),
    references: async () => [...own, ...(await referenceOf(config, 'psp_reference', pspReference))],
  }
}

const isKind = (text: string | undefined): text is Kind => text !== undefined

const redirectResultOf = (body: Body) =>
  detailsRequest.safeParse(body).data?.details?.redirectResult ?? ''

async function referenceOf(
  { pool }: SimulatorConfig,
  key: 'redirect_result' | 'psp_reference',
  value: string,
) {
  const payment = await findPayment(pool, key, value)
  return payment === null ? [] : [payment.reference]
}

/** The work of a call, at most once for one Idempotency-Key, with what was ordered to go wrong. */
async function once(
  config: SimulatorConfig,
  key: string | null,
  call: Call,
  signal: AbortSignal,
): Promise<Response> {
  const { pool } = config
  if (key !== null) {
    const claim = await claimKey(pool, key, await config.now())
    if (claim.kind === 'stored') return json(claim.answer)
    if (claim.kind === 'in_flight') return json(transient(alreadyProcessed))
  }
  try {
    const fault = await takeFault(pool, call.name, await call.references())
    const failure = fault === null ? null : await failBefore(fault, signal)
    if (failure !== null) return json(failure)

    const now = await config.now()
    const answer = await inTransaction(pool, async (tx) => {
      const given = await call.run(tx, now)
      if (key !== null && given.status < 500) await storeAnswer(tx, key, given)
      return given
    })
    return fault === null ? json(answer) : await failAfter(fault, answer, signal)
  } finally {
    // Does nothing once an answer is stored.
    if (key !== null) await releaseKey(pool, key)
  }
}
