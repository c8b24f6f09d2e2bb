import type { Db, Tx } from '../connection'

export type Collection = {
  readonly id: string
  readonly nameKo: string
  readonly nameEn: string
  readonly leadKo: string
  readonly leadEn: string
}

export type Product = {
  readonly id: string
  readonly slug: string
  readonly collectionId: string
  readonly nameKo: string
  readonly nameEn: string
  readonly descriptionKo: string
  readonly descriptionEn: string
  /** Found by its address only. */
  readonly isHidden: boolean
  /** At least one; the one of a product without a choice has no option's name. */
  readonly variants: readonly Variant[]
}

export type Variant = {
  readonly id: string
  readonly productId: string
  readonly optionKo: string
  readonly optionEn: string
  readonly price: number
  readonly stock: number
}

const variantColumns = ['id', 'productId', 'optionKo', 'optionEn', 'price', 'stock'] as const

export const listCollections = (db: Db): Promise<Collection[]> =>
  db
    .selectFrom('collections')
    .select(['id', 'nameKo', 'nameEn', 'leadKo', 'leadEn'])
    .orderBy('position')
    .execute()

/** Everything on sale, in the order of the shop window. */
export async function listProducts(db: Db): Promise<Product[]> {
  const [products, variants] = await Promise.all([
    db
      .selectFrom('products')
      .select(['id', 'slug', 'collectionId', 'nameKo', 'nameEn', 'descriptionKo', 'descriptionEn'])
      .select('isHidden')
      .orderBy('position')
      .execute(),
    db.selectFrom('variants').select(variantColumns).orderBy('position').execute(),
  ])
  return products
    .map((product) => ({
      ...product,
      variants: variants.filter(({ productId }) => productId === product.id),
    }))
    .filter((product) => product.variants.length > 0)
}

export async function findVariant(db: Db, id: string): Promise<Variant | null> {
  const query = db.selectFrom('variants').select(variantColumns).where('id', '=', id)
  return (await query.executeTakeFirst()) ?? null
}

/** The same lines at the prices of today. */
export async function atTodaysPrices<L extends { variantId: string; price: number }>(
  db: Db | Tx,
  lines: readonly L[],
): Promise<L[]> {
  if (lines.length === 0) return []
  const ids = lines.map(({ variantId }) => variantId)
  const query = db.selectFrom('variants').select(['id', 'price']).where('id', 'in', ids)
  const prices = new Map((await query.execute()).map(({ id, price }) => [id, price]))
  return lines.map((line) => ({ ...line, price: prices.get(line.variantId) ?? line.price }))
}

/** What a person calls it. */
export async function findVariantName(db: Db, id: string) {
  const query = db
    .selectFrom('variants')
    .innerJoin('products', 'products.id', 'variants.productId')
    .select(['nameKo', 'nameEn', 'optionKo', 'optionEn'])
    .where('variants.id', '=', id)
  return (await query.executeTakeFirst()) ?? null
}

/** Moves whenever something changes that the catalogue shows. */
export async function catalogueVersion(db: Db): Promise<string> {
  const query = db.selectFrom('settings').select('value').where('key', '=', 'catalogue_version')
  return (await query.executeTakeFirst())?.value ?? '0'
}

/** Is there anything to show? A shop begins empty. */
export async function hasGoods(db: Db | Tx): Promise<boolean> {
  return (await db.selectFrom('products').select('id').limit(1).executeTakeFirst()) !== undefined
}
