import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import { type OrdersAsked, ordersAddress, type Sees } from '@/lib/views/desk/order-filters'
import { StillAsked } from './still-asked'

type Props = { readonly locale: Locale; readonly asked: OrdersAsked; readonly sees: Sees }

/** One box for whatever is at hand. What is chosen otherwise stays chosen. */
export async function SearchOrders({ locale, asked, sees }: Props) {
  const t = await getTranslations({ locale, namespace: 'desk.orders' })
  return (
    <search>
      <form action="/admin/orders" className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <StillAsked asked={asked} without={['q']} />
        <input
          name="q"
          type="search"
          autoComplete="off"
          aria-label={t('search')}
          aria-describedby="search-hint"
          defaultValue={asked.q ?? ''}
          className="field min-h-11 w-full grow py-1 sm:w-80 sm:grow-0"
        />
        <button type="submit" className="button-plain button-small">
          {t('search')}
        </button>
        {asked.q !== undefined && (
          <a href={ordersAddress(asked, { q: null })} className="text-link">
            {t('clear')}
          </a>
        )}
        <p id="search-hint" className="w-full text-quiet text-sm">
          {sees.shopper ? t('searchHint') : t('searchHintNumber')}
        </p>
      </form>
    </search>
  )
}
