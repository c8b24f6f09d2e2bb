import { isPending } from '../goods/goods'
import { claimablePieces, unsentPieces } from '../goods/places'
import { mayCancel, type Order, payingPayment, refundable, statusOf } from '../order'
import { openOf } from '../wish'
import { cancelActOf } from './act-of'
import type { DeskAct } from './roles'

/** What a person of the shop can do to an order; each has a page of its own below the order's. */
export const orderActs = [
  'refund',
  'cancel',
  'send',
  'delivered',
  'unsend',
  'came-back',
  'lost',
  'claim',
  'refuse-claim',
  'withdraw-claim',
  'arrived',
  'settle',
  'handback',
  'try-again',
  'charge',
  'address',
  'note',
  'write',
  'letter-again',
] as const
export type OrderAct = (typeof orderActs)[number]

export const parseOrderAct = (text: string): OrderAct | null =>
  orderActs.find((act) => act === text) ?? null

type Possible = (order: Order, hasAccount: boolean) => boolean

const isSomeParcel = (order: Order, states: readonly string[]) =>
  order.goods.parcels.some(({ state }) => states.includes(state))
const isUnsent = ({ goods }: Order) => unsentPieces(goods).length > 0
const isPaid = (order: Order) => statusOf(order).status === 'paid'

/** When there is something to do. Whether just this can be done, the fact decides. */
const possible: Record<OrderAct, Possible> = {
  refund: (order) => refundable(order).minor > 0,
  cancel: (order) => mayCancel(order, 'merchant') || (isPaid(order) && isUnsent(order)),
  send: (order) => isPaid(order) && isUnsent(order),
  delivered: (order) => isSomeParcel(order, ['sent']),
  unsend: (order) => isSomeParcel(order, ['sent']),
  'came-back': (order) => isSomeParcel(order, ['sent']),
  lost: (order) => isSomeParcel(order, ['sent', 'delivered']),
  claim: (order) => isPaid(order) && claimablePieces(order.goods).length > 0,
  'refuse-claim': ({ goods }) => goods.claims.some(isPending),
  'withdraw-claim': ({ goods }) => goods.claims.some(({ state }) => state === 'open'),
  arrived: ({ goods }) => goods.claims.some(isPending),
  settle: ({ goods }) => goods.claims.some(({ state }) => state === 'arrived'),
  handback: (order) =>
    refundable(order).minor > 0 || order.wishes.some((wish) => openOf(order, wish) > 0),
  'try-again': (order) => order.wishes.some((wish) => openOf(order, wish) > 0),
  charge: (order, hasAccount) => hasAccount && payingPayment(order) !== undefined,
  address: (order) => mayChangeAddress(order),
  note: () => true,
  write: () => true,
  'letter-again': () => true,
}

export const isPossible = (act: OrderAct, order: Order, hasAccount: boolean): boolean =>
  possible[act](order, hasAccount)

/** Until something of it has left, and while it goes on. */
export function mayChangeAddress(order: Order): boolean {
  const { status } = statusOf(order)
  const isOver = status === 'cancelled' || status === 'refunded' || order.cancelledBy !== null
  return !isOver && !isSomeParcel(order, ['sent', 'delivered']) && isUnsent(order)
}

/** What one has to be allowed for each. */
export function allowanceFor(act: OrderAct, order: Order): keyof typeof orderDoors {
  if (act === 'cancel')
    return cancelActOf(order) === 'cancel_paid' ? 'cancel_paid' : 'cancel_unpaid'
  return allowances[act]
}

const allowances = {
  refund: 'refund',
  send: 'send_parcel',
  delivered: 'note_delivery',
  unsend: 'send_parcel',
  'came-back': 'receive_goods',
  lost: 'settle_claim',
  claim: 'open_claim',
  'refuse-claim': 'decide_claim',
  'withdraw-claim': 'decide_claim',
  arrived: 'receive_goods',
  settle: 'settle_claim',
  handback: 'note_handback',
  'try-again': 'refund',
  charge: 'charge_wallet',
  address: 'change_address',
  note: 'write_note',
  write: 'write_to_shopper',
  'letter-again': 'mail_again',
} as const satisfies Record<Exclude<OrderAct, 'cancel'>, DeskAct>

/** The last part of the door that does what is allowed so: money has doors of its own, which ask for a code. */
export const orderDoors = {
  refund: 'refund',
  cancel_paid: 'cancel',
  cancel_unpaid: 'cancel-unpaid',
  send_parcel: 'send',
  note_delivery: 'delivered',
  open_claim: 'claim',
  decide_claim: 'decide',
  receive_goods: 'arrived',
  settle_claim: 'settle',
  note_handback: 'handback',
  charge_wallet: 'charge',
  change_address: 'address',
  write_note: 'note',
  write_to_shopper: 'write',
  mail_again: 'again',
} as const satisfies Partial<Record<DeskAct, string>>
