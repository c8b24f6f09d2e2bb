import { type Instant, type ParcelId, type WishId, wishId } from '../ids'
import { type Money, noMoney, plus } from '../money'
import type { Goods, Parcel, ParcelState, Remedy } from './goods'
import { countOf, countPieces, fewerPieces, type Pieces, problemOfPieces } from './lines'
import {
  deliveryWith,
  type GoodsProblem,
  least,
  type Means,
  paidForPieces,
  whyNothingLeaves,
  whyNotOnceMore,
} from './means'
import { claimablePieces, exchangePieces, unsentPieces } from './places'

/* What can be said of parcels. An order has as many as it needs, and each goes its own way. */

export type ParcelFact =
  /** Pieces null: all that is to be sent. `despite`: why it is sent while its money is contested; else null. */
  | { kind: 'parcel_sent'; parcel: ParcelId; pieces: Pieces | null; despite: string | null }
  | { kind: 'parcel_moved'; parcel: ParcelId; to: 'delivered' | 'unsent' | 'came_back' }
  | { kind: 'parcel_lost'; parcel: ParcelId; remedy: Remedy }

export type ParcelEvent =
  /** Pieces null: all that was there, as it was said before there were lines. */
  | {
      type: 'parcel_sent'
      parcel: ParcelId
      pieces: Pieces | null
      brings: ParcelBrings
      despite: string | null
    }
  | { type: 'parcel_moved'; parcel: ParcelId; to: 'delivered' | 'unsent' | 'came_back' }
  /** `amount` goes back for it, by this wish. */
  | { type: 'parcel_lost'; parcel: ParcelId; remedy: Remedy; wish: WishId; amount: Money }

/** All that was ordered and not sent yet, a part of it, or what was promised for goods that came back. */
export const parcelsBring = ['all', 'part', 'exchange'] as const
export type ParcelBrings = (typeof parcelsBring)[number]

export function judgeSending(
  goods: Goods,
  { parcel, pieces, despite }: Extract<ParcelFact, { kind: 'parcel_sent' }>,
  means: Means,
): GoodsProblem | ParcelEvent {
  if (goods.parcels.some(({ id }) => id === parcel)) return 'known'
  const there = unsentPieces(goods)
  const named = pieces ?? there
  const problem = whyNothingLeaves(means, despite) ?? problemOfPieces(named, there)
  if (problem) return problem
  return { type: 'parcel_sent', parcel, pieces: named, brings: broughtBy(goods, named), despite }
}

function broughtBy(goods: Goods, pieces: Pieces): ParcelBrings {
  const { lines } = goods
  const ordered = fewerPieces(lines, unsentPieces(goods), exchangePieces(goods))
  if (pieces.every(({ line }) => countOf(ordered, line) === 0)) return 'exchange'
  return countPieces(fewerPieces(lines, ordered, pieces)) === 0 ? 'all' : 'part'
}

/** From where a parcel can come where. What is said to be delivered can still turn out never to have arrived. */
const mayCome = {
  delivered: ['sent'],
  unsent: ['sent'],
  came_back: ['sent'],
  lost: ['sent', 'delivered'],
} as const satisfies Record<Exclude<ParcelState, 'sent'>, readonly ParcelState[]>

function whyNotThere(goods: Goods, parcel: Parcel, to: keyof typeof mayCome): GoodsProblem | null {
  if (parcel.state === to) return 'known'
  if (!mayCome[to].some((from) => from === parcel.state)) return 'not_under_way'
  // Who claims something has it.
  const isMissed = to !== 'delivered' && problemOfPieces(parcel.pieces, claimablePieces(goods))
  return isMissed ? 'claimed' : null
}

const parcelOf = ({ parcels }: Goods, id: ParcelId) => parcels.find((each) => each.id === id)

export function judgeMove(
  goods: Goods,
  { parcel: id, to }: Extract<ParcelFact, { kind: 'parcel_moved' }>,
): GoodsProblem | ParcelEvent {
  const parcel = parcelOf(goods, id)
  if (!parcel) return 'no_such_parcel'
  return whyNotThere(goods, parcel, to) ?? { type: 'parcel_moved', parcel: id, to }
}

export function judgeLoss(
  goods: Goods,
  { parcel: id, remedy }: Extract<ParcelFact, { kind: 'parcel_lost' }>,
  means: Means,
): GoodsProblem | ParcelEvent {
  const parcel = parcelOf(goods, id)
  if (!parcel) return 'no_such_parcel'
  const problem = whyNotThere(goods, parcel, 'lost')
  if (problem) return problem
  const wish = wishId(`lost ${id}`)
  if (remedy === 'same_goods')
    return (
      whyNotOnceMore(means) ?? { type: 'parcel_lost', parcel: id, remedy, wish, amount: noMoney }
    )
  const due = plus(paidForPieces(goods, parcel.pieces), deliveryWith(goods, parcel.pieces))
  return { type: 'parcel_lost', parcel: id, remedy, wish, amount: least(due, means.left) }
}

export function evolveParcels(goods: Goods, event: ParcelEvent, at: Instant): readonly Parcel[] {
  const { parcels } = goods
  const change = (what: Partial<Parcel>) =>
    parcels.map((parcel) => (parcel.id === event.parcel ? { ...parcel, ...what } : parcel))
  switch (event.type) {
    case 'parcel_sent': {
      const { parcel: id, brings } = event
      const pieces = event.pieces ?? unsentPieces(goods)
      const fresh = { id, pieces, isExchange: brings === 'exchange', sentAt: at } as const
      return [...parcels, { ...fresh, state: 'sent', deliveredAt: null, remedy: null }]
    }
    case 'parcel_moved':
      return change({ state: event.to, deliveredAt: event.to === 'delivered' ? at : null })
    case 'parcel_lost':
      return change({ state: 'lost', remedy: event.remedy })
  }
}
