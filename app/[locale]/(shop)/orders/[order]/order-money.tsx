import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { OrderView } from '@/lib/views/order'
import { inSeoul } from './in-seoul'

type Props = { readonly locale: Locale; readonly view: OrderView }

/** Money as it came and went, once there is more to say than that it was paid. */
export async function OrderMoney({ locale, view }: Props) {
  const { money } = view
  if (!money) return null
  const t = await getTranslations({ locale, namespace: 'order.money' })
  return (
    <section aria-labelledby="money" className="card flex flex-col gap-4">
      <h2 id="money" className="heading">
        {t('heading')}
      </h2>
      {money.lines.length > 0 && (
        <dl className="flex flex-col gap-4">
          {money.lines.map(({ what, at, amount, why, reason, note }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two movements can be alike
            <div key={index} className="flex flex-wrap justify-between gap-x-4">
              <dt className="font-semibold">{t(`what.${what}`)}</dt>
              <dd className="ms-auto whitespace-nowrap font-semibold tabular-nums">{amount}</dd>
              <dd className="w-full text-quiet text-sm">
                <time dateTime={new Date(at).toISOString()}>{inSeoul(at, locale)}</time>
                {why !== null && ` · ${t(`why.${why}`)}`}
              </dd>
              {reason !== null && <dd className="w-full break-words text-sm">{reason}</dd>}
              {note !== null && <dd className="w-full text-sm">{t(`note.${note}`)}</dd>}
            </div>
          ))}
        </dl>
      )}
      {money.contested && <p>{t('contested')}</p>}
    </section>
  )
}
