import { type Answer, malformed } from '@/lib/simulator/answer'
import { cancelByReference } from '@/lib/simulator/api/cancel-by-reference'
import type { FaultRequest } from '@/lib/simulator/api/faults'
import { modifyPayment } from '@/lib/simulator/api/modifications'
import { detailsRequest, givePaymentDetails } from '@/lib/simulator/api/payment-details'
import { listPaymentMethods } from '@/lib/simulator/api/payment-methods'
import { makePayment } from '@/lib/simulator/api/payments'
import {
  deleteStoredMethod,
  disable,
  listRecurringDetails,
  listStoredMethods,
} from '@/lib/simulator/api/stored-tokens'
import type { Database, SimulatorConfig } from '@/lib/simulator/config'
import { findPayment } from '@/lib/simulator/payment/payment'
import { isStorable } from '@/lib/simulator/storable'

export type ApiBody = Readonly<Record<string, unknown>>

/** One call of Adyen's API, whose path and body have been read. */
export type ApiCall = {
  /** The name under which faults are ordered. */
  readonly name: FaultRequest['on']
  readonly run: (db: Database, now: number) => Promise<Answer>
  /** What this call is about, by all the names under which it can be meant; the merchant reference first. */
  readonly references: () => Promise<readonly string[]>
}

const checkout = /^\/api\/(?:checkout\/)?v7[12](\/.*)$/
const recurring = /^\/api\/pal\/servlet\/Recurring\/v68(\/.*)$/
const modification = /^\/payments\/([^/]+)\/(refunds|captures|cancels|reversals)$/
const storedMethod = /^\/storedPaymentMethods\/([^/]+)$/

/** Null where Adyen has nothing, or nothing that this simulator plays. */
export function apiCallFor(
  config: SimulatorConfig,
  method: string,
  path: string,
  body: ApiBody,
): ApiCall | null {
  const [, token] = recurring.exec(path) ?? []
  if (token !== undefined) return method === 'POST' ? recurringCall(config, token, body) : null

  const [, rest] = checkout.exec(path) ?? []
  if (rest === undefined) return null
  if (method === 'GET' && rest === '/storedPaymentMethods')
    return about('storedPaymentMethods', (db, now) => listStoredMethods(db, body, now), of(body))
  const [, id] = storedMethod.exec(rest) ?? []
  if (method === 'DELETE' && id !== undefined) {
    const token = decoded(id)
    const forget: ApiCall['run'] = async (db, now) =>
      token === null
        ? malformed('storedPaymentMethodId')
        : deleteStoredMethod(db, config, { id: token, asked: body, now })
    return about('storedPaymentMethods', forget, of(body))
  }
  return method === 'POST' ? checkoutCall(config, rest, body) : null
}

/** A part of a path as it is meant; null when it means nothing, or nothing that could be looked for. */
function decoded(part: string): string | null {
  try {
    const text = decodeURIComponent(part)
    return isStorable(text) ? text : null
  } catch {
    return null
  }
}

const about = (
  name: ApiCall['name'],
  run: ApiCall['run'],
  references: ApiCall['references'] = async () => [],
): ApiCall => ({ name, run, references })

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? [value] : [])

/** Calls about tokens, and charges that nobody can name in advance, are known by their shopper. */
const of = (body: ApiBody) => async () => text(body.shopperReference)

function recurringCall(config: SimulatorConfig, path: string, body: ApiBody): ApiCall | null {
  switch (path) {
    case '/listRecurringDetails':
      return about(
        'storedPaymentMethods',
        (db, now) => listRecurringDetails(db, body, now),
        of(body),
      )
    case '/disable':
      return about('storedPaymentMethods', (db, now) => disable(db, config, body, now), of(body))
    default:
      return null
  }
}

function checkoutCall(config: SimulatorConfig, path: string, body: ApiBody): ApiCall | null {
  const { reference, merchantOrderReference, shopperReference, paymentReference } = body
  switch (path) {
    case '/paymentMethods':
      return about('paymentMethods', (db, now) => listPaymentMethods(db, body, now), of(body))
    case '/payments':
      return about(
        'payments',
        (db, now) => makePayment(db, config, body, now),
        async () => [reference, merchantOrderReference, shopperReference].flatMap(text),
      )
    case '/payments/details':
      return about(
        'details',
        (db, now) => givePaymentDetails(db, body, now),
        () => namesOf(config, 'redirect_result', redirectResultOf(body)),
      )
    case '/cancels':
      return about(
        'cancels',
        (db, now) => cancelByReference(db, config, body, now),
        () => namesOf(config, 'reference', ...text(paymentReference)),
      )
  }
  const [, pspReference, kind] = modification.exec(path) ?? []
  if (pspReference === undefined || !isKind(kind)) return null
  return about(
    kind,
    (db, now) => modifyPayment(db, config, kind, pspReference, body, now),
    async () => [...(await namesOf(config, 'psp_reference', pspReference)), ...text(reference)],
  )
}

const kinds = ['refunds', 'captures', 'cancels', 'reversals'] as const
const isKind = (text: string | undefined): text is (typeof kinds)[number] =>
  kinds.some((kind) => kind === text)

const redirectResultOf = (body: ApiBody) =>
  detailsRequest.safeParse(body).data?.details?.redirectResult ?? ''

async function namesOf(
  { pool }: SimulatorConfig,
  key: 'redirect_result' | 'psp_reference' | 'reference',
  value = '',
) {
  const payment = await findPayment(pool, key, value)
  if (payment === null) return key === 'reference' ? text(value) : []
  return [payment.reference, ...text(payment.orderReference), ...text(payment.shopperReference)]
}
