import { HOUR, type Instant, type OrderId, type ShopperId } from '@/lib/core/ids'
import type { AttemptRow } from '@/lib/db/attempts'
import type { Tx } from '@/lib/db/connection'
import type { SavedMethod } from '@/lib/db/saved-methods'
import type { Agreement } from '@/lib/db/schema'
import type { Deps } from '../deps'
import { storeAttempt } from '../payment/store-attempt'

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

/** One more attempt of an order, paid by a saved wallet. */
export async function storeCharge(
  tx: Tx,
  deps: Deps,
  { order, number, shopper, wallet, agreement, chargeTry }: NewCharge,
  now: Instant,
): Promise<AttemptRow> {
  const about = { order, number, method: wallet.method, contents: `charge ${chargeTry}` }
  const charge = { token: wallet.token, try: chargeTry }
  const keep = { shopper, agreement }
  // Nobody is sent to the wallet, so nobody comes back.
  const input = { ...about, timeLimitMs: CHARGE_TIME_LIMIT, keep, charge, byOwner: false }
  const { attempt } = await storeAttempt(tx, deps, input, now)
  if (attempt === null) throw SOLD_OUT
  return attempt
}
