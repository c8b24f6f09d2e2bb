import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import { dialledPhone } from '@/lib/core/typed/phone'
import type { OrderView } from '@/lib/views/order'

type Props = { readonly locale: Locale; readonly view: OrderView }

/** Who gets it and where. Anybody may hold the link, so a stranger sees only the beginnings. */
export async function Delivery({ locale, view }: Props) {
  const t = await getTranslations({ locale })
  const { name, email, phone, postcode, address, addressDetail, deliveryNote } = view.customer
  return (
    <section aria-labelledby="delivery" className="card flex flex-col gap-3">
      <h2 id="delivery" className="heading">
        {t('order.delivery')}
      </h2>
      <div>
        <p className="font-semibold">{name}</p>
        <p>{dialledPhone(phone)}</p>
        <p>{email}</p>
      </div>
      <p>
        ({postcode}) {address} {addressDetail}
      </p>
      {deliveryNote !== '' && (
        <p>
          <span className="text-quiet">{t('order.deliveryNote')}</span> {deliveryNote}
        </p>
      )}
      {view.customerMasked && <p className="text-quiet text-sm">{t('order.masked')}</p>}
    </section>
  )
}
