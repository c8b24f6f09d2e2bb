import type { Db } from '../connection'
import { hasGoods } from '../goods/products'
import { fillShelf } from '../goods/stock'
import { collections, type DemonstrationProduct, plans, products, variants } from './goods'

/** Puts the demonstration's goods into a shop that has none. A shop that has goods is left as it is. */
export async function fillDemonstration(db: Db): Promise<'filled' | 'has_goods'> {
  return db.transaction().execute(async (tx) => {
    // Whoever comes second waits, and finds goods.
    await tx
      .insertInto('settings')
      .values({ key: 'demonstration', value: 'filled' })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: 'filled' }))
      .execute()
    if (await hasGoods(tx)) return 'has_goods'
    await tx.insertInto('collections').values(collections.map(collectionRow)).execute()
    await tx.insertInto('products').values(products.map(productRow)).execute()
    await tx.insertInto('variants').values(variants.map(variantRow)).execute()
    await fillShelf(tx, variants, 'demonstration')
    await tx.insertInto('plans').values(plans.map(planRow)).execute()
    return 'filled'
  })
}

const collectionRow = ({ id, ko, en, position }: (typeof collections)[number]) => ({
  id,
  nameKo: ko[0],
  nameEn: en[0],
  leadKo: ko[1],
  leadEn: en[1],
  position,
})

const productRow = (
  { id, collection, ko, en, isVatFree }: DemonstrationProduct,
  index: number,
) => ({
  id,
  slug: id,
  nameKo: ko[0],
  nameEn: en[0],
  descriptionKo: ko[1],
  descriptionEn: en[1],
  collectionId: collection,
  position: index + 1,
  isVatFree: isVatFree ?? false,
})

const variantRow = ({ id, product, ko, en, stock, ...row }: (typeof variants)[number]) => ({
  id,
  productId: product,
  optionKo: ko,
  optionEn: en,
  stock: 0,
  ...row,
})

function planRow(plan: (typeof plans)[number], index: number) {
  const [id, variantId, quantity, rhythm, price, firstPrice, periods] = plan
  return { id, variantId, quantity, rhythm, price, firstPrice, periods, position: index + 1 }
}
