import type { ClaimId, OrderId, ParcelId } from '../core/ids'
import type { Db, Tx } from './connection'

export type ParcelRow = {
  readonly orderId: OrderId
  readonly id: ParcelId
  readonly carrier: string
  readonly tracking: string
  readonly at: Date
}

/** Who carries a parcel. What is in it, and where it is, stands in the order's events. */
export async function insertParcel(tx: Tx, row: ParcelRow): Promise<void> {
  await tx.insertInto('parcels').values(row).execute()
}

/** The parcels of an order, the first first. One that was sent before there were parcels has no row. */
export const listParcels = (db: Db | Tx, orderId: OrderId): Promise<ParcelRow[]> =>
  db
    .selectFrom('parcels')
    .select(['orderId', 'id', 'carrier', 'tracking', 'at'])
    .where('orderId', '=', orderId)
    .orderBy('at')
    .execute()

/** What somebody wrote about goods that come back. */
export async function insertClaim(
  tx: Tx,
  row: { orderId: OrderId; id: ClaimId; words: string; at: Date },
): Promise<void> {
  await tx.insertInto('claims').values(row).execute()
}

export const listClaimWords = (db: Db | Tx, orderId: OrderId) =>
  db.selectFrom('claims').select(['id', 'words']).where('orderId', '=', orderId).execute()
