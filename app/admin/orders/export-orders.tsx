import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { OrdersAsked } from '@/lib/views/desk/order-filters'
import { StillAsked } from './still-asked'

type Props = { readonly locale: Locale; readonly asked: OrdersAsked }

/** The list as a file. Whoever wants people's data in it says why, which is written down. */
export async function ExportOrders({ locale, asked }: Props) {
  const t = await getTranslations({ locale, namespace: 'desk.orders' })
  return (
    <form
      action="/admin/orders/export"
      className="flex flex-wrap items-end gap-3 border-line border-t pt-4 text-sm"
    >
      <StillAsked asked={asked} />
      <p className="w-full text-quiet">{t('exportLead')}</p>
      <label className="inline-flex min-h-11 items-center gap-2">
        <input type="checkbox" name="people" value="yes" className="size-5" />
        {t('people')}
      </label>
      <label className="flex flex-col gap-1 font-semibold">
        {t('why')}
        <input
          name="reason"
          autoComplete="off"
          maxLength={200}
          aria-describedby="why-hint"
          className="field min-h-11 w-72 py-1 font-normal"
        />
      </label>
      <button type="submit" className="button-plain button-small">
        {t('export')}
      </button>
      <p id="why-hint" className="w-full text-quiet">
        {t('whyHint')}
      </p>
    </form>
  )
}
