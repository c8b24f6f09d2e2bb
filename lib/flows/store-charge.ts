import {
  type AttemptId,
  HOUR,
  type Instant,
  laterBy,
  type OrderId,
  type ShopperId,
} from '../core/ids'
import { type Agreement, type AttemptRow, insertAttempt } from '../db/attempts'
import type { Tx } from '../db/connection'
import { findOrderRow } from '../db/orders'
import type { SavedMethod } from '../db/saved-methods'
import type { Deps } from './deps'
import { recordIn } from './record'

// Nobody waits at a screen: a charge that got no answer is asked about with the same key for days.
const CHARGE_TIME_LIMIT = 72 * HOUR

/** Thrown to undo the transaction that wanted to charge: there is nothing to be had for the money. */
export const SOLD_OUT = new Error('sold out')

export type NewCharge = {
  readonly order: OrderId
  /** Of the order. */
  readonly number: number
  readonly shopper: ShopperId
  readonly wallet: Pick<SavedMethod, 'token' | 'method'>
  readonly agreement: Agreement
  /** Unique in its order: the same try asked for twice is one. */
  readonly chargeTry: number
}

/** One more attempt of an order, paid by a saved wallet. Stored, with reference and key, before Adyen is asked. */
export async function storeCharge(
  tx: Tx,
  deps: Deps,
  { order: orderId, number, shopper, wallet, agreement, chargeTry }: NewCharge,
  now: Instant,
): Promise<AttemptRow> {
  const id = deps.newId() as AttemptId
  const expiresAt = laterBy(now, CHARGE_TIME_LIMIT)
  const fact = { kind: 'attempt_started', attempt: id, number, expiresAt } as const
  const { order, events } = await recordIn(tx, deps, orderId, fact, now)
  if (events.length === 0) throw SOLD_OUT
  const row = await findOrderRow(tx, orderId)
  const attempt = {
    id,
    orderId,
    number,
    method: wallet.method,
    contents: `charge ${chargeTry}`,
    reference: `${row?.number}-${number}-${deps.newId().slice(0, 6)}`,
    idempotencyKey: deps.newKey(),
    returnToken: deps.newId(),
    amount: order.amount.minor,
    createdAt: new Date(now),
    agreement,
    shopper,
    chargeToken: wallet.token,
    chargeTry,
  }
  await insertAttempt(tx, attempt)
  return { ...attempt, answer: null, resultCode: null, refusalFinal: false }
}
