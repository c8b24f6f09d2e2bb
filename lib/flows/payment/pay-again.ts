import type { OrderId, ShopperId } from '@/lib/core/ids'
import { findOrderRow } from '@/lib/db/orders'
import { findSubscriptionRow } from '@/lib/db/subscriptions'
import type { Deps } from '../deps'
import { payOrder, type Started } from './start-payment'

type PaymentChoice = { readonly number: number; readonly method: string }

/** One more attempt of an order, for the shopper who cancelled, was refused, or wants another method. */
export async function payAgain(
  deps: Deps,
  id: OrderId,
  input: PaymentChoice,
  shopper: ShopperId | null = null,
): Promise<Started | null> {
  const row = await findOrderRow(deps.db, id)
  if (!row) return null
  // Paying a period by hand renews the saved wallet; whoever pays for somebody else does not save theirs.
  const owner =
    row.subscriptionId && (await findSubscriptionRow(deps.db, row.subscriptionId))?.shopper
  const keep = owner && owner === shopper ? { shopper, agreement: 'subscription' as const } : null
  return payOrder(deps, id, { ...input, contents: `again ${input.method}`, customer: null, keep })
}
