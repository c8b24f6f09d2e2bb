import { getTranslations } from 'next-intl/server'
import type { ShopperId } from '@/lib/core/ids'
import type { Locale } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import { type SavedView, savedView } from '@/lib/views/saved'
import { onDay } from '../subscriptions/on-day'

type Props = { readonly locale: Locale; readonly shopper: ShopperId }

/** The saved KakaoPay: since when, what ends without it, and what it paid without being asked again. */
export async function SavedWallets({ locale, shopper }: Props) {
  const t = await getTranslations({ locale })
  const { wallets, saving, charges } = await savedView(deps().db, shopper, locale)
  return (
    <section aria-labelledby="saved" className="card flex flex-col gap-3">
      <h2 id="saved" className="heading">
        {t('subscription.saved.heading')}
      </h2>
      {saving && <p role="status">{t('subscription.saved.saving')}</p>}
      {wallets.length === 0 && !saving && <p>{t('subscription.saved.none')}</p>}
      {wallets.map(({ id, since, stops }) => (
        <div key={id} className="flex flex-wrap items-center justify-between gap-3">
          <div className="min-w-0">
            <p className="font-semibold">
              {t('subscription.saved.one', { when: onDay(since, locale) })}
            </p>
            <p className="text-quiet text-sm">
              {stops.length > 0
                ? t('subscription.saved.stops', { names: stops.join(', ') })
                : t('subscription.saved.removeHint')}
            </p>
          </div>
          <a href={`/${locale}/account/saved/${id}`} className="button-plain button-small">
            {t('subscription.saved.remove')}
          </a>
        </div>
      ))}
      {charges.length > 0 && <Charges locale={locale} charges={charges} />}
    </section>
  )
}

type ChargesProps = { readonly locale: Locale; readonly charges: SavedView['charges'] }

async function Charges({ locale, charges }: ChargesProps) {
  const t = await getTranslations({ locale })
  return (
    <>
      <h3 className="font-semibold">{t('subscription.saved.charges')}</h3>
      <ul className="divide-y divide-line">
        {charges.map(({ order, number, reason, total, at }) => (
          <li key={order} className="flex flex-wrap justify-between gap-x-4 py-2">
            <a href={`/${locale}/orders/${order}`} className="text-link">
              {reason ?? t('account.orders.order', { number })}
            </a>
            <span className="tabular-nums">
              {total} · {onDay(at, locale)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
