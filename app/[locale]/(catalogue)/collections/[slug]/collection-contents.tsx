import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Frame } from '@/components/frame'
import { StructuredData } from '@/components/structured-data'
import type { Locale } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import { type Sort, sorted } from '@/lib/views/search'
import { cachedCatalogue } from '../../catalogue'
import { aboutPage } from '../../metadata'
import { NotThere } from '../../not-there'
import { ProductList } from '../../product-list'
import { ShelfList } from '../../shelf-list'
import { ShelfPicture } from '../../shelf-picture'
import { SortLinks } from '../../sort-links'
import { breadcrumb } from '../../structured'

type Props = { readonly locale: Locale; readonly slug: string; readonly sort: Sort }

export async function aboutCollection(locale: Locale, slug: string): Promise<Metadata> {
  const { collections, products } = await cachedCatalogue(locale)
  const collection = collections.find(({ id }) => id === slug)
  if (!collection) return {}
  const shelf = products.filter((product) => product.collection === slug)
  const [first] = shelf
  const [cheapest] = sorted(shelf, 'cheap')
  const t = await getTranslations({ locale, namespace: 'product' })
  return aboutPage({
    locale,
    path: `/collections/${slug}`,
    title: collection.name,
    description: collection.lead,
    ...(cheapest && { price: t('from', { price: cheapest.price }) }),
    picture: first?.slug ?? 'home',
  })
}

// Four in a row; with one more, that one in the room of four leaves no hole.
const fillsWithABigOne = (count: number) => count % 4 === 1 && count > 1

export async function CollectionContents({ locale, slug, sort }: Props) {
  const [t, { collections, products }] = await Promise.all([
    getTranslations({ locale, namespace: 'collection' }),
    cachedCatalogue(locale),
  ])
  const collection = collections.find(({ id }) => id === slug)
  if (!collection) return <NotThere locale={locale} />
  const shelf = products.filter((product) => product.collection === slug)
  const path = `/collections/${slug}`
  const sortedPath = (by: Sort) => (by === 'window' ? path : `${path}/by/${by}`)
  const home = `${deps().shop.baseUrl}/${locale}`
  return (
    <Frame locale={locale} path={sortedPath(sort)} simulated={deps().simulated}>
      <StructuredData of={breadcrumb([{ name: collection.name, url: home + path }])} />
      <div className="grid items-center gap-6 md:grid-cols-2 md:gap-12">
        <div className="flex flex-col gap-3 max-md:order-last">
          <h1 className="display">{collection.name}</h1>
          <p className="max-w-prose text-lg">{collection.lead}</p>
        </div>
        <ShelfPicture
          of={slug}
          first
          sizes="(width >= 74rem) 34rem, (width >= 48rem) 46vw, 92vw"
          className="aspect-[16/10] w-full rounded-card bg-sun-soft object-cover"
        />
      </div>
      <div className="mt-10 mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 sm:mt-14">
        <p className="text-quiet">{t('things', { count: shelf.length })}</p>
        <SortLinks locale={locale} chosen={sort} address={(by) => `/${locale}${sortedPath(by)}`} />
      </div>
      <ProductList
        locale={locale}
        products={sorted(shelf, sort)}
        level={2}
        big={fillsWithABigOne(shelf.length)}
      />
      <section aria-labelledby="others" className="mt-section">
        <h2 id="others" className="title mb-6">
          {t('others')}
        </h2>
        <ShelfList
          locale={locale}
          collections={collections.filter(({ id }) => id !== slug)}
          columns="sm:grid-cols-3"
        />
      </section>
    </Frame>
  )
}
