import type { Asker } from '@/lib/core/asker'
import { krw } from '@/lib/core/money'
import { findPlan, setPlanPrice } from '@/lib/db/goods/plans'
import { listAliveOfPlan } from '@/lib/db/subscriptions'
import { actorFor, logAct } from '../act/for-the-shop'
import type { Deps } from '../deps'
import { recordEachIn } from './record-subscription'

/**
 * A person of the shop says what a plan costs from now on, in won. Whoever subscribes later pays it; whoever has subscribed pays a lower
 * price at once, and a higher one only after agreeing. Can be done again if it broke off. Returns how many
 * subscriptions were told, or null for a plan that is not there or a price that cannot be divided by its pieces.
 */
export async function changePlanPrice(
  deps: Deps,
  asker: Asker,
  id: string,
  won: number,
): Promise<number | 'may_not' | null> {
  if (asker.kind === 'browser') return 'may_not'
  const plan = await findPlan(deps.db, id)
  if (!plan || won < 1 || won % plan.line.quantity !== 0) return null
  const now = await deps.clock.now()
  const isSet = await deps.db.transaction().execute(async (tx) => {
    const actor = await actorFor(tx, deps, asker, 'change_plan_price', now)
    if (actor === null) return false
    await setPlanPrice(tx, id, won)
    const why = `₩${won}`
    await logAct(tx, actor, { act: 'change_plan_price', about: id, why }, now)
    return true
  })
  if (!isSet) return 'may_not'
  const alive = await listAliveOfPlan(deps.db, id)
  const changed = () => ({ kind: 'price_changed', price: krw(won) }) as const
  let told = 0
  for (const each of alive)
    if (await deps.db.transaction().execute((tx) => recordEachIn(tx, deps, [each], changed, now)))
      told += 1
  return told
}
