import type { OrderId, PaymentId, RefundId } from '../core/ids'
import type { Db, Tx } from './connection'

export type RefundRow = {
  readonly id: RefundId
  readonly orderId: OrderId
  readonly payment: PaymentId
  readonly amount: number
  readonly reference: string
  readonly idempotencyKey: string
  readonly createdAt: Date
  readonly pspReference: string | null
}

const columns = [
  'id',
  'orderId',
  'payment',
  'amount',
  'reference',
  'idempotencyKey',
  'createdAt',
  'pspReference',
] as const

type Raw = { id: string; orderId: string; payment: string }
const trusted = (row: (Omit<RefundRow, keyof Raw> & Raw) | undefined) =>
  row ? (row as RefundRow) : null

export async function insertRefund(tx: Tx, row: Omit<RefundRow, 'pspReference'>): Promise<void> {
  await tx.insertInto('refunds').values(row).execute()
}

export const findRefund = async (db: Db | Tx, id: RefundId) =>
  trusted(await db.selectFrom('refunds').select(columns).where('id', '=', id).executeTakeFirst())

/** The refunds of one payment, oldest first. */
export async function listRefundsOf(db: Db | Tx, payment: PaymentId): Promise<RefundRow[]> {
  const query = db.selectFrom('refunds').select(columns).where('payment', '=', payment)
  return (await query.orderBy('createdAt').execute()) as RefundRow[]
}

export async function keepRefundAnswer(tx: Tx, id: RefundId, pspReference: string) {
  await tx.updateTable('refunds').set({ pspReference }).where('id', '=', id).execute()
}

export async function noteRefundProblem(db: Db | Tx, id: RefundId, problem: string) {
  await db.updateTable('refunds').set({ problem }).where('id', '=', id).execute()
}
