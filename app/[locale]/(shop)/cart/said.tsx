import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { Saying } from '@/lib/views/cart'
import { CartFields } from './cart-line'

type Props = { readonly locale: Locale; readonly saying: Saying }

/** What became of the last change, and the way back from a removal. */
export async function Said({ locale, saying }: Props) {
  const t = await getTranslations({ locale, namespace: 'cart' })
  const { what, name, quantity, variantId } = saying
  return (
    <div
      role={what === 'sold_out' ? 'alert' : 'status'}
      className="mb-6 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-control bg-sun-soft px-4 py-3 font-medium"
    >
      <p>{t(`said.${what}`, { product: name, count: quantity })}</p>
      {what === 'removed' && quantity > 0 && (
        <form method="post" action="/api/cart">
          <CartFields locale={locale} variant={variantId} />
          <button
            type="submit"
            name="quantity"
            value={quantity}
            aria-label={t('undoOf', { product: name })}
            className="button-plain button-small"
          >
            {t('undo')}
          </button>
        </form>
      )}
    </div>
  )
}
