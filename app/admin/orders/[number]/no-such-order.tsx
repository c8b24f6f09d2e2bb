import type { Locale } from '@/lib/core/locale'
import { orderPageWords } from '@/lib/i18n/desk/order/page-words'

export function NoSuchOrder({ locale }: { readonly locale: Locale }) {
  const w = orderPageWords[locale]
  return (
    <div className="flex flex-col gap-2">
      <h1 className="heading">{w.missing}</h1>
      <p>{w.missingExplain}</p>
    </div>
  )
}
