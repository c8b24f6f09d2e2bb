import { sql } from 'kysely'
import { instant, type OrderId, type PaymentId, type RefundId } from '../core/ids'
import type { Db, Tx } from './connection'
import { enqueue } from './queues'

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

export async function insertRefund(tx: Tx, row: Omit<RefundRow, 'pspReference'>): Promise<void> {
  await tx.insertInto('refunds').values(row).execute()
}

export async function findRefund(db: Db | Tx, id: RefundId): Promise<RefundRow | null> {
  const query = db.selectFrom('refunds').select(columns).where('id', '=', id)
  return (await query.executeTakeFirst()) ?? null
}

/** The refunds of one payment, oldest first. */
export const listRefundsOf = (db: Db | Tx, payment: PaymentId): Promise<RefundRow[]> =>
  db
    .selectFrom('refunds')
    .select(columns)
    .where('payment', '=', payment)
    .orderBy('createdAt')
    .execute()

/** The same of a whole order, each with what went wrong the last time that it was asked for. */
export const listRefundsOfOrder = (db: Db, orderId: OrderId) =>
  db
    .selectFrom('refunds')
    .select([...columns, 'problem'])
    .where('orderId', '=', orderId)
    .orderBy('createdAt')
    .execute()

/** When refunds of an order are asked for next, as far as that waits for its time. */
export const listRefundsDue = (db: Db, orderId: OrderId) =>
  db
    .selectFrom('jobsDue')
    .select(['payload', 'dueAt'])
    .where('name', 'in', ['ask_refund', 'refund_again'])
    .where(sql<boolean>`position(${orderId} in payload) > 0`)
    .execute()

export async function storeRefundAnswer(tx: Tx, id: RefundId, pspReference: string) {
  await tx.updateTable('refunds').set({ pspReference }).where('id', '=', id).execute()
}

const GIVEN_UP = 'given up, last: '

/** Was this said of a refund that nobody asks for any more? */
export const isGivenUp = (problem: string | null): boolean => problem?.startsWith(GIVEN_UP) ?? false

/** Adyen has not answered for too long: a person has to look. */
export async function noteGivenUp(db: Db | Tx, id: RefundId) {
  await db
    .updateTable('refunds')
    .set({ problem: sql<string>`${GIVEN_UP}::text || coalesce(problem, '')` })
    .where('id', '=', id)
    .execute()
}

/** The refunds that Adyen is not asked for any more, though it never answered. */
export const listGivenUp = (db: Db) =>
  db
    .selectFrom('refunds')
    .innerJoin('orders', 'orders.id', 'refunds.orderId')
    .select(['refunds.id', 'refunds.orderId', 'orders.number', 'refunds.amount', 'problem'])
    .where('pspReference', 'is', null)
    .where('problem', 'like', `${GIVEN_UP}%`)
    .execute()

/** Asks for all of them anew, at a person's word. */
export async function askGivenUpAgain(db: Db, at: Date): Promise<void> {
  const due = instant(at.getTime())
  const asked = (await listGivenUp(db)).map(({ id: refund, orderId: order }) => ({
    name: 'ask_refund',
    payload: { order, refund },
    due,
  }))
  await enqueue(db, asked)
}

export async function noteRefundProblem(db: Db | Tx, id: RefundId, problem: string) {
  await db.updateTable('refunds').set({ problem }).where('id', '=', id).execute()
}
