import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { OrderView } from '@/lib/views/order'

type Props = { readonly locale: Locale; readonly view: OrderView }

/** The way to ask for a return, as long as there may be one. */
export async function AskReturn({ locale, view }: Props) {
  if (!view.mayClaim) return null
  const t = await getTranslations({ locale, namespace: 'order.returns' })
  return (
    <section
      id="return"
      aria-labelledby="return-heading"
      className="card flex flex-col items-start gap-3"
    >
      <h2 id="return-heading" className="heading">
        {t('heading')}
      </h2>
      <p>{t('next')}</p>
      <a href={`/${locale}/orders/${view.id}/return`} className="button-plain">
        {t('ask')}
      </a>
    </section>
  )
}
