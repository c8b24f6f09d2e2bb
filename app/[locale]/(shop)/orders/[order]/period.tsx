import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { OrderView } from '@/lib/views/order'

type Props = { readonly locale: Locale; readonly view: OrderView }

/** Which subscription this is a part of, for its owner. */
export async function Period({ locale, view }: Props) {
  const { subscription } = view
  if (!subscription) return null
  const t = await getTranslations({ locale, namespace: 'subscription.order' })
  return (
    <section className="card flex flex-col items-start gap-2">
      <p>{t('period', { what: subscription.what, count: subscription.period })}</p>
      <a href={`/${locale}/subscriptions/${subscription.id}`} className="text-link">
        {t('see')}
      </a>
    </section>
  )
}
