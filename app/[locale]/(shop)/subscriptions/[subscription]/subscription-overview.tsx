import { getTranslations } from 'next-intl/server'
import { ToneMark } from '@/components/tone-mark'
import type { Locale } from '@/lib/core/locale'
import type { SubscriptionView } from '@/lib/views/subscription'
import { onDay } from '../on-day'

type Props = { readonly locale: Locale; readonly view: SubscriptionView }

const tones = {
  pending_token: 'wait',
  active: 'good',
  past_due: 'bad',
  paused: 'wait',
  cancelled: 'bad',
  ended: 'bad',
} as const satisfies Record<SubscriptionView['status'], string>

/** What it is, where it stands, and what comes next. */
export async function SubscriptionOverview({ locale, view }: Props) {
  const t = await getTranslations({ locale, namespace: 'subscription' })
  return (
    <div className="flex flex-col gap-5">
      <div>
        <h1 className="title">{view.what}</h1>
        <p className="text-quiet">
          {t('each', { rhythm: t(`rhythm.${view.rhythm}`), price: view.price })}
          {' · '}
          {t('view.since', { when: onDay(view.since, locale) })}
        </p>
      </div>
      <div className="card flex items-start gap-4">
        <ToneMark tone={tones[view.status]} />
        <div role="status" className="flex flex-col gap-1">
          <p className="font-bold text-xl">{t(`status.${view.status}`)}</p>
          {view.why && <p>{t(`why.${view.why}`)}</p>}
          {view.saving && <p>{t('view.saving')}</p>}
          {view.charging && <p>{t('view.charging')}</p>}
          {view.retryAt && !view.why && (
            <p>{t('view.retry', { when: onDay(view.retryAt, locale) })}</p>
          )}
          {view.leaving && view.nextAt && !view.why ? (
            <p>{t('view.leaving', { when: onDay(view.nextAt, locale) })}</p>
          ) : (
            <Next locale={locale} view={view} />
          )}
          {view.payOrder && (
            <a href={`/${locale}/orders/${view.payOrder}#pay`} className="button mt-3 self-start">
              {t('view.payNow')}
            </a>
          )}
        </div>
      </div>
    </div>
  )
}

async function Next({ locale, view }: Props) {
  if (view.why || view.charging || view.retryAt) return null
  const t = await getTranslations({ locale, namespace: 'subscription' })
  return (
    <p>
      <span className="text-quiet">{t('view.next')}</span>{' '}
      <span className="font-semibold">
        {view.nextAt
          ? t('view.nextLine', { when: onDay(view.nextAt, locale), price: view.price })
          : t('view.nextNone')}
      </span>
    </p>
  )
}
