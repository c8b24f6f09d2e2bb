import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'

/** In the window of a shop that has no goods yet: whoever set it up reads how to add some. */
export async function EmptyShop({ locale }: { readonly locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'emptyShop' })
  return (
    <section aria-labelledby="empty-shop" className="my-section flex max-w-prose flex-col gap-4">
      <h1 id="empty-shop" className="title">
        {t('heading')}
      </h1>
      <p className="text-lg">{t('lead')}</p>
      <p className="text-quiet">{t('add')}</p>
      <p>
        <code>npm run demo</code>
      </p>
    </section>
  )
}
