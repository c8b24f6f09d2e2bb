import type { AttemptId } from '../core/ids'
import type { Db, Tx } from './connection'
import type { ReturnVerdict } from './schema'

export type ReturnRow = {
  readonly id: number
  readonly attemptId: AttemptId
  readonly redirectResult: string | null
  readonly idempotencyKey: string
  readonly createdAt: Date
  readonly verdict: ReturnVerdict | null
}

/** Is there nothing more to ask? */
export const isFinal = (
  verdict: ReturnVerdict | null,
): verdict is Exclude<ReturnVerdict, 'unknown'> => verdict !== null && verdict !== 'unknown'

type NewReturn = {
  readonly attemptId: AttemptId
  readonly digest: string
  readonly redirectResult: string
  readonly idempotencyKey: string
  readonly createdAt: Date
}

const columns = [
  'id',
  'attemptId',
  'redirectResult',
  'idempotencyKey',
  'createdAt',
  'verdict',
] as const

/** Stores a return that is new, or null when this very redirectResult has been stored before. */
export async function insertReturn(db: Db | Tx, row: NewReturn): Promise<ReturnRow | null> {
  const stored = await db
    .insertInto('returns')
    .values(row)
    .onConflict((conflict) => conflict.columns(['attemptId', 'digest']).doNothing())
    .returning(columns)
    .executeTakeFirst()
  return stored ?? null
}

export async function findReturn(db: Db | Tx, id: number): Promise<ReturnRow | null> {
  const row = await db.selectFrom('returns').select(columns).where('id', '=', id).executeTakeFirst()
  return row ?? null
}

/** What became of a redirectResult: `asking` while the first request is on its way. */
export async function findVerdict(db: Db, attemptId: AttemptId, digest: string) {
  const row = await db
    .selectFrom('returns')
    .select(['verdict', 'createdAt'])
    .where('attemptId', '=', attemptId)
    .where('digest', '=', digest)
    .executeTakeFirst()
  return row ? { ...row, verdict: row.verdict ?? ('asking' as const) } : null
}

export async function countReturns(db: Db | Tx, attemptId: AttemptId): Promise<number> {
  const { count } = await db
    .selectFrom('returns')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('attemptId', '=', attemptId)
    .executeTakeFirstOrThrow()
  return count
}

/**
 * Writes what became of a return and tells what stood there before. Something final stays as it is. An answered
 * redirectResult is of no further use, so it is forgotten.
 */
export async function settleReturn(
  tx: Tx,
  id: number,
  verdict: ReturnVerdict,
  at: Date,
): Promise<ReturnVerdict | null> {
  const held = tx.selectFrom('returns').select('verdict').where('id', '=', id).forUpdate()
  const before = (await held.executeTakeFirstOrThrow()).verdict
  if (isFinal(before)) return before
  const forgotten = verdict === 'unknown' ? {} : { redirectResult: null }
  const changed = { verdict, answeredAt: at, ...forgotten }
  await tx.updateTable('returns').set(changed).where('id', '=', id).execute()
  return before
}
