import type { Asker, OwnerAct } from '@/lib/core/asker'
import { goodsActOf } from '@/lib/core/desk/act-of'
import type { GoodsFact } from '@/lib/core/goods/judge'
import type { GoodsProblem } from '@/lib/core/goods/means'
import type { OrderId } from '@/lib/core/ids'
import { type Order, problemWith } from '@/lib/core/order'
import type { Tx } from '@/lib/db/connection'
import { findOrder, lockOrder } from '@/lib/db/orders'
import { actorOn, logOrderAct } from '../act/for-the-shop'
import { isOlderPage, momentOf } from '../act/older-page'
import type { Deps } from '../deps'
import { recordIn } from '../record'

/** What came of it; null for an order that does not exist. `changed`: more happened since the page that was acted from. */
export type ToldGoods = 'done' | 'may_not' | 'changed' | GoodsProblem | null

type Act = {
  readonly fact: GoodsFact
  /** What the shopper may do it as; null: only a person of the shop may. */
  readonly as: OwnerAct['kind'] | null
  /** What is written besides, in the same transaction. Answers with what speaks against it. */
  readonly also?: (tx: Tx, at: Date) => Promise<GoodsProblem | null>
  /** What follows from it, in the same transaction. */
  readonly afterwards?: (tx: Tx, order: Order) => Promise<void>
  /** For the log of the desk, where the fact has no reason of its own. */
  readonly why?: string
}

/** Somebody says something of the goods of an order. What speaks against it is told, and then nothing is changed. */
export async function actOnGoods(
  deps: Deps,
  asker: Asker,
  id: OrderId,
  { fact, as, also, afterwards, why = '' }: Act,
): Promise<ToldGoods> {
  if (as === null && asker.kind === 'browser') return 'may_not'
  if (!(await findOrder(deps.db, id))) return null
  if (fact.kind === 'parcel_sent' && deps.shop.isPlayMoney) return 'play_money'
  const now = await deps.clock.now()
  return deps.db.transaction().execute(async (tx) => {
    const locked = await lockOrder(tx, id)
    const { order } = locked
    const problem = problemWith(order, fact, { now, stock: 'there' })
    if (problem !== 'known' && isOlderPage(asker, locked)) return 'changed'
    if (problem) return problem
    const owner = as === 'claim' || as === 'cancel' ? ({ kind: as, order: id } as const) : null
    const shop = goodsActOf(order, fact)
    const actor = await actorOn(tx, deps, asker, { owner, shop }, now)
    if (actor === null) return 'may_not'
    const against = (await also?.(tx, new Date(now))) ?? null
    if (against) return against
    const { order: after, events } = await recordIn(tx, deps, id, fact, now)
    // Only what is promised once more can fail here: it was not on the shelf.
    if (events.length === 0) return 'sold_out'
    await afterwards?.(tx, after)
    const reason = 'reason' in fact ? (fact.reason ?? why) : why
    await logOrderAct(tx, actor, id, { act: shop, why: reason }, momentOf(events, now))
    return 'done'
  })
}
