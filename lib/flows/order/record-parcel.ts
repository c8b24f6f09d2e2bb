import type { Asker } from '@/lib/core/asker'
import type { Pieces } from '@/lib/core/goods/lines'
import { type ParcelId, parcelId } from '@/lib/core/ids'
import type { Fact, Order } from '@/lib/core/order'
import { findOrderByNumber, lockOrder, noteParcel } from '@/lib/db/orders'
import { actorFor, logOrderAct } from '../act/for-the-shop'
import type { Deps } from '../deps'
import { recordIn } from '../record'

/** The merchant's news of a parcel. `tracking` is the carrier and its number, as the shopper reads it. */
export type ParcelUpdate =
  /**
   * Pieces left out: all of it, where nothing was cancelled; else whoever packed says what is in it.
   * `despite`: why it is sent although its money is contested.
   */
  | {
      readonly kind: 'sent'
      readonly tracking: string
      readonly pieces?: Pieces
      readonly despite?: string
    }
  | { readonly kind: 'delivered' }

/**
 * A person of the shop tells an order, by its number for people, that it was sent or has arrived. `refused` when it is not
 * so far: only what is paid, and whose money is ours, is sent, and only what was sent arrives.
 */
export async function recordParcel(
  deps: Deps,
  asker: Asker,
  number: string,
  news: ParcelUpdate,
): Promise<
  { kind: 'done' | 'refused'; order: Order } | { kind: 'unknown' | 'may_not' | 'play_money' }
> {
  if (asker.kind === 'browser') return { kind: 'may_not' }
  const act = news.kind === 'sent' ? 'send_parcel' : 'note_delivery'
  const found = await findOrderByNumber(deps.db, number)
  if (!found) return { kind: 'unknown' }
  if (news.kind === 'sent' && deps.shop.isPlayMoney) return { kind: 'play_money' }
  const now = await deps.clock.now()
  return deps.db.transaction().execute(async (tx) => {
    const { order: before } = await lockOrder(tx, found.id)
    const actor = await actorFor(tx, deps, asker, act, now)
    if (actor === null) return { kind: 'may_not' }
    const fact = factOf(before, news, parcelId(deps.newId()))
    if (fact === null) return { kind: 'refused', order: before }
    const { order, events } = await recordIn(tx, deps, found.id, fact, now)
    if (events.length === 0) return { kind: 'refused', order }
    if (news.kind === 'sent') await noteParcel(tx, found.id, news.tracking)
    await logOrderAct(tx, actor, found.id, { act }, now)
    return { kind: 'done', order }
  })
}

/** What was ordered leaves in one parcel; the one that is under way arrives. */
function factOf({ goods }: Order, news: ParcelUpdate, fresh: ParcelId): Fact | null {
  if (news.kind === 'sent') {
    const { pieces = null, despite = null } = news
    if (pieces === null && goods.cancellations.length > 0) return null
    return { kind: 'parcel_sent', parcel: fresh, pieces, despite }
  }
  const underWay = goods.parcels.find(({ state }) => state === 'sent')
  return underWay ? { kind: 'parcel_moved', parcel: underWay.id, to: 'delivered' } : null
}
