import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { LineView } from '@/lib/views/cart/cart'
import { CartFields } from './cart-fields'

type Props = { readonly locale: Locale; readonly line: LineView }

/** What has changed about a line since it was put here, and one button that accepts it. */
export async function LineNews({ locale, line }: Props) {
  const { onlyLeft, priceWas, price } = line
  if (onlyLeft === null && priceWas === null) return null
  const t = await getTranslations({ locale, namespace: 'cart' })
  const accept =
    onlyLeft === null ? t('acceptPrice', { now: price }) : t('takeLeft', { count: onlyLeft })
  return (
    <div className="mb-3.5 flex flex-col items-start gap-2 rounded-control bg-sun-soft px-4 py-3">
      {onlyLeft !== null && (
        <p className="font-semibold text-bad">
          {onlyLeft === 0 ? t('noneLeft') : t('onlyLeft', { count: onlyLeft })}
        </p>
      )}
      {priceWas !== null && onlyLeft !== 0 && <p>{t('priceWas', { was: priceWas, now: price })}</p>}
      {onlyLeft !== 0 && (
        <form method="post" action="/api/cart">
          <CartFields locale={locale} variant={line.variantId} />
          <input type="hidden" name="seen" value={line.priceMinor} />
          <button
            type="submit"
            name="quantity"
            value={onlyLeft ?? line.quantity}
            aria-label={`${accept}: ${line.spoken}`}
            className="button-plain button-small bg-card"
          >
            {accept}
          </button>
        </form>
      )}
    </div>
  )
}
