import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { OrderView } from '@/lib/views/order'

type Props = { readonly locale: Locale; readonly view: OrderView }

/** What left, each with the way to follow it; and what comes back. */
export async function Parcels({ locale, view }: Props) {
  const { parcels = [], claims = [] } = view.goods ?? {}
  if (parcels.length + claims.length === 0) return null
  const t = await getTranslations({ locale, namespace: 'order.goods' })
  return (
    <section aria-labelledby="goods" className="card flex flex-col gap-4">
      <h2 id="goods" className="heading">
        {t('heading')}
      </h2>
      {parcels.length > 0 && (
        <ul className="flex flex-col gap-3">
          {parcels.map(({ state, isExchange, pieces, tracking, page }) => (
            <li key={tracking}>
              <p className="font-semibold">
                {t(isExchange ? `exchange.${state}` : `parcel.${state}`)}
              </p>
              <p>{pieces}</p>
              <p>
                <span className="text-quiet">{t('tracking')}</span> {tracking}
              </p>
              {page && (
                <a href={page} target="_blank" rel="noreferrer" className="inline-link">
                  {t('follow')}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      {claims.length > 0 && (
        <ul className="flex flex-col gap-3">
          {claims.map(({ place, state, pieces, words, reason, sum, isExchange }) => (
            <li key={place}>
              <p className="font-semibold">
                {t(isExchange ? 'claim.exchanged' : `claim.${state}`)}
              </p>
              <p>{pieces}</p>
              {words && (
                <p className="wrap-anywhere whitespace-pre-line">{t('words', { words })}</p>
              )}
              {reason && <p className="wrap-anywhere">{t('reason', { reason })}</p>}
              {sum.length > 0 && (
                <dl className="mt-1 grid grid-cols-[1fr_auto] gap-x-4">
                  {sum.map(({ what, amount }) => (
                    <div key={what} className="contents">
                      <dt>{t(`sum.${what}`)}</dt>
                      <dd className="text-right tabular-nums">{amount}</dd>
                    </div>
                  ))}
                </dl>
              )}
              {state === 'open' && (
                <a
                  href={`/${locale}/orders/${view.id}/withdraw?claim=${place}`}
                  className="inline-link"
                >
                  {t('withdraw')}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
