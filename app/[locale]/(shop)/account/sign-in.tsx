import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'

type Props = {
  readonly locale: Locale
  /** What was typed before. */
  readonly email: string
  readonly next: string
  /** The address was the mistake that brought the shopper back. */
  readonly mistaken: boolean
  readonly withKakao: boolean
}

/** The first step: an address to mail a code to, or Kakao. */
export async function SignIn({ locale, email, next, mistaken, withKakao }: Props) {
  const t = await getTranslations({ locale, namespace: 'account.signIn' })
  return (
    <>
      <div className="card flex flex-col gap-5">
        <form method="post" action="/api/account/code" className="flex flex-col gap-5" noValidate>
          <p className="text-quiet">{t('lead')}</p>
          <input type="hidden" name="locale" value={locale} />
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
              aria-invalid={mistaken}
              aria-describedby={mistaken ? 'problem' : undefined}
              // biome-ignore lint/a11y/noAutofocus: the form came back because of this field.
              autoFocus={mistaken}
              className="field w-full font-normal"
            />
          </label>
          <button type="submit" className="button">
            {t('sendCode')}
          </button>
        </form>
        {withKakao && (
          <form method="post" action="/api/account/kakao" className="flex flex-col gap-3">
            <p className="text-center text-quiet">{t('or')}</p>
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="next" value={next} />
            <button type="submit" className="button-plain">
              {t('kakao')}
            </button>
          </form>
        )}
      </div>
      <p className="text-quiet">
        {t('guest')}{' '}
        <a href={`/${locale}/orders/find`} className="text-link text-ink">
          {t('find')}
        </a>
      </p>
    </>
  )
}
