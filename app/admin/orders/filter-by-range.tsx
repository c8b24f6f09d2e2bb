import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { OrdersAsked, Sees } from '@/lib/views/desk/order-filters'
import { StillAsked } from './still-asked'

type Props = { readonly locale: Locale; readonly asked: OrdersAsked; readonly sees: Sees }

const days = ['from', 'to'] as const
const sums = ['least', 'most'] as const

/** What is typed and not pressed: between two days, between two amounts. */
export async function FilterByRange({ locale, asked, sees }: Props) {
  const t = await getTranslations({ locale, namespace: 'desk.orders' })
  const label = 'flex flex-col gap-1 font-semibold'
  const field = 'field min-h-11 w-40 py-1 font-normal'
  return (
    <form action="/admin/orders" className="flex flex-wrap items-end gap-3">
      <StillAsked asked={asked} without={[...days, ...sums]} />
      {days.map((name) => (
        <label key={name} className={label}>
          {t(name)}
          <input name={name} type="date" defaultValue={asked[name] ?? ''} className={field} />
        </label>
      ))}
      {sees.money &&
        sums.map((name) => (
          <label key={name} className={label}>
            {t(name)}
            <input
              name={name}
              inputMode="numeric"
              autoComplete="off"
              defaultValue={asked[name] ?? ''}
              className={field}
            />
          </label>
        ))}
      <button type="submit" className="button-plain button-small">
        {t('apply')}
      </button>
    </form>
  )
}
