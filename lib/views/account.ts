import { deviceOf } from '../core/device'
import type { ShopperId } from '../core/ids'
import { formatMoney, krw } from '../core/money'
import type { OrderStatus } from '../core/order'
import type { Db } from '../db/connection'
import { ordersOfShopper, sessionsOf } from '../db/people/shoppers'
import { readableEmail } from './readable-email'

export type AccountView = {
  readonly email: string
  readonly orders: readonly OrderLineView[]
  /** How many are listed at most, when there may be more; else null. */
  readonly onlyNewest: number | null
  readonly sessions: readonly SessionView[]
}

type OrderLineView = {
  readonly id: string
  readonly number: string
  readonly status: OrderStatus['status']
  readonly total: string
  /** Milliseconds, UTC. */
  readonly placedAt: number
}

type SessionView = {
  readonly id: string
  /** Null: it did not say what it is. */
  readonly device: string | null
  readonly since: number
  /** The one that is asking. */
  readonly current: boolean
}

type Asker = { readonly shopper: ShopperId; readonly email: string; readonly session: string }

const MOST_ORDERS = 50

/** What a shopper sees of their own account. */
export async function accountView(db: Db, who: Asker): Promise<AccountView> {
  const { shopper: id, email, session } = who
  const [orders, sessions] = await Promise.all([
    ordersOfShopper(db, { id, email }, MOST_ORDERS + 1),
    sessionsOf(db, id),
  ])
  return {
    email: readableEmail(email),
    orders: orders
      .slice(0, MOST_ORDERS)
      .map(({ amount, createdAt, ...order }) => ({
        ...order,
        total: formatMoney(krw(amount)),
        placedAt: createdAt.getTime(),
      }))
      .toSorted((one, other) => other.placedAt - one.placedAt),
    onlyNewest: orders.length > MOST_ORDERS ? MOST_ORDERS : null,
    sessions: sessions.map(({ id, userAgent, createdAt }) => ({
      id,
      device: deviceOf(userAgent),
      since: createdAt.getTime(),
      current: id === session,
    })),
  }
}
