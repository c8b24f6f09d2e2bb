import type { GoodsFact } from '../goods/judge'
import { type Order, statusOf } from '../order'
import type { DeskAct } from './roles'

/** Ending an order is an act about money once money came, or may still come. */
export function cancelActOf(order: Order): DeskAct {
  const { status } = statusOf(order)
  return status === 'paid' || status === 'confirming' ? 'cancel_paid' : 'cancel_unpaid'
}

/** What somebody of the shop has to be allowed to say this of goods. */
export function goodsActOf(order: Order, fact: GoodsFact): DeskAct {
  switch (fact.kind) {
    case 'lines_cancelled':
      return cancelActOf(order)
    case 'parcel_sent':
      return 'send_parcel'
    case 'parcel_moved':
      return movedActs[fact.to]
    // Its money goes back, or goods are given once more.
    case 'parcel_lost':
    case 'claim_settled':
      return 'settle_claim'
    case 'claim_opened':
      return 'open_claim'
    case 'claim_refused':
    case 'claim_withdrawn':
      return 'decide_claim'
    case 'claim_arrived':
      return 'receive_goods'
  }
}

const movedActs = {
  delivered: 'note_delivery',
  unsent: 'send_parcel',
  came_back: 'receive_goods',
} as const satisfies Record<Extract<GoodsFact, { kind: 'parcel_moved' }>['to'], DeskAct>
