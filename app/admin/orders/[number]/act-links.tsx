import { allowanceFor, isPossible, orderActs } from '@/lib/core/desk/order-acts'
import { type Role, roleMay } from '@/lib/core/desk/roles'
import type { Locale } from '@/lib/core/locale'
import { orderPageWords } from '@/lib/i18n/desk/order/page-words'
import type { DeskOrder } from '@/lib/views/desk/desk-order'

type Props = { readonly view: DeskOrder; readonly locale: Locale; readonly role: Role }

/** What can be done to it now by somebody of this role; the rest is not drawn. */
export function ActLinks({ view: { number, order, row }, locale, role }: Props) {
  const w = orderPageWords[locale]
  const acts = orderActs.filter(
    (act) =>
      roleMay(role, allowanceFor(act, order)) && isPossible(act, order, row.shopper !== null),
  )
  if (acts.length === 0) return null
  return (
    <nav aria-label={w.acts} className="flex flex-wrap gap-2">
      {acts.map((act) => (
        <a
          key={act}
          href={`/admin/orders/${number}/${act}`}
          className="button-plain button-small text-sm"
        >
          {w.act[act].title}
        </a>
      ))}
    </nav>
  )
}
