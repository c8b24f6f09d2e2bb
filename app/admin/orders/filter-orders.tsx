import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { OrdersAsked, Sees } from '@/lib/views/desk/order-filters'
import type { OrdersView } from '@/lib/views/desk/orders'
import { choiceLabels } from './choice-labels'
import { ChosenFilters } from './chosen-filters'
import { FilterByRange } from './filter-by-range'

type Props = {
  readonly locale: Locale
  readonly asked: OrdersAsked
  readonly sees: Sees
  readonly view: OrdersView
}

/** The two that are used all day stand open; the others behind one press, which is pressed while one of them is chosen. */
const ALWAYS = ['status', 'sent']

/** Filters as links: the address says what is shown, and can be passed on. */
export async function FilterOrders({ locale, asked, sees, view }: Props) {
  const t = await getTranslations({ locale, namespace: 'desk.orders' })
  const label = choiceLabels(t, locale)
  const first = view.filters.filter(({ name }) => ALWAYS.includes(name))
  const others = view.filters.filter(({ name }) => !ALWAYS.includes(name))
  const isOpen =
    others.some(({ name }) => asked[name]) ||
    [asked.from, asked.to, asked.least, asked.most].some(Boolean)
  const group = ({ name, options }: OrdersView['filters'][number]) => (
    <Group key={name} name={t(`names.${name}`)}>
      {options.map(({ value, href, isChosen }) => (
        <li key={value}>
          <a href={href} aria-current={isChosen ? 'true' : undefined} className={optionClass}>
            {label(name, value)}
          </a>
        </li>
      ))}
    </Group>
  )
  return (
    <nav aria-label={t('filters')} className="flex flex-col gap-1 text-sm">
      {first.map(group)}
      <details open={isOpen}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold md:min-h-8">
          {t('filters')}
        </summary>
        <div className="flex flex-col gap-1 pb-2">
          {others.map(group)}
          <FilterByRange locale={locale} asked={asked} sees={sees} />
        </div>
      </details>
      <Group name={t('sort')}>
        {view.sorts.map(({ value, href, isChosen }) => (
          <li key={value}>
            <a href={href} aria-current={isChosen ? 'true' : undefined} className={optionClass}>
              {t(`sorts.${value}`)}
            </a>
          </li>
        ))}
      </Group>
      <ChosenFilters locale={locale} asked={asked} />
    </nav>
  )
}

const optionClass =
  'inline-flex min-h-11 items-center rounded-control px-2 underline underline-offset-4 md:min-h-8 aria-[current]:bg-ink aria-[current]:text-paper aria-[current]:no-underline'

function Group({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-2">
      <span className="w-full font-semibold text-quiet md:w-28">{name}</span>
      <ul aria-label={name} className="flex grow flex-wrap gap-x-1">
        {children}
      </ul>
    </div>
  )
}
