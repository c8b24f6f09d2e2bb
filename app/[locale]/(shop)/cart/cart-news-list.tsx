import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import { MOST_OF_ONE } from '@/lib/core/quantity'
import type { CartNews } from '@/lib/views/cart/cart-news'
import { CartFields } from './cart-fields'

type Props = { readonly locale: Locale; readonly news: CartNews }

/** What became of the last change. What was taken out can be put back. */
export async function CartNewsList({ locale, news }: Props) {
  const t = await getTranslations({ locale, namespace: 'cart' })
  const { told, product, count } = news
  return (
    <div className="mb-6 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-control bg-sun-soft px-4 py-3">
      <p role="alert" className="min-w-0 grow basis-48 font-medium">
        {t(`news.${told}`, { product, count, most: MOST_OF_ONE })}
      </p>
      {told === 'removed' && count > 0 && (
        <form method="post" action="/api/cart">
          <CartFields locale={locale} variant={news.variantId} />
          <button
            type="submit"
            name="quantity"
            value={count}
            aria-label={t('undoOf', { product })}
            className="button-plain button-small bg-card"
          >
            {t('undo')}
          </button>
        </form>
      )}
    </div>
  )
}
