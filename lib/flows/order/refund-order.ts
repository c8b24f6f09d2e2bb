import type { Asker } from '@/lib/core/asker'
import type { NoteId, OrderId, WishId } from '@/lib/core/ids'
import { formatMoney, type Money } from '@/lib/core/money'
import { type Fact, type Order, refundable } from '@/lib/core/order'
import { findOrder, lockOrder } from '@/lib/db/orders'
import { actorFor, logOrderAct } from '../act/for-the-shop'
import { isOlderPage, momentOf } from '../act/older-page'
import type { Deps } from '../deps'
import { recordIn } from '../record'

/** `reason` is what the shopper reads. The id was drawn with the form, so that asking twice asks once. */
export type RefundWish = {
  readonly wish: WishId
  readonly amount: Money
  readonly reason: string
}

/** What was given back by another road, such as a bank transfer, and how. */
export type HandbackNote = {
  readonly note: NoteId
  readonly amount: Money
  readonly reason: string
}

/** `left`: so much and no more can still be given back; what is on its way counts as gone. */
export type GivenBack =
  | { readonly kind: 'done' | 'same' | 'may_not' | 'changed' }
  | { readonly kind: 'more_than_left'; readonly left: Money }
  | { readonly kind: 'no_amount' }

/** A person of the shop gives back a part, or all, of what was paid. Null for an order that does not exist. */
export async function refundOrder(
  deps: Deps,
  asker: Asker,
  id: OrderId,
  { wish, amount, reason }: RefundWish,
): Promise<GivenBack | null> {
  const isKnown = ({ wishes }: Order) => wishes.some(({ id: known }) => known === wish)
  const fact: Fact = { kind: 'refund_wished', wish, amount, reason }
  return giveBack(deps, asker, id, { fact, amount, reason, isKnown })
}

/** A person of the shop has given money back elsewhere: it is not asked back again. */
export async function noteHandback(
  deps: Deps,
  asker: Asker,
  id: OrderId,
  { note, amount, reason }: HandbackNote,
): Promise<GivenBack | null> {
  const isKnown = ({ handbacks }: Order) => handbacks.some((handback) => handback.id === note)
  const fact: Fact = { kind: 'handed_back', note, amount, reason }
  return giveBack(deps, asker, id, { fact, amount, reason, isKnown })
}

/**
 * A person of the shop has what was in vain tried once more. `nothing`: all of it is back or on its way, or its money is
 * not with the provider.
 */
export async function tryRefundAgain(
  deps: Deps,
  asker: Asker,
  id: OrderId,
  wish: WishId,
): Promise<'asked' | 'nothing' | 'may_not'> {
  const now = await deps.clock.now()
  return deps.db.transaction().execute(async (tx) => {
    const actor = await actorFor(tx, deps, asker, 'refund', now)
    if (actor === null) return 'may_not'
    const { events } = await recordIn(tx, deps, id, { kind: 'wish_tried_again', wish }, now)
    if (events.length === 0) return 'nothing'
    await logOrderAct(tx, actor, id, { act: 'refund', why: 'again' }, momentOf(events, now))
    return 'asked'
  })
}

type Wanted = {
  readonly fact: Fact
  readonly amount: Money
  readonly reason: string
  readonly isKnown: (order: Order) => boolean
}

async function giveBack(
  deps: Deps,
  asker: Asker,
  id: OrderId,
  { fact, amount, reason, isKnown }: Wanted,
): Promise<GivenBack | null> {
  if (asker.kind === 'browser') return { kind: 'may_not' }
  const act = fact.kind === 'handed_back' ? 'note_handback' : 'refund'
  if (!(await findOrder(deps.db, id))) return null
  const now = await deps.clock.now()
  return deps.db.transaction().execute(async (tx) => {
    const locked = await lockOrder(tx, id)
    const { order } = locked
    const actor = await actorFor(tx, deps, asker, act, now)
    if (actor === null) return { kind: 'may_not' }
    if (isKnown(order)) return { kind: 'same' }
    if (isOlderPage(asker, locked)) return { kind: 'changed' }
    if (amount.minor === 0) return { kind: 'no_amount' }
    const { events } = await recordIn(tx, deps, id, fact, now)
    if (events.length > 0) {
      const why = `${formatMoney(amount)}, ${reason}`
      await logOrderAct(tx, actor, id, { act, why }, momentOf(events, now))
      return { kind: 'done' }
    }
    return { kind: 'more_than_left', left: refundable(order) }
  })
}
