import type { ShopperId, SubscriptionId } from '@/lib/core/ids'
import type { SubscriptionFact } from '@/lib/core/subscription'
import type { Customer } from '@/lib/db/orders'
import { findOrderOfPeriod } from '@/lib/db/orders'
import { findSubscriptionRow, updateAddress } from '@/lib/db/subscriptions'
import type { Deps } from '../deps'
import { record } from '../record'
import { recordSubscription } from './record-subscription'

/** What a shopper can want of a subscription. */
export type SubscriptionChange = Extract<
  SubscriptionFact,
  { kind: 'pause' | 'resume' | 'skip' | 'stay' | 'agree' | 'move' | 'cancel' }
>

/** `no_longer`: it cannot be done now, and nothing was. Null: no such subscription of this shopper. */
export async function changeSubscription(
  deps: Deps,
  id: SubscriptionId,
  shopper: ShopperId,
  input: SubscriptionChange,
): Promise<'done' | 'no_longer' | null> {
  const row = await findSubscriptionRow(deps.db, id)
  if (row?.shopper !== shopper) return null
  const { events } = await recordSubscription(deps, id, input)
  return events.length > 0 ? 'done' : 'no_longer'
}

/** Where the next deliveries go. */
export async function changeAddress(
  deps: Deps,
  id: SubscriptionId,
  shopper: ShopperId,
  customer: Customer,
): Promise<boolean> {
  const row = await findSubscriptionRow(deps.db, id)
  if (row?.shopper !== shopper) return false
  await updateAddress(deps.db, id, customer)
  return true
}

/**
 * The job: what was not paid when the subscription was cancelled is not to be paid any more. Should its money
 * have come in the meantime, it goes back.
 */
export async function dropPeriod(
  deps: Deps,
  subscription: SubscriptionId,
  period: number,
): Promise<void> {
  const order = await findOrderOfPeriod(deps.db, subscription, period)
  if (order) await record(deps, order, { kind: 'cancelled_by', who: 'shopper' })
}
