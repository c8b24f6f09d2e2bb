import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'

/** In place of a page that somebody's role has not. */
export async function MayNotSee({ locale }: { readonly locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'desk.mayNot' })
  return (
    <div className="flex max-w-prose flex-col items-start gap-4">
      <h1 className="heading">{t('heading')}</h1>
      <p>{t('explain')}</p>
      <a href="/admin" className="button button-small">
        {t('back')}
      </a>
    </div>
  )
}
