import type { Instant, WishId } from '../ids'
import type { Money } from '../money'
import { judgeCancellation, type LinesEvent, type LinesFact } from './cancel-lines'
import { type ClaimEvent, type ClaimFact, evolveClaims, judgeClaim } from './claim'
import type { Goods } from './goods'
import type { GoodsProblem, Means } from './means'
import {
  evolveParcels,
  judgeLoss,
  judgeMove,
  judgeSending,
  type ParcelEvent,
  type ParcelFact,
} from './parcel'

/*
 * All that can happen to the goods of an order: lines are cancelled, parcels leave and arrive, goods come back. Where
 * each piece is then stands in places.ts.
 */

export type GoodsFact = LinesFact | ParcelFact | ClaimFact
export type GoodsEvent = LinesEvent | ParcelEvent | ClaimEvent

/** What a fact makes happen, or a word for what speaks against it. */
export function judge(goods: Goods, fact: GoodsFact, means: Means): GoodsProblem | GoodsEvent {
  switch (fact.kind) {
    case 'lines_cancelled':
      return judgeCancellation(goods, fact, means)
    case 'parcel_sent':
      return judgeSending(goods, fact, means)
    case 'parcel_moved':
      return judgeMove(goods, fact)
    case 'parcel_lost':
      return judgeLoss(goods, fact, means)
    case 'claim_opened':
    case 'claim_refused':
    case 'claim_withdrawn':
    case 'claim_arrived':
    case 'claim_settled':
      return judgeClaim(goods, fact, means)
  }
}

/** What the goods of an order are after an event. */
export function evolveGoods(goods: Goods, event: GoodsEvent, at: Instant): Goods {
  switch (event.type) {
    case 'lines_cancelled': {
      const { wish: id, who, pieces, wayThere } = event
      const cancelled = { id, who, pieces, wayThere }
      return { ...goods, cancellations: [...goods.cancellations, cancelled] }
    }
    case 'parcel_sent':
    case 'parcel_moved':
    case 'parcel_lost':
      return { ...goods, parcels: evolveParcels(goods, event, at) }
    case 'claim_opened':
    case 'claim_refused':
    case 'claim_withdrawn':
    case 'claim_arrived':
    case 'claim_settled':
      return { ...goods, claims: evolveClaims(goods, event, at) }
  }
}

/** The money that an event wants to have given back, and why. */
export type MoneyFor = {
  readonly id: WishId
  readonly amount: Money
  readonly why: 'lines_cancelled' | 'parcel_lost' | 'claim_settled'
  readonly reason: string | null
}

export function moneyFor(event: GoodsEvent): MoneyFor | null {
  switch (event.type) {
    case 'lines_cancelled':
      return { id: event.wish, amount: event.amount, why: event.type, reason: event.reason }
    case 'parcel_lost':
      return { id: event.wish, amount: event.amount, why: event.type, reason: null }
    case 'claim_settled':
      return { id: event.wish, amount: event.settlement.amount, why: event.type, reason: null }
    default:
      return null
  }
}
