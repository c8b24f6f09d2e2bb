import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'

/** What a page says that does not exist. */
export async function NotFoundMessage({ locale }: { readonly locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'notFound' })
  return (
    <div className="narrow flex flex-col items-start gap-4 py-8">
      <p aria-hidden="true" className="display rounded-card bg-sun px-5 py-1 text-on-sun">
        404
      </p>
      <h1 className="title">{t('heading')}</h1>
      <p className="text-lg">{t('explain')}</p>
      <a href={`/${locale}`} className="button mt-2">
        {t('home')}
      </a>
    </div>
  )
}
