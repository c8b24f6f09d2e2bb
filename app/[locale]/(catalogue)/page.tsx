import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Frame } from '@/components/frame'
import { Picture } from '@/components/picture'
import { deps } from '@/lib/deps'
import { localeIn } from '../locale'
import { cachedCatalogue } from './catalogue'

type Props = { readonly params: Promise<{ locale: string }> }

// Kept until something on it changes.
export const revalidate = false

/** Nothing is rendered at build time, which has no database: each page is made when first asked for. */
export const generateStaticParams = () => []

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeIn(params)
  return { alternates: { canonical: `/${locale}`, languages: { ko: '/ko', en: '/en' } } }
}

export default async function HomePage({ params }: Props) {
  const locale = await localeIn(params)
  const [t, { products }] = await Promise.all([
    getTranslations({ locale, namespace: 'home' }),
    cachedCatalogue(locale),
  ])
  return (
    <Frame locale={locale} path="" simulated={deps().simulated}>
      <section className="hero">
        <h1 className="display whitespace-pre-line">{t('heading')}</h1>
        <p className="max-w-prose text-lg">{t('lead')}</p>
      </section>
      <section aria-labelledby="products" className="mt-12">
        <h2 id="products" className="heading mb-5">
          {t('products')}
        </h2>
        <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
          {products.map((product) => (
            <li key={product.id} className="only:col-span-full">
              <a href={`/${locale}/products/${product.slug}`} className="product-card">
                <Picture of={product.slug} sizes="20rem" className="picture" />
                <span className="flex flex-col gap-1 p-5">
                  <span className="font-bold text-xl">{product.name}</span>
                  <span className="text-quiet">{product.price}</span>
                  <span className="mt-3 font-semibold underline decoration-2 decoration-sun underline-offset-4">
                    {t('look')}
                  </span>
                </span>
              </a>
            </li>
          ))}
        </ul>
      </section>
    </Frame>
  )
}
