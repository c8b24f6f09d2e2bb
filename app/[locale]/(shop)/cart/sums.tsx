import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { CartView } from '@/lib/views/cart/cart'

type Props = { readonly locale: Locale; readonly cart: CartView }

/** What it all costs, and how far it is to free delivery. */
export async function Sums({ locale, cart }: Props) {
  const t = await getTranslations({ locale, namespace: 'cart' })
  return (
    <section aria-label={t('total')} className="card flex flex-col gap-4">
      {(cart.missing !== null || cart.free) && (
        <div>
          <p className="font-semibold">
            {cart.missing === null ? t('reached') : t('missing', { amount: cart.missing })}
          </p>
          {/* The sentence says it already: this is for the eye. */}
          <svg
            className="mt-2 block h-2 w-full overflow-hidden rounded-full"
            aria-hidden="true"
            viewBox="0 0 100 2"
            preserveAspectRatio="none"
          >
            <rect width="100" height="2" className="fill-line" />
            <rect width={cart.share} height="2" className="fill-sun-deep" />
          </svg>
        </div>
      )}
      <dl className="sums">
        <div>
          <dt>{t('goods')}</dt>
          <dd>{cart.goods}</dd>
        </div>
        <div>
          <dt>{t('delivery')}</dt>
          <dd>{cart.free ? t('free') : cart.delivery}</dd>
        </div>
        <div className="sums-total">
          <dt>{t('total')}</dt>
          <dd>{cart.total}</dd>
        </div>
      </dl>
      <p className="text-quiet text-sm">{t('deliveryHint')}</p>
    </section>
  )
}
