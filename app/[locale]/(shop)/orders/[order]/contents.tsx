import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import { formatMoney, noMoney } from '@/lib/core/money'
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
          <li key={line.name + line.option} className="flex justify-between gap-4">
            <span className="min-w-0">
              {line.name}
              <span className="block text-quiet text-sm">
                {line.option !== '' && `${line.option} `}
                <span className="whitespace-nowrap">{t('quantity', { count: line.quantity })}</span>
              </span>
            </span>
            <span className="whitespace-nowrap tabular-nums">{line.total}</span>
          </li>
        ))}
      </ul>
      {view.reason !== null && <p>{view.reason}</p>}
      <dl className="sums mt-4 border-line border-t pt-4">
        {view.lines.length > 0 && (
          <div>
            <dt>{t('deliveryFee')}</dt>
            <dd>{view.deliveryFee === formatMoney(noMoney) ? t('free') : view.deliveryFee}</dd>
          </div>
        )}
        <div className="sums-total">
          <dt>{t('total')}</dt>
          <dd>{view.total}</dd>
        </div>
      </dl>
    </section>
  )
}
