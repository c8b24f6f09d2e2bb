import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Frame } from '@/components/frame'
import { Picture } from '@/components/picture'
import { StructuredData } from '@/components/structured-data'
import { deps } from '@/lib/deps'
import { localeIn } from '../../../locale'
import { cachedCatalogue, cachedProduct } from '../../catalogue'
import { aboutPage } from '../../metadata'
import { NotThere } from '../../not-there'
import { ProductList } from '../../product-list'
import { breadcrumb, productOn } from '../../structured'
import { TermsInShort } from '../../terms-in-short'
import { AddToCart } from './add-to-cart'
import { Path } from './path'
import { Plans } from './plans'

type Props = { readonly params: Promise<{ locale: string; slug: string }> }

// Kept until something on it changes.
export const revalidate = false
export const generateStaticParams = () => []

/** One row of them. */
const NEIGHBOURS = 4

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeIn(params)
  const { slug } = await params
  const product = await cachedProduct(slug, locale)
  if (!product) return {}
  const { name: title, description } = product
  const t = await getTranslations({ locale, namespace: 'product' })
  const price = product.from ? t('from', { price: product.price }) : product.price
  if (product.isHidden) return { title, robots: { index: false } }
  return aboutPage({ locale, path: `/products/${slug}`, title, description, price, picture: slug })
}

export default async function ProductPage({ params }: Props) {
  const locale = await localeIn(params)
  const { slug } = await params
  const [t, product, { collections, products }] = await Promise.all([
    getTranslations({ locale, namespace: 'product' }),
    cachedProduct(slug, locale),
    cachedCatalogue(locale),
  ])
  if (!product) return <NotThere locale={locale} />
  const home = `${deps().shop.baseUrl}/${locale}`
  const page = `${home}/products/${slug}`
  const collection = collections.find(({ id }) => id === product.collection)
  const neighbours = products
    .filter((other) => other.collection === product.collection && other.id !== product.id)
    .slice(0, NEIGHBOURS)
  const path = [
    ...(collection ? [{ name: collection.name, url: `${home}/collections/${collection.id}` }] : []),
    { name: product.name, url: page },
  ]
  return (
    <Frame locale={locale} path={`/products/${slug}`} simulated={deps().simulated}>
      <StructuredData of={productOn(page, product)} />
      <StructuredData of={breadcrumb(path)} />
      <Path locale={locale} collection={collection} name={product.name} />
      <article className="grid items-start gap-6 md:grid-cols-2 md:gap-12 lg:gap-16">
        {!product.isHidden && (
          <Picture
            of={product.slug}
            sizes="(width >= 74rem) 33rem, (width >= 48rem) 46vw, 92vw"
            first
            className="picture rounded-card"
          />
        )}
        <div className="flex flex-col gap-5 md:py-4">
          <h1 className="title">{product.name}</h1>
          <p className="max-w-prose text-lg">{product.description}</p>
          <p className="font-bold text-2xl tabular-nums">
            {product.from ? t('from', { price: product.price }) : product.price}
          </p>
          <AddToCart locale={locale} product={product} />
          <Plans locale={locale} plans={product.plans} />
          <TermsInShort
            locale={locale}
            className="mt-4 flex flex-col gap-5 border-line border-t pt-6"
          />
        </div>
      </article>
      {neighbours.length > 0 && (
        <section aria-labelledby="neighbours" className="mt-section">
          <h2 id="neighbours" className="title mb-6">
            {t('neighbours')}
          </h2>
          <ProductList locale={locale} products={neighbours} level={3} />
        </section>
      )}
    </Frame>
  )
}
