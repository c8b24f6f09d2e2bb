import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import { formatMoney, krw } from '@/lib/core/money'
import { choiceNames, type OrdersAsked, ordersAddress } from '@/lib/views/desk/order-filters'
import { choiceLabels } from './choice-labels'

type Props = { readonly locale: Locale; readonly asked: OrdersAsked }

/** What is asked, in words, each with the way to do without it. */
export async function ChosenFilters({ locale, asked }: Props) {
  const t = await getTranslations({ locale, namespace: 'desk.orders' })
  const label = choiceLabels(t, locale)
  const listChoices = choiceNames.flatMap((name) => {
    const value = asked[name]
    return value ? [[name, `${t(`names.${name}`)}: ${label(name, value)}`] as const] : []
  })
  const days = (['from', 'to'] as const).flatMap((name) =>
    asked[name] ? [[name, `${t(name)}: ${asked[name]}`] as const] : [],
  )
  const sums = (['least', 'most'] as const).flatMap((name) =>
    asked[name] ? [[name, `${t(name)}: ${formatMoney(krw(Number(asked[name])))}`] as const] : [],
  )
  const all = [...listChoices, ...days, ...sums]
  if (all.length === 0) return null
  const nothing = Object.fromEntries(all.map(([name]) => [name, null]))
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="font-semibold">{t('chosen')}</span>
      {all.map(([name, what]) => (
        <a
          key={name}
          href={ordersAddress(asked, { [name]: null })}
          aria-label={t('remove', { what })}
          className="inline-flex min-h-11 items-center rounded-control border border-line px-2 md:min-h-8"
        >
          {what} <span aria-hidden="true">&nbsp;×</span>
        </a>
      ))}
      <a href={ordersAddress(asked, nothing)} className="text-link">
        {t('removeAll')}
      </a>
    </div>
  )
}
