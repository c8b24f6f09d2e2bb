import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'

type Props = { readonly locale: Locale }

const HAND_OVER = '/api/checkout/hand-over'

/** In an app's own browser: advises the phone's, which takes along what is typed by now. Stands within the form. */
export async function AdviseOwnBrowser({ locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'handOver' })
  return (
    <>
      {/* The first button of a form is pressed by Enter, and by a phone's keyboard: that is to pay. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <section aria-label={t('open')} className="card flex flex-col gap-3 lg:col-span-2">
        <p>{t('advice')}</p>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <button type="submit" formAction={HAND_OVER} formNoValidate className="button-plain">
            {t('open')}
          </button>
          <a href="#contact-heading" className="text-link">
            {t('here')}
          </a>
        </div>
      </section>
    </>
  )
}

/** Where the wallet is in the same app nothing stands in the way of paying: below it, the same for whoever wants it. */
export async function OfferOtherBrowser({ locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'handOver' })
  return (
    <section aria-label={t('openOther')} className="flex flex-col items-start gap-2 text-sm">
      <p className="text-quiet">{t('offer')}</p>
      <button
        type="submit"
        formAction={HAND_OVER}
        formNoValidate
        className="button-plain button-small"
      >
        {t('openOther')}
      </button>
    </section>
  )
}
