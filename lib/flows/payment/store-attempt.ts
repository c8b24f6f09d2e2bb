import type { SaveWallet } from '@/lib/adyen/client'
import { attemptId, type Instant, laterBy, type OrderId, type TokenId } from '@/lib/core/ids'
import type { Order } from '@/lib/core/order'
import { type AttemptRow, insertAttempt } from '@/lib/db/attempts'
import type { Tx } from '@/lib/db/connection'
import { findOrderRow } from '@/lib/db/orders'
import type { Deps } from '../deps'
import { recordIn } from '../record'

export type NewAttempt = {
  readonly order: OrderId
  /** Of the order, counted from 1: the same number asked for twice is one attempt. */
  readonly number: number
  readonly method: string
  /** What is asked for, as one word to compare. */
  readonly contents: string
  readonly timeLimitMs: number
  /** What the shopper agrees to besides paying; null: nothing. */
  readonly keep: SaveWallet | null
  /** The saved wallet that pays with nobody at the screen; null: the shopper pays. */
  readonly charge: { readonly token: TokenId; readonly try: number } | null
  /** Whether who asks may act on the order, and not only holds its link. */
  readonly byOwner: boolean
  /** What asks, as its owner would call it: `Chrome, Android`. */
  readonly device?: string | null | undefined
}

/**
 * One more attempt of an order. Reference, key and return token are in the database before anybody hears of
 * them. `attempt` is null when the order takes none: see `decide`.
 */
export async function storeAttempt(
  tx: Tx,
  deps: Deps,
  asked: NewAttempt,
  now: Instant,
): Promise<{ readonly order: Order; readonly attempt: AttemptRow | null }> {
  const { order: orderId, number, method, contents, timeLimitMs, keep, charge, byOwner } = asked
  const id = attemptId(deps.newId())
  const expiresAt = laterBy(now, timeLimitMs)
  // Whoever's saved wallet is charged has paid here before, and the answer comes at once or by itself: the time begins
  // with the first attempt that somebody can leave open.
  const holdUntil = charge === null ? laterBy(now, deps.shop.stockHoldMs) : null
  const fact = { kind: 'attempt_started', attempt: id, number, expiresAt, holdUntil } as const
  const { order, events } = await recordIn(tx, deps, orderId, fact, now)
  if (events.length === 0) return { order, attempt: null }
  const row = await findOrderRow(tx, orderId)
  if (!row) throw new Error(`order ${orderId} vanished under its lock`)
  const attempt = {
    id,
    orderId,
    number,
    method,
    contents,
    // The order's number for people, the attempt's for the machine, and a tail for a merchant account
    // that several shops share.
    reference: `${row.number}-${number}-${deps.newId().slice(0, 6)}`,
    idempotencyKey: deps.newKey(),
    returnToken: deps.newId(),
    amount: order.amount.minor,
    createdAt: new Date(now),
    agreement: keep?.agreement ?? null,
    shopper: keep?.shopper ?? null,
    chargeToken: charge?.token ?? null,
    chargeTry: charge?.try ?? null,
    byOwner,
    handedOver: false,
  }
  await insertAttempt(tx, { ...attempt, device: asked.device ?? null })
  const unanswered = { answer: null, resultCode: null, refusalCode: null, refusalFinal: false }
  return { order, attempt: { ...attempt, ...unanswered } }
}
