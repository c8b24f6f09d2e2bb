import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import { CodeField } from '../parts/code-field'
import { DeskForm } from '../parts/desk-form'

type Props = { readonly locale: Locale; readonly next: string; readonly isMistaken: boolean }

/** What an authenticator shows, after the mailed code was right. */
export async function SecondFactor({ locale, next, isMistaken }: Props) {
  const t = await getTranslations({ locale, namespace: 'desk.signIn' })
  return (
    <DeskForm action="/api/desk/second-factor" locale={locale} className="card flex flex-col gap-5">
      <p>{t('second')}</p>
      <input type="hidden" name="next" value={next} />
      <CodeField
        label={t('code')}
        hint={t('secondHint')}
        isMistaken={isMistaken}
        inputMode="text"
      />
      <button type="submit" className="button">
        {t('signIn')}
      </button>
    </DeskForm>
  )
}
