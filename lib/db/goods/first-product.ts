import { z } from 'zod'
import { type Instant, instant } from '../../core/ids'
import { parseJson } from '../../core/json'
import type { Db, Tx } from '../connection'
import { setSetting } from '../settings'
import { fillShelf } from './stock'

/** The one thing that is sold to try a real payment with: its id, which is also its address, and since when. */
export type PutUp = { readonly id: string; readonly since: Instant }

type FirstProduct = {
  /** Nobody can guess it, so only who knows the address can put it into a cart. */
  readonly id: string
  readonly price: number
  readonly names: { readonly ko: string; readonly en: string }
  readonly descriptions: { readonly ko: string; readonly en: string }
}

/** All that were put up, each for one try, begin so. */
export const FIRST_PRODUCTS = 'first-payment'

const PUT_UP = 'first_product'
const stored = z.object({ id: z.string(), since: z.number().transform(instant) })

/** Puts one on the shelf at an address of its own, in place of any before. `no_collection`: a shop has to have goods first. */
export async function putUpFirstProduct(
  db: Db,
  { id, price, names, descriptions }: FirstProduct,
  since: Instant,
): Promise<'put_up' | 'no_collection'> {
  return db.transaction().execute(async (tx) => {
    const collection = await tx
      .selectFrom('collections')
      .select('id')
      .orderBy('position')
      .limit(1)
      .executeTakeFirst()
    if (!collection) return 'no_collection'
    await takeDownFirstProducts(tx)
    const product = {
      id,
      slug: id,
      nameKo: names.ko,
      nameEn: names.en,
      descriptionKo: descriptions.ko,
      descriptionEn: descriptions.en,
      collectionId: collection.id,
      position: 1_000_000,
      isHidden: true,
      isDelivered: false,
    }
    await tx.insertInto('products').values(product).execute()
    const choice = { id, productId: id, optionKo: '', optionEn: '', price, stock: 0, position: 1 }
    await tx.insertInto('variants').values(choice).execute()
    await fillShelf(tx, [{ id, stock: 1 }], 'changed')
    await setSetting(tx, PUT_UP, JSON.stringify({ id, since }))
    return 'put_up'
  })
}

async function takeDownFirstProducts(tx: Tx): Promise<void> {
  const left = await tx
    .selectFrom('variants')
    .select(['id', 'stock'])
    .where('productId', 'like', `${FIRST_PRODUCTS}%`)
    .where('stock', '>', 0)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  for (const { id: variantId, stock } of left)
    await tx
      .insertInto('stockMoves')
      .values({ variantId, pieces: -stock, why: 'changed' })
      .execute()
}

/** What was put up is sold once: makes it be there once more. */
export async function fillFirstProduct(db: Db, { id }: PutUp): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const query = tx.selectFrom('variants').select('stock').where('id', '=', id).forNoKeyUpdate()
    const shelf = await query.executeTakeFirst()
    if (shelf?.stock === 0) await fillShelf(tx, [{ id, stock: 1 }], 'changed')
  })
}

/** What is put up now; null: nothing was yet. */
export async function findFirstProduct(db: Db): Promise<PutUp | null> {
  const query = db.selectFrom('settings').select('value').where('key', '=', PUT_UP)
  const kept = await query.executeTakeFirst()
  return stored.safeParse(parseJson(kept?.value ?? '')).data ?? null
}
