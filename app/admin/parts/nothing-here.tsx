import { getTranslations } from 'next-intl/server'
import { deskLocale } from '@/lib/visitor/desk'

/** What the desk says of an address that leads nowhere. */
export async function NothingHere() {
  const t = await getTranslations({ locale: await deskLocale(), namespace: 'desk' })
  return (
    <main className="wide flex grow flex-col items-start gap-4 py-8">
      <h1 className="heading">{t('missing.heading')}</h1>
      <p>{t('missing.explain')}</p>
      <nav>
        <a href="/admin" className="text-link">
          {t('mayNot.back')}
        </a>
      </nav>
    </main>
  )
}
