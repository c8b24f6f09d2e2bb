import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import { MOST_OF_ONE } from '@/lib/core/quantity'
import type { ProductView } from '@/lib/views/catalogue'
import { Options } from './options'

type Props = { readonly locale: Locale; readonly product: ProductView }

/** The form that puts it into the cart, or why there is none. */
export async function AddToCart({ locale, product }: Props) {
  const t = await getTranslations({ locale, namespace: 'product' })
  const [first, ...more] = product.variants
  if (product.soldOut || !first)
    return (
      <p className="rounded-control bg-sun-soft px-4 py-3 font-semibold text-ink">{t('soldOut')}</p>
    )
  const hasChoice = more.length > 0
  return (
    <form method="post" action="/api/cart" className="flex flex-col gap-5">
      <input type="hidden" name="intent" value="add" />
      <input type="hidden" name="locale" value={locale} />
      {hasChoice ? (
        <Options locale={locale} product={product} />
      ) : (
        <input type="hidden" name="variant" value={first.id} />
      )}
      {!hasChoice && first.fewLeft !== null && (
        <p className="font-semibold">{t('fewLeft', { count: first.fewLeft })}</p>
      )}
      <div className="flex flex-wrap items-end gap-3">
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
        <button type="submit" className="button grow">
          {t('add')}
        </button>
      </div>
    </form>
  )
}
