import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
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
        <p>{asDialled(phone)}</p>
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

/** As it is dialled in Korea; a masked number stays as it is. */
const asDialled = (phone: string) => phone.replace(/^\+82(\d{2})(\d{3,4})(\d{4})$/, '0$1-$2-$3')
