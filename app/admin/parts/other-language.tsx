import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import { DeskForm } from './desk-form'

type Props = { readonly locale: Locale; readonly here: string }

/** The same page in the other language, from now on and everywhere. */
export async function OtherLanguage({ locale, here }: Props) {
  const t = await getTranslations({ locale, namespace: 'desk' })
  const other = locale === 'ko' ? 'en' : 'ko'
  return (
    <DeskForm action="/api/desk/language" locale={locale}>
      <input type="hidden" name="to" value={other} />
      <input type="hidden" name="page" value={here} />
      <button type="submit" lang={other} className="menu-link last:me-0">
        {t('language')}
      </button>
    </DeskForm>
  )
}
