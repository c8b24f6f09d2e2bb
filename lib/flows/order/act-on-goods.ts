import type { Asker, OwnerAct } from '@/lib/core/asker'
import type { GoodsFact } from '@/lib/core/goods/judge'
import type { GoodsProblem } from '@/lib/core/goods/means'
import type { OrderId } from '@/lib/core/ids'
import { problemWith } from '@/lib/core/order'
import type { Tx } from '@/lib/db/connection'
import { findOrder, lockOrder } from '@/lib/db/orders'
import { mayActOn } from '../act/may-act-on'
import type { Deps } from '../deps'
import { recordIn } from '../record'

/** What came of it; null for an order that does not exist. */
export type ToldGoods = 'done' | 'may_not' | GoodsProblem | null

type Act = {
  readonly fact: GoodsFact
  /** What the shopper may do it as; null: only a person of the shop may. */
  readonly as: OwnerAct['kind'] | null
  /** What is written besides, in the same transaction. Answers with what speaks against it. */
  readonly also?: (tx: Tx, at: Date) => Promise<GoodsProblem | null>
}

/** Somebody says something of the goods of an order. What speaks against it is told, and then nothing is changed. */
export async function actOnGoods(
  deps: Deps,
  asker: Asker,
  id: OrderId,
  { fact, as, also }: Act,
): Promise<ToldGoods> {
  if (as === null && asker.kind !== 'merchant') return 'may_not'
  if (!(await findOrder(deps.db, id))) return null
  const now = await deps.clock.now()
  return deps.db.transaction().execute(async (tx) => {
    const { order } = await lockOrder(tx, id)
    const problem = problemWith(order, fact, { now, stock: 'there' })
    if (problem) return problem
    const act = as === 'claim' || as === 'cancel' ? ({ kind: as, order: id } as const) : null
    if (act && !(await mayActOn(tx, asker, act, now))) return 'may_not'
    const against = (await also?.(tx, new Date(now))) ?? null
    if (against) return against
    const { events } = await recordIn(tx, deps, id, fact, now)
    // Only what is promised once more can fail here: it was not on the shelf.
    return events.length > 0 ? 'done' : 'sold_out'
  })
}
