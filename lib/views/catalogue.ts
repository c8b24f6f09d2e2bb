import type { Locale } from '../core/locale'
import { formatMoney, krw } from '../core/money'
import type { Db } from '../db/connection'
import { findProductBySlug, listProducts, type Product } from '../db/products'

export type ProductView = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly description: string
  readonly price: string
  readonly picture: string
  readonly soldOut: boolean
}

/** Everything on sale, in the order of the shop window. */
export const catalogueView = async (db: Db, locale: Locale): Promise<ProductView[]> =>
  (await listProducts(db)).map((product) => toView(product, locale))

/** One product by the last part of its address, or null. */
export async function productView(
  db: Db,
  slug: string,
  locale: Locale,
): Promise<ProductView | null> {
  const product = await findProductBySlug(db, slug)
  return product ? toView(product, locale) : null
}

const toView = (product: Product, locale: Locale): ProductView => ({
  id: product.id,
  slug: product.slug,
  name: locale === 'ko' ? product.nameKo : product.nameEn,
  description: locale === 'ko' ? product.descriptionKo : product.descriptionEn,
  price: formatMoney(krw(product.price)),
  picture: product.picture,
  soldOut: product.stock === 0,
})
