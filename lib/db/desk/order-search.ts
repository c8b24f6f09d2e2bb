import { type RawBuilder, sql } from 'kysely'
import { parseOrderNumber } from '../../core/typed/order-number'
import { foldedNumber } from '../../core/typed/text'
import type { Db } from '../connection'
import type { OrderSearch } from './order-query'

/** How many orders have all of these words, up to `most`. */
export async function countWithWords(db: Db, words: readonly string[], most: number) {
  if (words.length === 0) return 0
  const { rows } = await sql<{ count: number }>`
    select count(*) from (
      select from order_words where words @> ${words}::text[] limit ${most}) found`.execute(db)
  return rows[0]?.count ?? 0
}

/**
 * The orders that are meant, as a query of their ids: by their words, or by what has a name of its own, which is looked
 * for whole: the order, an attempt or a refund by our reference or the provider's, a parcel by its number.
 */
export function namedBy({ text, words, mayNamePeople }: OrderSearch): RawBuilder<unknown> {
  const names = [...new Set([text, text.toUpperCase()])]
  const number = parseOrderNumber(text) ?? ''
  const byWords = sql`select order_id from order_words where words @> ${words}::text[]`
  const tracking = foldedNumber(text)
  const byName = sql`
    select id from orders where number = ${number}
    union select order_id from attempts where reference = ${text}
    union select a.order_id from payments p join attempts a on a.id = p.attempt_id
      where p.payment = any(${names}::text[])
    union select order_id from refunds where reference = any(${names}::text[])
    union select order_id from refunds where psp_reference = any(${names}::text[])
    union select order_id from parcels
      where tracking in (${tracking}, ${tracking.replace(/[- ]/g, '')})`
  return mayNamePeople && words.length > 0
    ? sql`${byWords} union ${byName}`
    : sql`select id as order_id from (${byName}) named`
}
