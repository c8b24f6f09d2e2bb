import { type ExpressionBuilder, sql } from 'kysely'
import type { OrderId } from '../../core/ids'
import type { Db, Tx } from '../connection'
import type { Database } from '../schema'

/** What the lines of an order are called, in both languages, as a column of its row. */
export const namesColumn = (e: ExpressionBuilder<Database, 'orders'>) =>
  e
    .selectFrom('orderLines')
    .select(sql<string[]>`coalesce(array_agg(name_ko) || array_agg(name_en), '{}')`.as('all_names'))
    .whereRef('orderLines.orderId', '=', 'orders.id')
    .$asScalar()
    .$notNull()
    .as('names')

export type FoundBy = { readonly orderId: OrderId; readonly words: readonly string[] }

/** Orders are found by these from now on, and by nothing else. */
export async function writeWords(db: Db | Tx, rows: readonly FoundBy[]): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto('orderWords')
    .values(rows.map(({ orderId, words }) => ({ orderId, words: [...words] })))
    .onConflict((conflict) =>
      conflict.column('orderId').doUpdateSet((e) => ({ words: e.ref('excluded.words') })),
    )
    .execute()
}
