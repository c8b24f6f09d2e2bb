import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { ClaimView } from '@/lib/views/order-acts'

type Props = {
  readonly locale: Locale
  readonly view: ClaimView
  /** The secret of the mailed link that opened this, if one did: it opens what it leads to as well. */
  readonly link: string | null
}

/** What was asked for before, each with the way to keep the goods after all. */
export async function OpenClaims({ locale, view, link }: Props) {
  if (view.open.length === 0) return null
  const t = await getTranslations({ locale, namespace: 'order.goods' })
  return (
    <section aria-labelledby="open-claims" className="card flex flex-col gap-4">
      <h2 id="open-claims" className="heading">
        {t('claim.open')}
      </h2>
      <ul className="flex flex-col gap-3">
        {view.open.map(({ place, pieces }) => (
          <li key={place}>
            <p>{pieces}</p>
            <a href={withdrawPage(locale, view.id, place, link)} className="inline-link">
              {t('withdraw')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

const withdrawPage = (locale: Locale, order: string, place: number, link: string | null) =>
  `/${locale}/orders/${order}/withdraw?claim=${place}${link ? `&link=${link}` : ''}`
