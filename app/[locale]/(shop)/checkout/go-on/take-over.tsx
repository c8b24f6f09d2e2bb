import { getTranslations } from 'next-intl/server'
import { SubmitButton } from '@/components/submit-button'
import type { Locale } from '@/lib/core/locale'

type Props = {
  readonly locale: Locale
  readonly link: string
  /** Something is in this browser's cart already. */
  readonly replaces: boolean
}

/** What taking a checkout over does, and its button. Nothing of what is in it: whose hands the link is in is not known. */
export async function TakeOver({ locale, link, replaces }: Props) {
  const t = await getTranslations({ locale })
  return (
    <>
      <h1 className="title">{t('handOver.take.heading')}</h1>
      <p>{t('handOver.take.what')}</p>
      {replaces && <p className="font-semibold">{t('handOver.take.replaces')}</p>}
      <form method="post" action="/api/checkout/go-on" className="contents">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="link" value={link} />
        <SubmitButton busy={t('step.busy')} className="button">
          {t('handOver.take.yes')}
        </SubmitButton>
      </form>
      <a href={`/${locale}`} className="button-plain">
        {t('cart.continueShopping')}
      </a>
    </>
  )
}
