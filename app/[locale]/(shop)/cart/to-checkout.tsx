import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { CartView } from '@/lib/views/cart/cart'

type Props = { readonly locale: Locale; readonly cart: CartView }

/** The way to the checkout; while a line cannot be had, why there is none. */
export async function ToCheckout({ locale, cart }: Props) {
  const t = await getTranslations({ locale, namespace: 'cart' })
  if (!cart.canBeHad)
    return (
      <div className="flex flex-col gap-2 rounded-control bg-bad-soft px-4 py-3">
        <p className="font-semibold text-bad">{t('blocked')}</p>
        <ul>
          {cart.lines
            .filter(({ onlyLeft }) => onlyLeft !== null)
            .map((line) => (
              <li key={line.variantId}>
                <a href={`#line-${line.variantId}`} className="text-link">
                  {t('blockedLine', { product: line.spoken })}
                </a>
              </li>
            ))}
        </ul>
      </div>
    )
  return (
    <div className="pay-bar">
      <p aria-hidden="true" className="shrink-0 lg:hidden">
        <span className="block text-quiet text-sm">{t('total')}</span>
        <span className="font-bold text-lg tabular-nums">{cart.total}</span>
      </p>
      <a href={`/${locale}/checkout`} className="button grow text-lg">
        {t('checkout')}
      </a>
    </div>
  )
}
