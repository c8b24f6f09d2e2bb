import { getTranslations } from 'next-intl/server'
import { Frame } from '@/components/frame'
import { SubmitButton } from '@/components/submit-button'
import type { Locale } from '@/lib/core/locale'
import { deps } from '@/lib/deps'

/** Another browser has taken this checkout over: here it goes on only when somebody asks for it. */
export async function GoesOnElsewhere({ locale }: { readonly locale: Locale }) {
  const t = await getTranslations({ locale })
  return (
    <Frame locale={locale} path="/checkout" simulated={deps().simulated}>
      <div className="narrow flex flex-col gap-6">
        <h1 className="title">{t('handOver.elsewhere.heading')}</h1>
        <p>{t('handOver.elsewhere.what')}</p>
        <a href={`/${locale}`} className="button">
          {t('cart.continueShopping')}
        </a>
        <form method="post" action="/api/checkout/stay" className="contents">
          <input type="hidden" name="locale" value={locale} />
          <SubmitButton busy={t('step.busy')} className="button-plain">
            {t('handOver.here')}
          </SubmitButton>
        </form>
      </div>
    </Frame>
  )
}
