import type { AttemptId, OrderId, PaymentId, ShopperId, TokenId } from '../core/ids'
import type { Order } from '../core/order'
import type { Db, Tx } from './connection'
import type { Agreement } from './schema'

/** What we asked of Adyen for one attempt, and its answer as JSON once there is one. */
export type AttemptRow = {
  readonly id: AttemptId
  readonly orderId: OrderId
  readonly number: number
  readonly method: string
  readonly reference: string
  readonly idempotencyKey: string
  readonly returnToken: string
  readonly contents: string
  readonly amount: number
  readonly createdAt: Date
  readonly answer: string | null
  readonly resultCode: string | null
  /** What the shopper agrees to with this payment besides paying it; null: nothing. */
  readonly agreement: Agreement | null
  /** Who pays, for an agreement or a saved wallet. */
  readonly shopper: ShopperId | null
  /** The saved wallet that is charged, without the shopper being there; null: the shopper pays. */
  readonly chargeToken: TokenId | null
  /** Which try of its period this charge is. */
  readonly chargeTry: number | null
  /** Adyen's code of why it was declined. */
  readonly refusalCode: string | null
  /** Asking the same wallet again would be in vain. */
  readonly refusalFinal: boolean
  /** Asked for by somebody who may act on the order, and not only by who holds its link. */
  readonly byOwner: boolean
  /** Before the order went over to another browser. */
  readonly handedOver: boolean
}

const columns = [
  'id',
  'orderId',
  'number',
  'method',
  'reference',
  'idempotencyKey',
  'returnToken',
  'contents',
  'amount',
  'createdAt',
  'answer',
  'resultCode',
  'agreement',
  'shopper',
  'chargeToken',
  'chargeTry',
  'refusalCode',
  'refusalFinal',
  'byOwner',
  'handedOver',
] as const

type NewAttempt = Omit<AttemptRow, 'answer' | 'resultCode' | 'refusalCode' | 'refusalFinal'> & {
  /** What somebody asked with, as its owner would call it; null: nobody was there, or it said nothing. */
  readonly device: string | null
}

export async function insertAttempt(tx: Tx, attempt: NewAttempt): Promise<void> {
  await tx.insertInto('attempts').values(attempt).execute()
}

const select = (db: Db | Tx) => db.selectFrom('attempts').select(columns)

type Found = Promise<AttemptRow | null>

export const findAttempt = async (db: Db | Tx, id: AttemptId): Found =>
  (await select(db).where('id', '=', id).executeTakeFirst()) ?? null

export async function findAttemptByNumber(db: Db | Tx, orderId: OrderId, number: number): Found {
  const query = select(db).where('orderId', '=', orderId).where('number', '=', number)
  return (await query.executeTakeFirst()) ?? null
}

/** By the unguessable token in the return URL. */
export const findAttemptByToken = async (db: Db | Tx, token: string): Found =>
  (await select(db).where('returnToken', '=', token).executeTakeFirst()) ?? null

/** By the reference that Adyen gives back as `merchantReference`. */
export const findAttemptByReference = async (db: Db | Tx, reference: string): Found =>
  (await select(db).where('reference', '=', reference).executeTakeFirst()) ?? null

/** The attempt that a payment was made with, once the payment is known to be ours. */
export async function findAttemptByPayment(db: Db | Tx, payment: PaymentId): Found {
  const ids = db.selectFrom('payments').select('attemptId').where('payment', '=', payment)
  return (await select(db).where('id', 'in', ids).executeTakeFirst()) ?? null
}

export async function notePayment(tx: Tx, payment: PaymentId, attemptId: AttemptId): Promise<void> {
  await tx
    .insertInto('payments')
    .values({ payment, attemptId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Has this shopper ever agreed to have a wallet saved here? */
export async function hasAgreed(db: Db | Tx, shopper: ShopperId): Promise<boolean> {
  const row = await db
    .selectFrom('attempts')
    .select('id')
    .where('shopper', '=', shopper)
    .where('agreement', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

/** The charge that was made, or is being made, as this try of its period. */
export async function findCharge(db: Db | Tx, orderId: OrderId, chargeTry: number): Found {
  const query = select(db).where('orderId', '=', orderId).where('chargeTry', '=', chargeTry)
  return (await query.executeTakeFirst()) ?? null
}

/** How often it was tried since then: by whoever ordered, or by who holds no more than its link. */
export async function countAttempts(tx: Tx, orderId: OrderId, byOwner: boolean, since: Date) {
  const { count } = await tx
    .selectFrom('attempts')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('orderId', '=', orderId)
    .where('byOwner', '=', byOwner)
    .where('createdAt', '>', since)
    .executeTakeFirstOrThrow()
  return count
}

/** Those attempts of an order that were asked for by who holds no more than its link. */
export async function attemptsByLink(tx: Tx, orderId: OrderId): Promise<AttemptId[]> {
  const all = tx.selectFrom('attempts').select('id').where('orderId', '=', orderId)
  const rows = await all.where('byOwner', '=', false).where('chargeToken', 'is', null).execute()
  return rows.map(({ id }) => id)
}

/** Is a saved wallet being charged for it, with nobody knowing to what end? Then it may be paid already. */
export async function isBeingCharged(db: Db | Tx, { attempts }: Order): Promise<boolean> {
  const open = attempts.filter(({ rung }) => rung === 'open').map(({ id }) => id)
  if (open.length === 0) return false
  const charge = db.selectFrom('attempts').select('id').where('id', 'in', open)
  return (await charge.where('chargeToken', 'is not', null).executeTakeFirst()) !== undefined
}

/** The newest charge of an order, or null when none was tried. */
export async function findLastCharge(db: Db | Tx, orderId: OrderId): Found {
  const charges = select(db).where('orderId', '=', orderId).where('chargeTry', 'is not', null)
  return (await charges.orderBy('chargeTry', 'desc').executeTakeFirst()) ?? null
}

/** How often this shopper's saved wallet was charged outside of subscriptions since then. */
export async function countUnscheduled(db: Db | Tx, shopper: ShopperId, since: Date) {
  const { count } = await db
    .selectFrom('attempts')
    .innerJoin('orders', 'orders.id', 'attempts.orderId')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('attempts.shopper', '=', shopper)
    .where('chargeToken', 'is not', null)
    .where('subscriptionId', 'is', null)
    .where('attempts.createdAt', '>', since)
    .executeTakeFirstOrThrow()
  return count
}

/** Keeps the first answer of `/payments`. Returns the one that was there before, or null when this one is kept. */
export async function storePaymentAnswer(
  tx: Tx,
  id: AttemptId,
  answer: object,
  at: Date,
): Promise<string | null> {
  const kept = await tx
    .updateTable('attempts')
    .set({ answer: JSON.stringify(answer), answeredAt: at })
    .where('id', '=', id)
    .where('answer', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return kept ? null : ((await findAttempt(tx, id))?.answer ?? null)
}

export type AttemptResult = {
  readonly resultCode: string
  readonly refusalReason: string | null
  readonly refusalCode: string | null
  readonly refusalFinal: boolean
  readonly at: Date
}

/** Adyen's word on what the shopper came back with. The reason is for the merchant's eyes. */
export async function storeAttemptResult(db: Db | Tx, id: AttemptId, result: AttemptResult) {
  const { resultCode, refusalReason, refusalCode, refusalFinal, at } = result
  await db
    .updateTable('attempts')
    .set({ resultCode, refusalReason, refusalCode, refusalFinal, returnedAt: at })
    .where('id', '=', id)
    .execute()
}
