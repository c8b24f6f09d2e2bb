import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import { Notice } from './notice'
import { SubmitButton } from './submit-button'

type Props = {
  readonly locale: Locale
  /** This page, for whoever signs in first. */
  readonly page: string
  /** The door that mails a link for the act. */
  readonly door: string
  readonly act: string
  /** Where it is mailed to, as much as anybody may read. */
  readonly email: string
  /** A link brought them here that opens nothing any more. */
  readonly badLink: boolean
  readonly sent: boolean
}

/** What somebody can do who may not do it here. */
export async function MayNot({ locale, page, door, act, email, badLink, sent }: Props) {
  const t = await getTranslations({ locale })
  const next = new URLSearchParams({ next: page })
  return (
    <>
      {sent ? (
        <Notice tone="good">{t('acts.mayNot.sent', { email })}</Notice>
      ) : (
        badLink && <Notice tone="wait">{t('acts.mayNot.badLink')}</Notice>
      )}
      <section aria-labelledby="may-not" className="card flex flex-col items-start gap-4">
        <h2 id="may-not" className="heading">
          {t('acts.mayNot.heading')}
        </h2>
        <p>{t('acts.mayNot.explain')}</p>
        <a href={`/${locale}/account?${next}`} className="button-plain">
          {t('acts.mayNot.signIn')}
        </a>
        <p className="wrap-anywhere">{t('acts.mayNot.mail', { email })}</p>
        <form method="post" action={door} className="contents">
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="act" value={act} />
          <SubmitButton busy={t('step.busy')} className="button">
            {t('acts.mayNot.send')}
          </SubmitButton>
        </form>
      </section>
    </>
  )
}
