import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Frame } from '@/components/frame'
import { Picture } from '@/components/picture'
import type { Locale } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import { type PlanView, plansView } from '@/lib/views/subscription'
import { signedIn } from '@/lib/visitor/visitor'
import { localeIn } from '../../locale'

type Props = { readonly params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await localeIn(params), namespace: 'subscription' })
  return { title: t('heading'), description: t('lead') }
}

/** What can come regularly. */
export default async function SubscriptionsPage({ params }: Props) {
  const locale = await localeIn(params)
  const t = await getTranslations({ locale, namespace: 'subscription' })
  const plans = await plansView(deps().db, (await signedIn())?.shopper ?? null, locale)
  return (
    <Frame locale={locale} path="/subscriptions" simulated={deps().simulated}>
      <div className="narrow flex flex-col gap-6">
        <div>
          <h1 className="title">{t('heading')}</h1>
          <p className="text-quiet">{t('lead')}</p>
        </div>
        <ul className="flex flex-col gap-4">
          {plans.map((plan) => (
            <li key={plan.id} className="card flex flex-wrap items-center gap-4">
              <Plan locale={locale} plan={plan} />
            </li>
          ))}
        </ul>
      </div>
    </Frame>
  )
}

async function Plan({ locale, plan }: { readonly locale: Locale; readonly plan: PlanView }) {
  const t = await getTranslations({ locale, namespace: 'subscription' })
  const order = await getTranslations({ locale, namespace: 'order' })
  const rhythm = t(`rhythm.${plan.rhythm}`)
  return (
    <>
      <span className="shrink-0">
        <Picture of={plan.slug} sizes="5rem" className="thumb" />
      </span>
      <div className="min-w-0 grow basis-52">
        <h2 className="heading">
          {plan.name}{' '}
          {plan.quantity > 1 && (
            <span className="text-quiet">{order('quantity', { count: plan.quantity })}</span>
          )}
        </h2>
        <p className="font-semibold tabular-nums">{t('each', { rhythm, price: plan.price })}</p>
        <p className="text-quiet text-sm">
          {[
            plan.firstPrice && t('firstPrice', { price: plan.firstPrice }),
            t('delivered'),
            plan.periods === null ? t('open') : t('periods', { count: plan.periods }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p className="text-quiet text-sm">{t('single', { price: plan.single })}</p>
      </div>
      <a
        href={`/${locale}/subscriptions/new/${plan.id}`}
        aria-label={t('subscribeTo', { what: plan.name })}
        className="button"
      >
        {t('subscribe')}
      </a>
    </>
  )
}
