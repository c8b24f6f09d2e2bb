import type { OrderId, ShopperId } from '../../core/ids'
import type { OrderStatus } from '../../core/order'
import type { Db, Tx } from '../connection'

export type ShopperRow = { readonly id: ShopperId; readonly email: string }

/** The shopper that a user of the sign-in is; made with the `fresh` one the first time. */
export async function shopperOfUser(
  db: Db,
  userId: string,
  fresh: { readonly id: ShopperId; readonly email: string; readonly createdAt: Date },
): Promise<ShopperRow> {
  const query = db.selectFrom('shoppers').select(['id', 'email']).where('userId', '=', userId)
  const known = await query.executeTakeFirst()
  if (known) return known
  await db
    .insertInto('shoppers')
    .values({ ...fresh, userId })
    .onConflict((conflict) => conflict.column('userId').doNothing())
    .execute()
  return query.executeTakeFirstOrThrow()
}

/** Holds the shopper's row until the transaction ends: what is counted for one stays true. */
export async function lockShopper(tx: Tx, id: ShopperId): Promise<void> {
  await tx.selectFrom('shoppers').select('id').where('id', '=', id).forNoKeyUpdate().execute()
}

export type SessionRow = {
  readonly id: string
  readonly userAgent: string | null
  readonly createdAt: Date
}

/** Where a shopper is signed in, newest first. */
export const sessionsOf = (db: Db, shopper: ShopperId): Promise<SessionRow[]> =>
  db
    .selectFrom('sessions')
    .innerJoin('shoppers', 'shoppers.userId', 'sessions.userId')
    .select(['sessions.id', 'sessions.userAgent', 'sessions.createdAt'])
    .where('shoppers.id', '=', shopper)
    // The sign-in counts real time, also while a demonstration's clock is ahead.
    .where('sessions.expiresAt', '>', new Date())
    .orderBy('sessions.createdAt', 'desc')
    .execute()

/** Ends one of a shopper's own sessions, and tells which visitor's id goes with it. Null when it is none of theirs. */
export async function endSession(
  db: Db,
  shopper: ShopperId,
  session: string,
): Promise<{ readonly visitor: string | null } | null> {
  const ended = await db
    .deleteFrom('sessions')
    .where('id', '=', session)
    .where('userId', '=', (e) =>
      e.selectFrom('shoppers').select('userId').where('id', '=', shopper),
    )
    .returning('visitor')
    .executeTakeFirst()
  return ended ?? null
}

export type OrderOfShopper = {
  readonly id: OrderId
  readonly number: string
  readonly status: OrderStatus['status']
  readonly amount: number
  readonly createdAt: Date
}

/**
 * A shopper's orders, then those placed as a guest with the address that has since been proven and that money came for,
 * each newest first: anybody can place unpaid ones with it, and they push out nothing of the shopper's own. Being on this
 * list opens nothing: only `orders.shopper` shows an order's address in full.
 */
export const ordersOfShopper = (
  db: Db,
  { id: shopper, email }: ShopperRow,
  most: number,
): Promise<OrderOfShopper[]> =>
  db
    .selectFrom('orders')
    .select(['id', 'number', 'status', 'amount', 'createdAt'])
    .where((e) => {
      const moneyCame = e.or([
        e('kept', '<>', 0),
        e('onItsWay', '<>', 0),
        e('refunded', '<>', 0),
        e('taken', '<>', 0),
      ])
      const asGuest = e.and([e(e.fn('lower', ['email']), '=', email), moneyCame])
      return e.or([e('shopper', '=', shopper), asGuest])
    })
    .orderBy((e) => e('shopper', 'is not distinct from', shopper), 'desc')
    .orderBy('createdAt', 'desc')
    .limit(most)
    .execute()

/**
 * What a shopper typed into the order that they placed last while signed in; null: they placed none. One that only
 * carries their address may have been placed by somebody else, with another place to send to.
 */
export async function lastTyped(db: Db, shopper: ShopperId) {
  const row = await db
    .selectFrom('orders')
    .select(['name', 'phone', 'postcode', 'address', 'addressDetail', 'deliveryNote'])
    .where('shopper', '=', shopper)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { ...row, phone: row.phone.replace(/^\+82/, '0') } : null
}
