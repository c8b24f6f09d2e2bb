import { krw } from '../core/money'
import type { Terms } from '../core/subscription'
import type { Db, Tx } from './connection'
import type { OrderLine } from './orders'

/** Something that can be had again and again, with what it is called today. */
export type Plan = {
  readonly id: string
  readonly terms: Terms
  /** What each period delivers. Its price is the plan's, not that of the single piece. */
  readonly line: Omit<OrderLine, 'price'>
  readonly slug: string
  /** What the same costs when it is bought once, without delivery. */
  readonly singlePrice: number
}

const select = (db: Db | Tx) =>
  db
    .selectFrom('plans')
    .innerJoin('variants', 'variants.id', 'plans.variantId')
    .innerJoin('products', 'products.id', 'variants.productId')
    .select(['plans.id', 'rhythm', 'plans.price', 'firstPrice', 'periods', 'quantity'])
    .select(['variantId', 'slug', 'nameKo', 'nameEn', 'optionKo', 'optionEn'])
    .select('variants.price as singlePrice')

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

function toPlan(row: Row): Plan {
  const { id, slug, periods, variantId, nameKo, nameEn, optionKo, optionEn, quantity } = row
  return {
    id,
    slug,
    terms: {
      rhythm: row.rhythm,
      price: krw(row.price),
      firstPrice: krw(row.firstPrice),
      periods,
    },
    line: { variantId, nameKo, nameEn, optionKo, optionEn, quantity },
    singlePrice: row.singlePrice * quantity,
  }
}

export async function findPlan(db: Db | Tx, id: string): Promise<Plan | null> {
  const row = await select(db).where('plans.id', '=', id).executeTakeFirst()
  return row ? toPlan(row) : null
}

export async function listPlans(db: Db): Promise<Plan[]> {
  return (await select(db).orderBy('plans.position').execute()).map(toPlan)
}

/** What it costs from now on for whoever subscribes. Returns whether there is such a plan. */
export async function setPlanPrice(tx: Tx, id: string, price: number): Promise<boolean> {
  const changed = await tx
    .updateTable('plans')
    .set((e) => ({ price, firstPrice: e.fn<number>('least', ['firstPrice', e.val(price)]) }))
    .where('id', '=', id)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}
