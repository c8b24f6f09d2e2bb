import type { Rhythm } from '../core/calendar'
import type { Locale } from '../core/locale'
import { formatMoney, krw } from '../core/money'
import type { Db } from '../db/connection'
import { listPlans, type Plan } from '../db/goods/plans'
import {
  type Collection,
  catalogueVersion,
  listCollections,
  listProducts,
  type Product,
} from '../db/goods/products'
import { asSearched } from './as-searched'

type VariantView = {
  readonly id: string
  /** Empty where there is nothing to choose. */
  readonly option: string
  readonly minor: number
  readonly price: string
  readonly soldOut: boolean
  /** How many there are, when there are only a few; else null. */
  readonly fewLeft: number | null
}

export type ProductView = {
  readonly id: string
  readonly slug: string
  /** It is in no list, and has no picture. */
  readonly isHidden: boolean
  readonly collection: string
  readonly name: string
  readonly description: string
  /** The lowest, in won and as text; `from` when another choice costs more. */
  readonly minor: number
  readonly price: string
  readonly from: boolean
  readonly soldOut: boolean
  readonly variants: readonly VariantView[]
  /** The ways to have it come regularly. */
  readonly plans: readonly {
    readonly id: string
    readonly rhythm: Rhythm
    readonly price: string
  }[]
  /** What it is called, in both languages, as a search compares it. */
  readonly names: string
  /** Everything else that a search may find it by, in both languages, as it compares it. */
  readonly words: string
}

/** What the menu says of a collection. */
export type ShelfView = { readonly id: string; readonly name: string }

export type CollectionView = ShelfView & { readonly lead: string }

export type CatalogueView = {
  readonly collections: readonly CollectionView[]
  /** In the order of the shop window. */
  readonly products: readonly ProductView[]
  /** Not in the window: found by their address only. */
  readonly hidden: readonly ProductView[]
}

const FEW = 5

/** All that the shop window shows, in one language. */
export async function catalogueView(db: Db, locale: Locale): Promise<CatalogueView> {
  const [collections, products, plans] = await Promise.all([
    listCollections(db),
    listProducts(db),
    listPlans(db),
  ])
  const views = products.map((product) =>
    toView(
      product,
      collections.find(({ id }) => id === product.collectionId),
      plans.filter(({ slug }) => slug === product.slug),
      locale,
    ),
  )
  return {
    collections: collections.map((collection) => ({
      ...toShelf(collection, locale),
      lead: locale === 'ko' ? collection.leadKo : collection.leadEn,
    })),
    products: views.filter(({ isHidden }) => !isHidden),
    hidden: views.filter(({ isHidden }) => isHidden),
  }
}

/** Another one whenever something has changed that the shop window shows. */
export const windowVersion = (db: Db): Promise<string> => catalogueVersion(db)

export const shelvesView = async (db: Db, locale: Locale): Promise<ShelfView[]> =>
  (await listCollections(db)).map((collection) => toShelf(collection, locale))

const toShelf = ({ id, nameKo, nameEn }: Collection, locale: Locale): ShelfView => ({
  id,
  name: locale === 'ko' ? nameKo : nameEn,
})

function toView(
  product: Product,
  collection: Collection | undefined,
  plans: readonly Plan[],
  locale: Locale,
): ProductView {
  const prices = product.variants.map(({ price }) => price)
  const lowest = Math.min(...prices)
  const ko = locale === 'ko'
  return {
    id: product.id,
    slug: product.slug,
    isHidden: product.isHidden,
    collection: product.collectionId,
    name: ko ? product.nameKo : product.nameEn,
    description: ko ? product.descriptionKo : product.descriptionEn,
    minor: lowest,
    price: formatMoney(krw(lowest)),
    from: lowest !== Math.max(...prices),
    soldOut: product.variants.every(({ stock }) => stock === 0),
    variants: product.variants.map(({ id, optionKo, optionEn, price, stock }) => ({
      id,
      option: ko ? optionKo : optionEn,
      minor: price,
      price: formatMoney(krw(price)),
      soldOut: stock === 0,
      fewLeft: stock > 0 && stock <= FEW ? stock : null,
    })),
    plans: plans.map(({ id, terms }) => ({
      id,
      rhythm: terms.rhythm,
      price: formatMoney(terms.price),
    })),
    names: asSearched([product.nameKo, product.nameEn]),
    words: asSearched([
      collection?.nameKo ?? '',
      collection?.nameEn ?? '',
      ...product.variants.flatMap(({ optionKo, optionEn }) => [optionKo, optionEn]),
      product.descriptionKo,
      product.descriptionEn,
    ]),
  }
}
