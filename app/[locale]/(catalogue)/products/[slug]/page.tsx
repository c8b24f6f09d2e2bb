import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Frame } from '@/components/frame'
import { Picture } from '@/components/picture'
import { deps } from '@/lib/deps'
import { MOST_OF_ONE } from '@/lib/flows/change-cart'
import { localeIn } from '../../../locale'
import { cachedProduct } from '../../catalogue'

type Props = { readonly params: Promise<{ locale: string; slug: string }> }

// Kept until something on it changes.
export const revalidate = false
export const generateStaticParams = () => []

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeIn(params)
  const { slug } = await params
  const product = await cachedProduct(slug, locale)
  if (!product) return {}
  const languages = { ko: `/ko/products/${slug}`, en: `/en/products/${slug}` }
  return {
    title: product.name,
    description: product.description,
    alternates: { canonical: languages[locale], languages },
  }
}

export default async function ProductPage({ params }: Props) {
  const locale = await localeIn(params)
  const { slug } = await params
  const [t, product] = await Promise.all([
    getTranslations({ locale, namespace: 'product' }),
    cachedProduct(slug, locale),
  ])
  if (!product) notFound()
  return (
    <Frame locale={locale} path={`/products/${slug}`} simulated={deps().simulated}>
      <article className="grid items-center gap-8 md:grid-cols-2 md:gap-12">
        <Picture of={product.slug} sizes="32rem" first className="picture rounded-card" />
        <div className="flex flex-col gap-5">
          <h1 className="title">{product.name}</h1>
          <p className="font-bold text-2xl">{product.price}</p>
          <p className="max-w-prose text-lg">{product.description}</p>
          {product.soldOut && <p className="font-semibold text-bad">{t('soldOut')}</p>}
          <form method="post" action="/api/cart" className="flex flex-wrap items-end gap-3">
            <input type="hidden" name="variant" value={product.variants[0]?.id} />
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="intent" value="add" />
            <label className="flex flex-col gap-1.5 font-semibold">
              {t('quantity')}
              <input
                type="number"
                name="quantity"
                inputMode="numeric"
                min="1"
                max={MOST_OF_ONE}
                defaultValue="1"
                required
                className="field w-24"
              />
            </label>
            <button type="submit" disabled={product.soldOut} className="button grow sm:grow-0">
              {t('add')}
            </button>
          </form>
          <p className="text-quiet text-sm">{t('pay')}</p>
        </div>
      </article>
    </Frame>
  )
}
