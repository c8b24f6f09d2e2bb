import type { AttemptId, OrderId } from '../core/ids'
import type { Db, Tx } from './connection'

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
] as const

type Raw = Omit<AttemptRow, 'id' | 'orderId'> & { id: string; orderId: string }
const trusted = (row: Raw | undefined) => (row ? (row as AttemptRow) : null)

type NewAttempt = Omit<AttemptRow, 'answer' | 'resultCode'>

export async function insertAttempt(tx: Tx, attempt: NewAttempt): Promise<void> {
  await tx.insertInto('attempts').values(attempt).execute()
}

const select = (db: Db | Tx) => db.selectFrom('attempts').select(columns)

export const findAttempt = async (db: Db | Tx, id: AttemptId) =>
  trusted(await select(db).where('id', '=', id).executeTakeFirst())

export const findAttemptByNumber = async (db: Db | Tx, orderId: OrderId, number: number) =>
  trusted(
    await select(db).where('orderId', '=', orderId).where('number', '=', number).executeTakeFirst(),
  )

/** By the unguessable token in the return URL. */
export const findAttemptByToken = async (db: Db | Tx, token: string) =>
  trusted(await select(db).where('returnToken', '=', token).executeTakeFirst())

/** By the reference that Adyen gives back as `merchantReference`. */
export const findAttemptByReference = async (db: Db | Tx, reference: string) =>
  trusted(await select(db).where('reference', '=', reference).executeTakeFirst())

/** Keeps the first answer of `/payments`: asking again with the same key can only repeat it. */
export async function keepAnswer(db: Db | Tx, id: AttemptId, answer: object, at: Date) {
  await db
    .updateTable('attempts')
    .set({ answer: JSON.stringify(answer), answeredAt: at })
    .where('id', '=', id)
    .where('answer', 'is', null)
    .execute()
}

type Result = { readonly resultCode: string; readonly refusalReason: string | null; at: Date }

/** Adyen's word on what the shopper came back with. The reason is for the merchant's eyes. */
export async function keepResult(db: Db | Tx, id: AttemptId, result: Result) {
  const { resultCode, refusalReason, at } = result
  await db
    .updateTable('attempts')
    .set({ resultCode, refusalReason, returnedAt: at })
    .where('id', '=', id)
    .execute()
}
