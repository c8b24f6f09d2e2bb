import type { Asker } from '@/lib/core/asker'
import { isPending } from '@/lib/core/goods/goods'
import { claimId, type OrderId } from '@/lib/core/ids'
import { mayClaim } from '@/lib/core/order'
import { listDaysOff } from '@/lib/db/days-off'
import { findOrder, lockOrder, noteReturn } from '@/lib/db/orders'
import { mayActOn } from '../act/may-act-on'
import type { Deps } from '../deps'
import { recordIn } from '../record'

type Claim = { readonly order: OrderId; readonly reason: string }

/**
 * The shopper wants to give goods back, within seven days of delivery. `too_late` also when nothing
 * was delivered yet; null for an order that does not exist.
 */
export async function openClaim(
  deps: Deps,
  asker: Asker,
  { order: id, reason }: Claim,
): Promise<'asked' | 'too_late' | 'may_not' | null> {
  if (!(await findOrder(deps.db, id))) return null
  const now = await deps.clock.now()
  return deps.db.transaction().execute(async (tx) => {
    const { order } = await lockOrder(tx, id)
    if (order.goods.claims.some(isPending)) return 'asked'
    const daysOff = await listDaysOff(tx)
    if (!mayClaim(order, 'not_said', { now, daysOff })) return 'too_late'
    if (!(await mayActOn(tx, asker, { kind: 'claim', order: id }, now))) return 'may_not'
    const claim = claimId(deps.newId())
    const asked = { by: 'shopper', pieces: null, ground: 'not_said', remedy: 'money' } as const
    await recordIn(tx, deps, id, { kind: 'claim_opened', claim, ...asked, daysOff }, now)
    await noteReturn(tx, id, reason)
    return 'asked'
  })
}
