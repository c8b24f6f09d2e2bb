import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Frame } from '@/components/frame'
import { Picture } from '@/components/picture'
import { StructuredData } from '@/components/structured-data'
import type { Locale } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import { localeIn } from '../locale'
import { cachedCatalogue } from './catalogue'
import { EmptyShop } from './empty-shop'
import { aboutPage } from './metadata'
import { ProductList } from './product-list'
import { ShelfList } from './shelf-list'
import { organisation } from './structured'
import { TermsInShort } from './terms-in-short'
import { YellowChart } from './yellow-chart'

type Props = { readonly params: Promise<{ locale: string }> }

// Kept until something on it changes.
export const revalidate = false

/** Nothing is rendered at build time, which has no database: each page is made when first asked for. */
export const generateStaticParams = () => []

/** One in the room of four, and four beside it. */
const CHOSEN = 5

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeIn(params)
  const t = await getTranslations({ locale, namespace: 'shop' })
  return aboutPage({
    locale,
    path: '',
    title: null,
    description: t('description'),
    picture: 'home',
  })
}

export default async function HomePage({ params }: Props) {
  const locale = await localeIn(params)
  const [t, { collections, products }] = await Promise.all([
    getTranslations({ locale }),
    cachedCatalogue(locale),
  ])
  if (products.length === 0)
    return (
      <Frame locale={locale} path="" simulated={deps().simulated}>
        <EmptyShop locale={locale} />
      </Frame>
    )
  return (
    <Frame locale={locale} path="" simulated={deps().simulated}>
      <StructuredData of={organisation(deps().shop.baseUrl, t('shop.name'))} />
      <Hero locale={locale} />
      <section aria-labelledby="products" className="mt-section">
        <h2 id="products" className="title mb-6 sm:mb-8">
          {t('home.products')}
        </h2>
        <ProductList locale={locale} products={products.slice(0, CHOSEN)} level={3} big />
      </section>
      <YellowChart locale={locale} products={products} />
      <section aria-labelledby="collections" className="mt-section">
        <h2 id="collections" className="title mb-6 sm:mb-8">
          {t('home.collections')}
        </h2>
        <ShelfList locale={locale} collections={collections} columns="sm:grid-cols-2" />
      </section>
      <section aria-labelledby="promises" className="mt-section mb-8">
        <h2 id="promises" className="heading mb-4">
          {t('home.promises')}
        </h2>
        <TermsInShort
          locale={locale}
          className="grid gap-8 border-line border-t pt-6 sm:grid-cols-3 sm:gap-10"
        />
      </section>
    </Frame>
  )
}

/** Words in the quiet left of a picture; on a phone above it, from edge to edge. */
async function Hero({ locale }: { readonly locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'home' })
  return (
    <section className="-mx-gutter -mt-4 grid bg-sun text-on-sun sm:-mt-6 min-[56rem]:mx-0 min-[56rem]:overflow-hidden min-[56rem]:rounded-card lg:mt-0">
      <div className="flex flex-col items-start gap-5 px-gutter pt-[clamp(2rem,7vw,3rem)] pb-6 min-[56rem]:z-1 min-[56rem]:w-2/5 min-[56rem]:justify-center min-[56rem]:p-[clamp(2rem,5vw,4rem)] min-[56rem]:pe-0 min-[56rem]:[grid-area:1/1]">
        {/* English needs more letters for as much. */}
        <h1 className="display whitespace-pre-line min-[56rem]:[&:lang(en)]:text-[clamp(2.5rem,4.7vw,3.5rem)]">
          {t('heading')}
        </h1>
        <p className="max-w-prose text-lg">{t('lead')}</p>
        <a
          href={`/${locale}/search`}
          className="button-plain border-on-sun text-on-sun hover:bg-on-sun hover:text-sun"
        >
          {t('enter')}
        </a>
      </div>
      <Picture
        of="banner-home"
        banner
        first
        sizes="(width >= 74rem) 70rem, 100vw"
        className="aspect-4/3 h-auto w-full object-[85%_50%] object-cover min-[56rem]:aspect-video min-[56rem]:h-full min-[56rem]:object-center min-[56rem]:[grid-area:1/1]"
      />
    </section>
  )
}
