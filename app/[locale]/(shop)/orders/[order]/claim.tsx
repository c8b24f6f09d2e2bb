import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { OrderView } from '@/lib/views/order'
import { Until } from './until'

type Props = { readonly locale: Locale; readonly view: OrderView }

/** The way to ask for a return, as long as there may be one; or to what was asked, for who does not see it above. */
export async function AskReturn({ locale, view }: Props) {
  const isAsked = view.mayWithdraw && view.goods === null
  if (!view.mayClaim && !isAsked) return null
  const t = await getTranslations({ locale, namespace: 'order.returns' })
  return (
    <section
      id="return"
      aria-labelledby="return-heading"
      className="card flex flex-col items-start gap-3"
    >
      <h2 id="return-heading" className="heading">
        {t(headingFor(view))}
      </h2>
      {view.mayClaim && <p>{t('next')}</p>}
      {view.claimUntil && (
        <Until locale={locale} lastDays={view.claimUntil} mayChangeMind={view.mayChangeMind} />
      )}
      <a href={`/${locale}/orders/${view.id}/return`} className="button-plain">
        {t(view.mayClaim ? 'ask' : 'asked')}
      </a>
    </section>
  )
}

function headingFor({ mayClaim, parcel }: OrderView) {
  if (!mayClaim) return 'asked'
  return parcel === 'claimed' ? 'headingRest' : 'heading'
}
