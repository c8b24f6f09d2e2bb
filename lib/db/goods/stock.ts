import { sql } from 'kysely'
import type { OrderId } from '../../core/ids'
import type { Db, Tx } from '../connection'
import type { StockReason } from '../schema'

/*
 * The ledger of the shelf: every change of stock is a row that says what, why, how many, and which order or person.
 * What is in stock is its sum: the database itself adds each row to the variant, in the same statement.
 */

export type OrderMove = {
  readonly variantId: string
  /** Below nothing: they are taken. */
  readonly pieces: number
  /**
   * `sold_late`: by money that came when nothing was put aside for it any more. `promised_again`: to be sent for what was
   * lost or came back.
   */
  readonly why: 'put_aside' | 'sold_late' | 'promised_again' | 'given_back' | 'came_back'
  readonly at: Date
}

/**
 * What one order takes from stock and gives back, all of it or nothing. Rows are locked in one fixed order, so that two
 * orders with the same goods cannot wait for each other; no key is changed, so orders that are being written down, and
 * name the goods, are not in the way.
 */
export async function moveStock(
  tx: Tx,
  order: OrderId,
  moves: readonly OrderMove[],
): Promise<boolean> {
  const column = <T>(of: (move: OrderMove) => T) => moves.map(of)
  const { rows } = await sql<{ wanted: number; moved: number }>`
    with wanted as (
      select * from unnest(
        ${column(({ variantId }) => variantId)}::text[], ${column(({ pieces }) => pieces)}::int[],
        ${column(({ why }) => why)}::text[], ${column(({ at }) => at)}::timestamptz[]
      ) with ordinality as move (variant_id, pieces, why, at, place)
    ), change as (
      select variant_id, sum(pieces)::int as pieces from wanted group by variant_id
    ), shelf as (${lockedShelf}),
    moved as (
      insert into stock_moves (variant_id, pieces, why, order_id, at)
      select variant_id, pieces, why, ${order}, at from wanted
      where not exists (
        select from change left join shelf on shelf.id = change.variant_id
        where shelf.stock is null or shelf.stock + change.pieces < 0
      )
      order by variant_id, place
      returning id
    )
    select (select count(*)::int from wanted) as wanted, (select count(*)::int from moved) as moved
  `.execute(tx)
  return rows.every(({ wanted, moved }) => wanted === moved)
}

const linesOf = (order: OrderId) => sql`
  select variant_id, sum(quantity)::int as pieces from order_lines
  where order_id = ${order} group by variant_id`

const lockedShelf = sql`
  select id, stock from variants where id in (select variant_id from wanted)
  order by id for no key update`

/** Could all lines be taken now? Takes nothing, and keeps nobody from taking them first. */
export async function isInStock(tx: Tx, order: OrderId): Promise<boolean> {
  const { rows } = await sql`
    with wanted as (${linesOf(order)})
    select from wanted left join variants on variants.id = wanted.variant_id
    where variants.stock is null or variants.stock < wanted.pieces
    limit 1
  `.execute(tx)
  return rows.length === 0
}

export type StockChange = {
  readonly variantId: string
  /** Below nothing: they are taken away. */
  readonly pieces: number
  readonly why: StockReason
  readonly who: string
  readonly note: string
  /** The same change twice is made once. */
  readonly once: string
  readonly at: Date
}

/** What a person says of the shelf. `too_few`: there are not so many to be taken away; `same`: it was made before. */
export async function changeStock(
  db: Db,
  { variantId, pieces, why, who, note, once, at }: StockChange,
): Promise<'changed' | 'same' | 'too_few'> {
  const { rows } = await sql<{ moved: boolean; known: boolean; enough: boolean | null }>`
    with shelf as (
      select id, stock from variants where id = ${variantId} for no key update
    ), moved as (
      insert into stock_moves (variant_id, pieces, why, who, note, once, at)
      select id, ${pieces}::int, ${why}, ${who}, ${note}, ${once}, ${at}::timestamptz
      from shelf where stock + ${pieces}::int >= 0
      on conflict (once) do nothing
      returning id
    )
    select exists (select from moved) as moved,
           exists (select from stock_moves where once = ${once}) as known,
           (select stock + ${pieces}::int >= 0 from shelf) as enough
  `.execute(db)
  const [found] = rows
  if (found?.moved) return 'changed'
  return found?.known || found?.enough ? 'same' : 'too_few'
}

/** Was this change of a person made before? */
export async function isStockChangeKnown(db: Db, once: string): Promise<boolean> {
  const query = db.selectFrom('stockMoves').select('id').where('once', '=', once)
  return (await query.executeTakeFirst()) !== undefined
}

/** Puts goods onto an empty shelf. */
export async function fillShelf(
  tx: Tx,
  goods: readonly { readonly id: string; readonly stock: number }[],
  why: StockReason,
): Promise<void> {
  const rows = goods
    .filter(({ stock }) => stock > 0)
    .map(({ id, stock }) => ({ variantId: id, pieces: stock, why }))
  await tx.insertInto('stockMoves').values(rows).execute()
}

export type StockMove = {
  readonly pieces: number
  readonly why: StockReason
  readonly number: string | null
  readonly who: string | null
  readonly note: string | null
  readonly at: Date
}

/** The newest changes of one variant's stock. */
export const listStockMoves = (db: Db, variantId: string, most: number): Promise<StockMove[]> =>
  db
    .selectFrom('stockMoves')
    .leftJoin('orders', 'orders.id', 'stockMoves.orderId')
    .select(['pieces', 'stockMoves.why', 'number', 'who', 'note', 'at'])
    .where('variantId', '=', variantId)
    .orderBy('stockMoves.id', 'desc')
    .limit(most)
    .execute()

/** How many lie on the shelf although they are not in stock: ordered, or put aside for it, and not sent. */
export async function countToBeSent(db: Db, variantId: string): Promise<number> {
  const { rows } = await sql<{ pieces: number }>`
    select coalesce(sum((to_be_sent ->> ${variantId})::int), 0)::int as pieces
    from orders where to_be_sent <> '{}' and to_be_sent ? ${variantId}`.execute(db)
  return rows[0]?.pieces ?? 0
}

/** Where the shelf does not say what its ledger adds up to: nowhere, as long as nobody switches triggers off. */
export async function listStockMistakes(
  db: Db,
): Promise<{ id: string; stock: number; sum: number }[]> {
  const { rows } = await sql<{ id: string; stock: number; sum: number }>`
    select variants.id, stock, coalesce(sum(pieces), 0)::int as sum
    from variants left join stock_moves on variant_id = variants.id
    group by variants.id having stock <> coalesce(sum(pieces), 0)
    order by variants.id`.execute(db)
  return rows
}
