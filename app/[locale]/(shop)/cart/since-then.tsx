import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { LineView } from '@/lib/views/cart'
import { CartFields } from './cart-line'

type Props = { readonly locale: Locale; readonly line: LineView; readonly product: string }

/** What has changed at a line since it was put there, and the button that takes it as it is now. */
export async function SinceThen({ locale, line, product }: Props) {
  const { onlyLeft, priceWas, price, quantity } = line
  if (onlyLeft === null && priceWas === null) return null
  const t = await getTranslations({ locale, namespace: 'cart' })
  return (
    <div className="flex flex-col items-start gap-2 rounded-control bg-bad-soft px-3 py-2 text-bad">
      {onlyLeft !== null && (
        <p className="font-medium text-sm">
          {onlyLeft === 0 ? t('noneLeft') : t('onlyLeft', { count: onlyLeft })}
        </p>
      )}
      {priceWas !== null && (
        <p className="font-medium text-sm">{t('priceChanged', { was: priceWas, now: price })}</p>
      )}
      <form method="post" action="/api/cart">
        <CartFields locale={locale} variant={line.variantId} />
        <button
          type="submit"
          name="quantity"
          value={onlyLeft ?? quantity}
          aria-label={t('acceptOf', { product })}
          className="button-plain button-small bg-card text-ink"
        >
          {onlyLeft === 0 ? t('remove') : t('accept', { count: onlyLeft ?? quantity })}
        </button>
      </form>
    </div>
  )
}
