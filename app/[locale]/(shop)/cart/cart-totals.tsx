import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { CartView } from '@/lib/views/cart'

type Props = { readonly locale: Locale; readonly cart: CartView }

/** What it comes to, how far it is to free delivery, and the way on. */
export async function CartTotals({ locale, cart }: Props) {
  const t = await getTranslations({ locale, namespace: 'cart' })
  return (
    <section aria-labelledby="totals" className="card flex flex-col gap-4 lg:sticky lg:top-6">
      <h2 id="totals" className="heading">
        {t('totals')}
      </h2>
      {cart.missing ? (
        <div className="flex flex-col gap-1.5">
          <p id="missing" className="font-medium">
            {t('missing', { amount: cart.missing })}
          </p>
          <progress {...cart.meter} aria-labelledby="missing" className="meter" />
        </div>
      ) : (
        cart.free && <p className="font-medium text-good">{t('free')}</p>
      )}
      <dl className="flex flex-col gap-2">
        <Amount label={t('goods')} amount={cart.goods} />
        <Amount label={t('delivery')} amount={cart.free ? t('deliveryFree') : cart.delivery} />
        <div className="mt-2 flex items-baseline justify-between gap-4 border-line border-t pt-4 font-bold text-xl">
          <dt>{t('total')}</dt>
          <dd>{cart.total}</dd>
        </div>
      </dl>
      <p className="text-quiet text-sm">{t('surcharge')}</p>
      {cart.canBeHad ? (
        <a href={`/${locale}/checkout`} className="button text-lg">
          {t('checkout')}
        </a>
      ) : (
        <p role="alert" className="rounded-control bg-bad-soft px-4 py-3 font-medium text-bad">
          {t('cannotBeHad')}
        </p>
      )}
      <a href={`/${locale}`} className="button-plain">
        {t('continueShopping')}
      </a>
    </section>
  )
}

const Amount = ({ label, amount }: { label: string; amount: string }) => (
  <div className="flex justify-between gap-4">
    <dt className="text-quiet">{label}</dt>
    <dd className="whitespace-nowrap">{amount}</dd>
  </div>
)
