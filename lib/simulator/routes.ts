import type { Answer } from '@/lib/simulator/answer'
import { cancelByReference } from '@/lib/simulator/cancel-by-reference'
import type { Database, SimulatorConfig } from '@/lib/simulator/config'
import type { FaultRequest } from '@/lib/simulator/faults'
import { modifyPayment } from '@/lib/simulator/modifications'
import { findPayment } from '@/lib/simulator/payment'
import { detailsRequest, givePaymentDetails } from '@/lib/simulator/payment-details'
import { listPaymentMethods } from '@/lib/simulator/payment-methods'
import { makePayment } from '@/lib/simulator/payments'
import {
  disable,
  forgetToken,
  listRecurringDetails,
  listStoredMethods,
} from '@/lib/simulator/stored-tokens'

export type Body = Readonly<Record<string, unknown>>

/** One call of Adyen's API, whose path and body have been read. */
export type Call = {
  /** The name under which faults are ordered. */
  readonly name: FaultRequest['on']
  readonly run: (db: Database, now: number) => Promise<Answer>
  /** Merchant references that this call is about. */
  readonly references: () => Promise<readonly string[]>
}

const checkout = /^\/api\/(?:checkout\/)?v7[12](\/.*)$/
const recurring = /^\/api\/pal\/servlet\/Recurring\/v68(\/.*)$/
const modification = /^\/payments\/([^/]+)\/(refunds|captures|cancels|reversals)$/
const storedMethod = /^\/storedPaymentMethods\/([^/]+)$/

/** Null where Adyen has nothing, or nothing that this simulator plays. */
export function callTo(
  config: SimulatorConfig,
  method: string,
  path: string,
  body: Body,
): Call | null {
  const [, token] = recurring.exec(path) ?? []
  if (token !== undefined) return method === 'POST' ? recurringCall(config, token, body) : null

  const [, rest] = checkout.exec(path) ?? []
  if (rest === undefined) return null
  if (method === 'GET' && rest === '/storedPaymentMethods')
    return about('storedPaymentMethods', (db, now) => listStoredMethods(db, body, now))
  const [, id] = storedMethod.exec(rest) ?? []
  if (method === 'DELETE' && id !== undefined) {
    const asked = { id: decodeURIComponent(id), asked: body }
    return about('storedPaymentMethods', (db, now) => forgetToken(db, config, { ...asked, now }))
  }
  return method === 'POST' ? checkoutCall(config, rest, body) : null
}

const about = (
  name: Call['name'],
  run: Call['run'],
  references: Call['references'] = async () => [],
): Call => ({ name, run, references })

function recurringCall(config: SimulatorConfig, path: string, body: Body): Call | null {
  switch (path) {
    case '/listRecurringDetails':
      return about('storedPaymentMethods', (db, now) => listRecurringDetails(db, body, now))
    case '/disable':
      return about('storedPaymentMethods', (db, now) => disable(db, config, body, now))
    default:
      return null
  }
}

const text = (value: unknown) => (typeof value === 'string' ? [value] : [])

function checkoutCall(config: SimulatorConfig, path: string, body: Body): Call | null {
  const own = async () => text(body.reference)
  const named = async () => text(body.paymentReference)
  switch (path) {
    case '/paymentMethods':
      return about('paymentMethods', (db, now) => listPaymentMethods(db, body, now))
    case '/payments':
      return about('payments', (db, now) => makePayment(db, config, body, now), own)
    case '/payments/details':
      return about(
        'details',
        (db, now) => givePaymentDetails(db, body, now),
        () => referenceOf(config, 'redirect_result', redirectResultOf(body)),
      )
    case '/cancels':
      return about('cancels', (db, now) => cancelByReference(db, config, body, now), named)
  }
  const [, pspReference, kind] = modification.exec(path) ?? []
  if (pspReference === undefined || !isKind(kind)) return null
  return about(
    kind,
    (db, now) => modifyPayment(db, config, kind, pspReference, body, now),
    async () => [
      ...(await referenceOf(config, 'psp_reference', pspReference)),
      ...text(body.reference),
    ],
  )
}

const kinds = ['refunds', 'captures', 'cancels', 'reversals'] as const
const isKind = (text: string | undefined): text is (typeof kinds)[number] =>
  kinds.some((kind) => kind === text)

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
