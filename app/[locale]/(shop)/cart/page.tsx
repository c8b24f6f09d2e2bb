import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Frame } from '@/components/frame'
import { Notice } from '@/components/notice'
import { deps } from '@/lib/deps'
import { cartView, sayingOf } from '@/lib/views/cart'
import { visitor } from '@/lib/visitor'
import { localeIn } from '../../locale'
import { CartLine } from './cart-line'
import { CartTotals } from './cart-totals'
import { Said } from './said'

type Query = Readonly<Record<string, string | string[] | undefined>>
type Props = {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<Query>
}

const problems = ['empty_cart', 'sold_out', 'unknown_product'] as const

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await localeIn(params), namespace: 'cart' })
  return { title: t('heading') }
}

/** The first of a parameter that somebody may have repeated. */
const oneOf = (query: Query, name: string) => [query[name]].flat()[0] ?? ''

export default async function CartPage({ params, searchParams }: Props) {
  const locale = await localeIn(params)
  const query = await searchParams
  const { db, shop, simulated } = deps()
  const variant = oneOf(query, 'variant')
  const asked =
    variant && oneOf(query, 'problem') === 'sold_out' ? 'sold_out' : oneOf(query, 'said')
  const [t, cart, saying] = await Promise.all([
    getTranslations({ locale, namespace: 'cart' }),
    cartView(db, shop.tariff, await visitor(), locale),
    sayingOf(db, locale, { said: asked, variant, quantity: oneOf(query, 'quantity') }),
  ])
  const problem = saying ? undefined : problems.find((known) => known === oneOf(query, 'problem'))
  return (
    <Frame locale={locale} path="/cart" simulated={simulated}>
      <h1 className="title mb-6">{t('heading')}</h1>
      {problem && <Notice tone="bad">{t(`problem.${problem}`)}</Notice>}
      {saying && <Said locale={locale} saying={saying} />}
      {cart.lines.length === 0 ? (
        <div className="card narrow flex flex-col items-start gap-2">
          <p className="font-bold text-lg">{t('empty')}</p>
          <p className="text-quiet">{t('emptyHint')}</p>
          <a href={`/${locale}`} className="button mt-4">
            {t('continueShopping')}
          </a>
        </div>
      ) : (
        <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
          <ul className="card divide-y divide-line py-0">
            {cart.lines.map((line) => (
              <CartLine key={line.variantId} locale={locale} line={line} />
            ))}
          </ul>
          <CartTotals locale={locale} cart={cart} />
        </div>
      )}
    </Frame>
  )
}
