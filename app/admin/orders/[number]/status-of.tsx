import type { Locale } from '@/lib/core/locale'
import { goodsTerms } from '@/lib/i18n/desk/order/goods-terms'
import { moneyTerms } from '@/lib/i18n/desk/order/money-terms'
import type { DeskOrder } from '@/lib/views/desk/desk-order'

type Props = { readonly view: DeskOrder; readonly locale: Locale }

/** How it stands with money and goods, in a word each. */
export function StatusOf({ view: { status, standing }, locale }: Props) {
  const terms = moneyTerms[locale]
  const why = status.why === null ? '' : ` (${terms.why[status.why]})`
  return (
    <p className="flex flex-wrap gap-2 font-semibold text-sm">
      <span className="rounded-control bg-sun-soft px-2.5 py-1">
        {terms.status[status.status]}
        {why}
      </span>
      <span className="rounded-control border border-line px-2.5 py-1">
        {goodsTerms[locale].standing[standing]}
      </span>
    </p>
  )
}
