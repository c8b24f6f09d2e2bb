import { getTranslations } from 'next-intl/server'
import { Picture } from '@/components/picture'
import type { Locale } from '@/lib/core/locale'
import type { CheckoutView } from '@/lib/views/checkout'
import { Totals } from './totals'

type Props = { readonly locale: Locale; readonly view: CheckoutView }

export async function OrderSummary({ locale, view }: Props) {
  const t = await getTranslations({ locale })
  const words = {
    goods: t('cart.goods'),
    delivery: t('cart.delivery'),
    free: t('cart.deliveryFree'),
    total: t('checkout.total'),
    region: { mainland: '', jeju: t('checkout.region.jeju'), island: t('checkout.region.island') },
  }
  return (
    <section aria-labelledby="summary" className="card">
      <div className="mb-4 flex items-baseline justify-between gap-4">
        <h2 id="summary" className="heading">
          {t('checkout.summary')}
        </h2>
        <a href={`/${locale}/cart`} className="-my-2 inline-block py-2 underline">
          {t('checkout.change')}
        </a>
      </div>
      <ul className="mb-5 flex flex-col gap-3">
        {view.lines.map((line) => (
          <li key={line.variantId} className="flex items-center gap-3">
            <Picture
              of={line.slug}
              sizes="3.5rem"
              className="h-14 w-14 shrink-0 rounded-control bg-sun-soft object-cover"
            />
            <span className="grow">
              {[line.name, line.option].filter(Boolean).join(', ')}{' '}
              <span className="whitespace-nowrap text-quiet">
                {t('order.quantity', { count: line.quantity })}
              </span>
            </span>
            <span className="whitespace-nowrap">{line.total}</span>
          </li>
        ))}
      </ul>
      <Totals
        goods={view.goods}
        postcode={view.draft.postcode ?? ''}
        tariff={view.tariff}
        words={words}
      />
    </section>
  )
}
