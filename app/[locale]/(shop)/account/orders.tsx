import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { AccountView } from '@/lib/views/account'
import { inSeoul } from '../orders/[order]/in-seoul'

type Props = { readonly locale: Locale; readonly view: AccountView }

/** What was ordered with this account or with its address. */
export async function Orders({ locale, view }: Props) {
  const t = await getTranslations({ locale, namespace: 'account.orders' })
  return (
    <section aria-labelledby="orders" className="card flex flex-col gap-3">
      <h2 id="orders" className="heading">
        {t('heading')}
      </h2>
      {view.orders.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {view.orders.map((order) => (
            <li key={order.id} className="flex flex-wrap justify-between gap-x-4 py-2">
              <div>
                <a href={`/${locale}/orders/${order.id}`} className="text-link">
                  {t('order', { number: order.number })}
                </a>
                <p className="text-quiet text-sm">{inSeoul(order.placedAt, locale)}</p>
              </div>
              <div className="ms-auto text-end">
                <p className="flex min-h-11 items-center justify-end font-semibold tabular-nums">
                  {order.total}
                </p>
                <p className="text-sm">{t(`status.${order.status}`)}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {view.onlyNewest !== null && <p>{t('most', { count: view.onlyNewest })}</p>}
      <p className="text-quiet text-sm">{t('guest')}</p>
    </section>
  )
}
