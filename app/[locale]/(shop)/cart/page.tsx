import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Frame } from '@/components/frame'
import { Notice } from '@/components/notice'
import { deps } from '@/lib/deps'
import { cartView } from '@/lib/views/cart/cart'
import { cartNews } from '@/lib/views/cart/cart-news'
import { visitor } from '@/lib/visitor/visitor'
import { localeIn } from '../../locale'
import { CartItem } from './cart-item'
import { CartNewsList } from './cart-news-list'
import { Sums } from './sums'
import { ToCheckout } from './to-checkout'

type Props = {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const problems = ['empty_cart', 'sold_out', 'unknown_product'] as const

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await localeIn(params), namespace: 'cart' })
  return { title: t('heading') }
}

export default async function CartPage({ params, searchParams }: Props) {
  const locale = await localeIn(params)
  const query = await searchParams
  const { db, shop, simulated } = deps()
  const [t, cart, news] = await Promise.all([
    getTranslations({ locale, namespace: 'cart' }),
    cartView(db, shop.tariff, await visitor(), locale),
    cartNews(db, query, locale),
  ])
  const problem = problems.find((known) => known === query.problem)
  return (
    <Frame locale={locale} path="/cart" simulated={simulated}>
      <h1 className="title mb-6">{t('heading')}</h1>
      {problem && <Notice tone="bad">{t(`problem.${problem}`)}</Notice>}
      {news && <CartNewsList locale={locale} news={news} />}
      {cart.lines.length === 0 ? (
        <div className="card flex flex-col items-start gap-2">
          <p className="font-bold text-lg">{t('empty')}</p>
          <p className="text-quiet">{t('emptyHint')}</p>
          <a href={`/${locale}`} className="button mt-4">
            {t('continueShopping')}
          </a>
        </div>
      ) : (
        <div className="flex flex-col gap-6 lg:grid lg:grid-cols-[3fr_2fr] lg:items-start">
          <ul className="card divide-y divide-line py-0">
            {cart.lines.map((line) => (
              <CartItem key={line.variantId} locale={locale} line={line} />
            ))}
          </ul>
          <div className="gap-4 max-lg:contents lg:sticky lg:top-6 lg:flex lg:flex-col">
            <Sums locale={locale} cart={cart} />
            <ToCheckout locale={locale} cart={cart} />
            <a href={`/${locale}`} className="button-plain">
              {t('continueShopping')}
            </a>
          </div>
        </div>
      )}
    </Frame>
  )
}
