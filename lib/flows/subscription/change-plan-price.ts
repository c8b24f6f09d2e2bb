import { krw } from '@/lib/core/money'
import { findPlan, setPlanPrice } from '@/lib/db/plans'
import { listAliveOfPlan } from '@/lib/db/subscriptions'
import type { Deps } from '../deps'
import { recordSubscription } from './record-subscription'

/**
 * What a plan costs from now on, in won. Whoever subscribes later pays it; whoever has subscribed pays a lower
 * price at once, and a higher one only after agreeing. Can be done again if it broke off. Returns how many
 * subscriptions it concerns, or null for a plan that is not there or a price that cannot be divided by its pieces.
 */
export async function changePlanPrice(deps: Deps, id: string, won: number): Promise<number | null> {
  const plan = await findPlan(deps.db, id)
  if (!plan || won < 1 || won % plan.line.quantity !== 0) return null
  await deps.db.transaction().execute((tx) => setPlanPrice(tx, id, won))
  const alive = await listAliveOfPlan(deps.db, id)
  for (const subscription of alive)
    await recordSubscription(deps, subscription, { kind: 'price_changed', price: krw(won) })
  return alive.length
}
