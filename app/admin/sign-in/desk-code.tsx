import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import { CodeField } from '../parts/code-field'
import { DeskForm } from '../parts/desk-form'

type Props = {
  readonly locale: Locale
  readonly email: string
  readonly next: string
  readonly isMistaken: boolean
}

/** The second step: the mailed code, another one, or another address. */
export async function DeskCode({ locale, email, next, isMistaken }: Props) {
  const t = await getTranslations({ locale, namespace: 'desk.signIn' })
  const hidden = (
    <>
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="email" value={email} />
    </>
  )
  return (
    <div className="card flex flex-col gap-5">
      <p className="wrap-anywhere">{t('sent', { email })}</p>
      <DeskForm action="/api/desk/sign-in" locale={locale} className="flex flex-col gap-5">
        {hidden}
        <CodeField label={t('code')} hint={t('hint')} isMistaken={isMistaken} />
        <button type="submit" className="button">
          {t('signIn')}
        </button>
      </DeskForm>
      <p className="text-quiet text-sm">{t('late')}</p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <DeskForm action="/api/desk/code" locale={locale}>
          {hidden}
          <button type="submit" className="button-plain button-small">
            {t('again')}
          </button>
        </DeskForm>
        <a href="/admin/sign-in" className="text-link">
          {t('other')}
        </a>
      </div>
    </div>
  )
}
