import type { Locale } from '@/lib/core/locale'
import { dialledPhone } from '@/lib/core/typed/phone'
import { orderPageWords } from '@/lib/i18n/desk/order/page-words'
import type { DeskOrder } from '@/lib/views/desk/desk-order'
import { readableEmail } from '@/lib/views/readable-email'
import { Panel } from './panel'

type Props = { readonly view: DeskOrder; readonly locale: Locale }

/** Who it goes to: all of it for who writes to shoppers, what is on a label for who packs. */
export function ShopperOf({ view, locale }: Props) {
  const { customer, subscription, row, sees } = view
  const w = orderPageWords[locale]
  if (!customer) return null
  return (
    <Panel id="shopper" heading={w.shopper}>
      <address className="flex flex-col gap-1 not-italic text-sm">
        <span className="font-semibold text-base">{customer.name}</span>
        <a href={`tel:${customer.phone}`} className="text-link tabular-nums">
          {dialledPhone(customer.phone)}
        </a>
        {sees.shopper && (
          <a href={`mailto:${customer.email}`} className="text-link wrap-anywhere">
            {readableEmail(customer.email)}
          </a>
        )}
        <span>
          ({customer.postcode}) {customer.address} {customer.addressDetail}
        </span>
        {customer.deliveryNote !== '' && <q>{customer.deliveryNote}</q>}
      </address>
      <p className="text-quiet text-sm">
        {row.shopper === null ? w.guest : w.account}
        {subscription && ` · ${w.subscription(subscription.period ?? 1)}`}
      </p>
      {sees.shopper && (
        <a href={`/${row.locale}/orders/${view.id}`} className="text-link text-sm">
          {w.shoppersPage}
        </a>
      )}
    </Panel>
  )
}
