import type { ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { type Goods, newGoods, type Waived } from '../core/goods/goods'
import { oneThing, pricedLines } from '../core/goods/lines'
import { krw } from '../core/money'
import { type Order, whereIs } from '../core/order'
import type { Database } from './schema'

/** The lines of an order as a column of its row, so that they cost no query of their own: JSON, whose names stay as they are. */
export const linesColumn = (e: ExpressionBuilder<Database, 'orders'>) =>
  jsonArrayFrom(
    e
      .selectFrom('orderLines')
      .select(['variantId as variant', 'price', 'quantity', 'isVatFree as free'])
      .whereRef('orderLines.orderId', '=', 'orders.id')
      .orderBy('position'),
  ).as('lines')

/** The same as people read them, and whether they are something to be sent. */
export const shownLinesColumn = (e: ExpressionBuilder<Database, 'orders'>) =>
  jsonArrayFrom(
    e
      .selectFrom('orderLines as line')
      .innerJoin('variants', 'variants.id', 'line.variantId')
      .innerJoin('products', 'products.id', 'variants.productId')
      .select(['variantId as variant', 'line.nameKo as ko', 'line.nameEn as en'])
      .select(['line.optionKo as optionko', 'line.optionEn as optionen'])
      .select(['line.price', 'quantity', 'isDelivered as delivered'])
      .whereRef('line.orderId', '=', 'orders.id')
      .orderBy('line.position'),
  ).as('shown')

/** What happened to it, in the same way. */
export const eventsColumn = (e: ExpressionBuilder<Database, 'orders'>) =>
  jsonArrayFrom(
    e
      .selectFrom('orderEvents')
      .select(['seq', 'event'])
      .whereRef('orderEvents.orderId', '=', 'orders.id')
      .orderBy('seq'),
  ).as('events')

/** What it says of its goods besides its lines. */
export const placedColumns = ['amount', 'deliveryFee', 'waivedFee', 'freeFrom'] as const

type Placed = {
  readonly amount: number
  readonly deliveryFee: number
  readonly waivedFee: number | null
  readonly freeFrom: number | null
  readonly lines: readonly {
    readonly variant: string
    readonly price: number
    readonly quantity: number
    readonly free: boolean
  }[]
}

/** What was ordered, and what of the amount was paid for each line. A charge for a reason is for one thing. */
export function placedGoods({ amount, deliveryFee, lines, ...free }: Placed): Goods {
  const paid = krw(amount - deliveryFee)
  const ordered = lines.map(({ variant, price, quantity, free }) => ({
    variant,
    quantity,
    listPrice: krw(price),
    vat: free ? ('free' as const) : ('taxed' as const),
  }))
  const all = ordered.length === 0 ? oneThing(paid) : pricedLines(ordered, paid)
  return newGoods(all, krw(deliveryFee), waivedIn(free))
}

/** Null: it was placed before that was kept. */
const waivedIn = ({
  waivedFee,
  freeFrom,
}: Pick<Placed, 'waivedFee' | 'freeFrom'>): Waived | null =>
  waivedFee === null || freeFrom === null ? null : { fee: krw(waivedFee), freeFrom: krw(freeFrom) }

/** How many pieces of each variant lie on the shelf for an order. */
export function toBeSent(order: Order): Readonly<Record<string, number>> {
  const pieces: Record<string, number> = {}
  for (const { line, at } of whereIs(order)) {
    const waiting = at.reserved + at.to_be_sent
    if (line.variant !== null && waiting > 0)
      pieces[line.variant] = (pieces[line.variant] ?? 0) + waiting
  }
  return pieces
}
