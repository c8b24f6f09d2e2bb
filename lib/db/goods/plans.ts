import type { ShopperId } from '../../core/ids'
import { krw } from '../../core/money'
import type { Terms } from '../../core/subscription'
import type { Db, Tx } from '../connection'
import type { OrderLine } from '../orders'

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

/**
 * A plan as this shopper, or somebody unknown, can begin it now: the first period's own price is for whoever has not
 * had one of it before.
 */
export async function findPlanFor(
  db: Db | Tx,
  shopper: ShopperId | null,
  id: string,
): Promise<Plan | null> {
  const plan = await findPlan(db, id)
  return plan && asHadBefore(plan, await plansHadBy(db, shopper))
}

/** All of them, in the order of the shop window. */
export async function listPlansFor(db: Db, shopper: ShopperId | null): Promise<Plan[]> {
  const [plans, had] = [await listPlans(db), await plansHadBy(db, shopper)]
  return plans.map((plan) => asHadBefore(plan, had))
}

const asHadBefore = (plan: Plan, had: ReadonlySet<string>): Plan =>
  had.has(plan.id) ? { ...plan, terms: { ...plan.terms, firstPrice: plan.terms.price } } : plan

/** What was given back in full was not had; one that runs cannot be begun a second time. */
async function plansHadBy(db: Db | Tx, shopper: ShopperId | null): Promise<ReadonlySet<string>> {
  if (shopper === null) return new Set()
  const rows = await db
    .selectFrom('subscriptions')
    .innerJoin('orders', 'orders.subscriptionId', 'subscriptions.id')
    .select('planId')
    .distinct()
    .where('subscriptions.shopper', '=', shopper)
    .where('isOver', '=', true)
    .where('period', '=', 1)
    .where('orders.status', '=', 'paid')
    .execute()
  return new Set(rows.map(({ planId }) => planId))
}

/** The first period's price once every period costs so much: one of its own stays, and is never the higher one. */
export const firstPriceAt = ({ price, firstPrice }: Terms, won: number): number =>
  firstPrice.minor === price.minor ? won : Math.min(firstPrice.minor, won)

/** What it costs from now on for whoever subscribes. Returns whether there is such a plan. */
export async function setPlanPrice(tx: Tx, id: string, price: number): Promise<boolean> {
  await tx.selectFrom('plans').select('id').where('id', '=', id).forNoKeyUpdate().execute()
  const plan = await findPlan(tx, id)
  if (!plan) return false
  const firstPrice = firstPriceAt(plan.terms, price)
  await tx.updateTable('plans').set({ price, firstPrice }).where('id', '=', id).execute()
  return true
}
