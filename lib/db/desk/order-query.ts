import type { ClaimedState } from '../../core/goods/standing'
import type { OrderStatus } from '../../core/order'

/* What a list of orders is asked for. */

export const moneyStates = ['part_refunded', 'on_its_way', 'taken'] as const
export const sentFilters = ['to_be_sent', 'partly_sent', 'sent', 'delivered'] as const
export const orderKinds = ['single', 'subscription', 'charge'] as const
export const orderSorts = ['newest', 'oldest', 'dear', 'cheap'] as const
export type OrderSort = (typeof orderSorts)[number]

export type OrderFilter = {
  readonly status: OrderStatus['status'] | null
  readonly sent: (typeof sentFilters)[number] | null
  readonly claimed: ClaimedState | null
  readonly money: (typeof moneyStates)[number] | null
  readonly kind: (typeof orderKinds)[number] | null
  readonly method: string | null
  /** A part of what a device is called, such as `iPhone`. */
  readonly device: string | null
  readonly from: Date | null
  /** The first moment that is too late. */
  readonly until: Date | null
  readonly least: number | null
  readonly most: number | null
}

export type OrderSearch = {
  readonly text: string
  readonly words: readonly string[]
  /** Whoever may not see whose an order is finds it by the names of its money alone. */
  readonly mayNamePeople: boolean
}

/** The order that a page ends before, or begins after: its time or amount, and its number. */
export type OrderCursor = {
  readonly side: 'after' | 'before'
  readonly key: number
  readonly number: string
}

export type OrderQuery = {
  readonly filter: OrderFilter
  readonly search: OrderSearch | null
  readonly sort: OrderSort
  readonly cursor: OrderCursor | null
}

/** All orders, the newest first. */
export const everyOrder: OrderQuery = {
  filter: {
    status: null,
    sent: null,
    claimed: null,
    money: null,
    kind: null,
    method: null,
    device: null,
    from: null,
    until: null,
    least: null,
    most: null,
  },
  search: null,
  sort: 'newest',
  cursor: null,
}
