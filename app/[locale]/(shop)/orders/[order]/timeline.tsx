import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { OrderView } from '@/lib/views/order'
import { inSeoul } from './in-seoul'

type Props = { readonly locale: Locale; readonly view: OrderView }

/** The life of the order so far, newest last. */
export async function Timeline({ locale, view }: Props) {
  const t = await getTranslations({ locale, namespace: 'order' })
  return (
    <section aria-labelledby="timeline" className="card">
      <h2 id="timeline" className="heading mb-3">
        {t('timelineHeading')}
      </h2>
      <ol className="timeline">
        {view.timeline.map(({ at, what }) => (
          <li key={`${at} ${what}`}>
            <p className="font-semibold">{t(`timeline.${what}`)}</p>
            <time dateTime={new Date(at).toISOString()} className="text-quiet text-sm">
              {inSeoul(at, locale)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  )
}
