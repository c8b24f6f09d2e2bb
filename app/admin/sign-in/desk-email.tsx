import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import { DeskForm } from '../parts/desk-form'

type Props = {
  readonly locale: Locale
  readonly email: string
  readonly next: string
  readonly isMistaken: boolean
}

/** The first step: an address to mail a code to. */
export async function DeskEmail({ locale, email, next, isMistaken }: Props) {
  const t = await getTranslations({ locale, namespace: 'desk.signIn' })
  return (
    <DeskForm action="/api/desk/code" locale={locale} className="card flex flex-col gap-5">
      <p className="text-quiet">{t('lead')}</p>
      <input type="hidden" name="next" value={next} />
      <label className="flex flex-col gap-1.5 font-semibold">
        {t('email')}
        <input
          name="email"
          type="email"
          required
          autoComplete="email"
          maxLength={200}
          defaultValue={email}
          aria-invalid={isMistaken}
          aria-describedby={isMistaken ? 'problem' : undefined}
          // biome-ignore lint/a11y/noAutofocus: the form came back because of this field.
          autoFocus={isMistaken}
          className="field w-full font-normal"
        />
      </label>
      <button type="submit" className="button">
        {t('sendCode')}
      </button>
    </DeskForm>
  )
}
