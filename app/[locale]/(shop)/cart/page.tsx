import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Frame } from '@/components/frame'
import { Notice } from '@/components/notice'
import { deps } from '@/lib/deps'
import { cartView } from '@/lib/views/cart'
import { visitor } from '@/lib/visitor'
import { localeIn } from '../../locale'
import { CartLine } from './cart-line'

type Props = {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<{ problem?: string | string[] }>
}

const problems = ['empty_cart', 'sold_out', 'unknown_product'] as const

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await localeIn(params), namespace: 'cart' })
  return { title: t('heading') }
}

export default async function CartPage({ params, searchParams }: Props) {
  const locale = await localeIn(params)
  const { problem: asked } = await searchParams
  const [t, cart] = await Promise.all([
    getTranslations({ locale, namespace: 'cart' }),
    cartView(deps().db, deps().shop.tariff, await visitor(), locale),
  ])
  const problem = problems.find((known) => known === asked)
  const empty = cart.lines.length === 0
  return (
    <Frame locale={locale} path="/cart" simulated={deps().simulated}>
      <div className="narrow">
        <h1 className="title mb-6">{t('heading')}</h1>
        {problem && <Notice tone="bad">{t(`problem.${problem}`)}</Notice>}
        {empty ? (
          <div className="card flex flex-col items-start gap-2">
            <p className="font-bold text-lg">{t('empty')}</p>
            <p className="text-quiet">{t('emptyHint')}</p>
            <a href={`/${locale}`} className="button mt-4">
              {t('continueShopping')}
            </a>
          </div>
        ) : (
          <>
            <ul className="card divide-y divide-line py-0">
              {cart.lines.map((line) => (
                <CartLine key={line.variantId} locale={locale} line={line} />
              ))}
            </ul>
            <p className="my-6 flex items-baseline justify-between gap-4 px-1 font-bold text-xl">
              <span>{t('total')}</span>
              <span>{cart.total}</span>
            </p>
            <div className="flex flex-col gap-3 sm:flex-row-reverse">
              <a href={`/${locale}/checkout`} className="button grow">
                {t('checkout')}
              </a>
              <a href={`/${locale}`} className="button-plain">
                {t('continueShopping')}
              </a>
            </div>
          </>
        )}
      </div>
    </Frame>
  )
}
