import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { OrderView } from '@/lib/views/order'

type Props = { readonly locale: Locale; readonly view: OrderView }

export async function Contents({ locale, view }: Props) {
  const t = await getTranslations({ locale, namespace: 'order' })
  return (
    <section aria-labelledby="contents" className="card">
      <h2 id="contents" className="heading mb-3">
        {t('contents')}
      </h2>
      <ul className="flex flex-col gap-2">
        {view.lines.map((line) => (
          <li key={`${line.name} ${line.option}`} className="flex justify-between gap-4">
            <span>
              {[line.name, line.option].filter(Boolean).join(', ')}{' '}
              <span className="text-quiet">{t('quantity', { count: line.quantity })}</span>
            </span>
            <span className="whitespace-nowrap">{line.total}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2 flex justify-between gap-4 text-quiet">
        <span>{t('deliveryFee')}</span>
        <span>{view.deliveryFee ?? t('free')}</span>
      </p>
      <p className="mt-4 flex justify-between gap-4 border-line border-t pt-4 font-bold text-xl">
        <span>{t('total')}</span>
        <span>{view.total}</span>
      </p>
    </section>
  )
}
