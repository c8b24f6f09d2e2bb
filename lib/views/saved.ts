import { costOf, type Tariff } from '../core/delivery'
import type { OrderId, SavedMethodId, ShopperId } from '../core/ids'
import type { Locale } from '../core/locale'
import { formatMoney, krw } from '../core/money'
import type { Db } from '../db/connection'
import { atTodaysPrices } from '../db/goods/products'
import { findOrderRow, listUnscheduled } from '../db/orders'
import { isBeingSaved, listSavedMethods } from '../db/saved-methods'
import { listWithToken } from '../db/subscriptions'
import { subscriptionsOf } from './subscription'

export type SavedView = {
  readonly saving: boolean
  readonly wallets: readonly {
    readonly id: SavedMethodId
    readonly since: number
    /** What ends when it is removed. */
    readonly stops: readonly string[]
  }[]
  /** What was charged outside of subscriptions, without the shopper being asked again. */
  readonly charges: readonly {
    readonly order: OrderId
    readonly number: string
    readonly reason: string | null
    readonly total: string
    readonly at: number
  }[]
}

/** The saved wallets of a shopper. */
export async function savedView(db: Db, shopper: ShopperId, locale: Locale): Promise<SavedView> {
  const [methods, saving, mine, charges] = await Promise.all([
    listSavedMethods(db, shopper),
    isBeingSaved(db, shopper),
    subscriptionsOf(db, shopper, locale),
    listUnscheduled(db, shopper),
  ])
  const wallets = methods.map(async ({ id, token, learntAt }) => {
    const ids = await listWithToken(db, token)
    const alive = mine.filter((each) => ids.includes(each.id) && isAlive(each.status))
    return { id, since: learntAt.getTime(), stops: alive.map(({ what }) => what) }
  })
  return {
    saving,
    wallets: await Promise.all(wallets),
    charges: charges.map(({ id: order, number, reason, amount, createdAt }) => ({
      order,
      number,
      reason,
      total: formatMoney(krw(amount)),
      at: createdAt.getTime(),
    })),
  }
}

const isAlive = (status: string) => status !== 'cancelled' && status !== 'ended'

export type AgainView = { readonly total: number; readonly totalText: string }

/** What an order would cost today, for its owner with a saved wallet; null for everybody else. */
export async function againView(
  { db, shop }: { readonly db: Db; readonly shop: { readonly tariff: Tariff } },
  id: OrderId,
  shopper: ShopperId | null,
): Promise<AgainView | null> {
  const row = shopper && (await findOrderRow(db, id))
  if (!row || row.shopper !== shopper || row.subscriptionId !== null || row.lines.length === 0)
    return null
  if ((await listSavedMethods(db, shopper)).length === 0) return null
  const lines = await atTodaysPrices(db, row.lines)
  const { total } = costOf(lines, row.customer.postcode, shop.tariff)
  return { total: total.minor, totalText: formatMoney(total) }
}
