import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { OrderView } from '@/lib/views/order'
import { inSeoul } from './in-seoul'

type Props = { readonly locale: Locale; readonly view: OrderView }

/** The life of the order so far, newest last. */
export async function Timeline({ locale, view }: Props) {
  const t = await getTranslations({ locale, namespace: 'order' })
  const { entries, hasOlder } = view.timeline
  return (
    <section aria-labelledby="timeline" className="card">
      <h2 id="timeline" className="heading mb-3">
        {t('timelineHeading')}
      </h2>
      {hasOlder && <p className="mb-3 text-quiet text-sm">{t('timelineOlder')}</p>}
      <ol className="ms-1.5 flex flex-col gap-4 border-line border-s-2">
        {entries.map(({ at, what, amount, pieces }, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: nothing moves in it, and two entries can be alike
            key={index}
            className="relative ps-5 before:absolute before:-start-[calc(0.375rem+1px)] before:top-2 before:size-3 before:rounded-full before:bg-sun-deep"
          >
            <p className="font-semibold">
              {t(`timeline.${what}`)}
              {amount !== null && (
                <span className="whitespace-nowrap font-normal tabular-nums"> {amount}</span>
              )}
            </p>
            {pieces && <p>{pieces}</p>}
            <time dateTime={new Date(at).toISOString()} className="text-quiet text-sm">
              {inSeoul(at, locale)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  )
}
