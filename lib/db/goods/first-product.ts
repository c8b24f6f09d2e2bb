import type { Db } from '../connection'
import { fillShelf } from './stock'

/** The one thing that is sold to try a real payment with. There is one of them, put up again for each try. */
export const FIRST_PRODUCT = 'first-payment'

type FirstProduct = {
  readonly slug: string
  readonly price: number
  readonly names: { readonly ko: string; readonly en: string }
  readonly descriptions: { readonly ko: string; readonly en: string }
}

/** Puts one of it on the shelf, at an address that nobody can guess. `no_collection`: a shop has to have goods first. */
export async function putUpFirstProduct(
  db: Db,
  { slug, price, names, descriptions }: FirstProduct,
): Promise<'put_up' | 'no_collection'> {
  return db.transaction().execute(async (tx) => {
    const collection = await tx
      .selectFrom('collections')
      .select('id')
      .orderBy('position')
      .limit(1)
      .executeTakeFirst()
    if (!collection) return 'no_collection'
    await tx
      .insertInto('products')
      .values({
        id: FIRST_PRODUCT,
        slug,
        nameKo: names.ko,
        nameEn: names.en,
        descriptionKo: descriptions.ko,
        descriptionEn: descriptions.en,
        collectionId: collection.id,
        position: 1_000_000,
        isHidden: true,
        isDelivered: false,
      })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ slug }))
      .execute()
    await tx
      .insertInto('variants')
      .values({
        id: FIRST_PRODUCT,
        productId: FIRST_PRODUCT,
        optionKo: '',
        optionEn: '',
        price,
        stock: 0,
        position: 1,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
    const shelf = await tx
      .selectFrom('variants')
      .select('stock')
      .where('id', '=', FIRST_PRODUCT)
      .executeTakeFirstOrThrow()
    if (shelf.stock === 0) await fillShelf(tx, [{ id: FIRST_PRODUCT, stock: 1 }], 'changed')
    return 'put_up'
  })
}

/** Where it is found now; null: it was never put up. */
export async function findFirstProduct(db: Db): Promise<string | null> {
  const query = db.selectFrom('products').select('slug').where('id', '=', FIRST_PRODUCT)
  return (await query.executeTakeFirst())?.slug ?? null
}
