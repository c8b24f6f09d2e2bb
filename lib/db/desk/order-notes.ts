import type { OrderId } from '../../core/ids'
import type { Db, Tx } from '../connection'
import type { Database } from '../schema'

export type NoteRow = Database['orderNotes']

/** Keeps what a person of the shop wrote, once: false when it was written before. */
export async function insertNote(tx: Tx, note: NoteRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('orderNotes')
    .values(note)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

export const findNote = async (db: Db, id: string): Promise<NoteRow | null> =>
  (await db.selectFrom('orderNotes').selectAll().where('id', '=', id).executeTakeFirst()) ?? null

/**
 * A letter that was written about an order, as it was; null: there is none of this number. A link that acts goes to
 * nobody a second time, and may not even be kept.
 */
export const findMailOf = async (db: Db | Tx, orderId: OrderId, id: number) =>
  (await db
    .selectFrom('mails')
    .select(['id', 'letter', 'subject', 'html', 'text'])
    .where('orderId', '=', orderId)
    .where('id', '=', id)
    .where('text', '<>', '')
    .where('letter', 'not like', 'link_%')
    .executeTakeFirst()) ?? null
