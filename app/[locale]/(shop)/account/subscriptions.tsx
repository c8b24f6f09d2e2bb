import { getTranslations } from 'next-intl/server'
import type { ShopperId } from '@/lib/core/ids'
import type { Locale } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import { subscriptionsOf } from '@/lib/views/subscription'
import { onDay } from '../subscriptions/on-day'

type Props = { readonly locale: Locale; readonly shopper: ShopperId }

/** What comes regularly. */
export async function Subscriptions({ locale, shopper }: Props) {
  const t = await getTranslations({ locale, namespace: 'subscription' })
  const mine = await subscriptionsOf(deps().db, shopper, locale)
  return (
    <section aria-labelledby="subscriptions" className="card flex flex-col gap-3">
      <h2 id="subscriptions" className="heading">
        {t('account.heading')}
      </h2>
      {mine.length === 0 ? (
        <p>{t('account.none')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {mine.map(({ id, what, rhythm, price, status, nextAt }) => (
            <li key={id} className="flex flex-wrap justify-between gap-x-4 py-2">
              <div>
                <a href={`/${locale}/subscriptions/${id}`} className="text-link">
                  {what}
                </a>
                <p className="text-quiet text-sm">
                  {t('each', { rhythm: t(`rhythm.${rhythm}`), price })}
                </p>
              </div>
              <div className="ms-auto text-end">
                <p className="flex min-h-11 items-center justify-end font-semibold">
                  {t(`status.${status}`)}
                </p>
                {nextAt && (
                  <p className="text-sm">
                    {t('view.next')} {onDay(nextAt, locale)}
                  </p>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      <a href={`/${locale}/subscriptions`} className="text-link">
        {t('account.find')}
      </a>
    </section>
  )
}
