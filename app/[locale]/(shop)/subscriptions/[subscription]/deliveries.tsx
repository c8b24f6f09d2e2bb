import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { SubscriptionView } from '@/lib/views/subscription'
import { onDay } from '../on-day'

type Props = { readonly locale: Locale; readonly view: SubscriptionView }

/** Every period is an order of its own. */
export async function Deliveries({ locale, view }: Props) {
  const t = await getTranslations({ locale })
  return (
    <section aria-labelledby="deliveries" className="card flex flex-col gap-3">
      <h2 id="deliveries" className="heading">
        {t('subscription.view.orders')}
      </h2>
      <ul className="divide-y divide-line">
        {view.periods.map(({ order, period, status, total, at }) => (
          <li key={order} className="flex flex-wrap justify-between gap-x-4 py-2">
            <div>
              <a href={`/${locale}/orders/${order}`} className="text-link">
                {t('subscription.view.period', { count: period })}
              </a>
              <p className="text-quiet text-sm">{onDay(at, locale)}</p>
            </div>
            <div className="ms-auto text-end">
              <p className="flex min-h-11 items-center justify-end font-semibold tabular-nums">
                {total}
              </p>
              <p className="text-sm">{t(`account.orders.status.${status}`)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
