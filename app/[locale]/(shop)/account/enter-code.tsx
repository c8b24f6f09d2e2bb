import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'

type Props = {
  readonly locale: Locale
  /** Where the code was mailed to. */
  readonly email: string
  readonly next: string
  /** The code was the mistake that brought the shopper back. */
  readonly mistaken: boolean
}

/** The second step: the code from the mail, another one, or another address. */
export async function EnterCode({ locale, email, next, mistaken }: Props) {
  const t = await getTranslations({ locale, namespace: 'account.code' })
  const hidden = (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="email" value={email} />
    </>
  )
  return (
    <div className="card flex flex-col gap-5">
      <p className="wrap-anywhere">{t('sent', { email })}</p>
      <form method="post" action="/api/account/sign-in" className="flex flex-col gap-5" noValidate>
        {hidden}
        <div className="flex flex-col gap-1.5">
          <label htmlFor="code" className="font-semibold">
            {t('code')}
          </label>
          <input
            id="code"
            name="code"
            required
            inputMode="numeric"
            autoComplete="one-time-code"
            aria-invalid={mistaken}
            aria-describedby={mistaken ? 'problem code-hint' : 'code-hint'}
            // biome-ignore lint/a11y/noAutofocus: this page has one thing to do.
            autoFocus
            className="field w-40 tabular-nums tracking-widest"
          />
          <p id="code-hint" className="text-quiet text-sm">
            {t('hint')}
          </p>
        </div>
        <button type="submit" className="button">
          {t('signIn')}
        </button>
      </form>
      <p className="text-quiet text-sm">{t('late')}</p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <form method="post" action="/api/account/code">
          {hidden}
          <button type="submit" className="button-plain button-small">
            {t('again')}
          </button>
        </form>
        <a href={`/${locale}/account`} className="text-link">
          {t('other')}
        </a>
      </div>
    </div>
  )
}
