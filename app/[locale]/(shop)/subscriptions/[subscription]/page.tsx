import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Frame } from '@/components/frame'
import { Missing } from '@/components/missing/missing'
import { Notice } from '@/components/notice'
import { parseSubscriptionId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { addressDraft, subscriptionView } from '@/lib/views/subscription'
import { signedIn, visitor } from '@/lib/visitor/visitor'
import { localeIn } from '../../../locale'
import { Address } from './address'
import { Deliveries } from './deliveries'
import { Manage } from './manage'
import { SubscriptionOverview } from './subscription-overview'

type Props = {
  readonly params: Promise<{ locale: string; subscription: string }>
  readonly searchParams: Promise<Readonly<Record<'problem' | 'done' | 'typed', string | undefined>>>
}

const problems = ['no_longer', 'often', 'day', 'address'] as const

async function shown(params: Props['params']) {
  const locale = await localeIn(params)
  const id = parseSubscriptionId((await params).subscription)
  const who = await signedIn()
  const now = await deps().clock.now()
  return id && who && subscriptionView(deps().db, id, who.shopper, { locale, now })
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await shown(params)
  return view ? { title: view.what } : {}
}

/** One subscription, for its owner alone. */
export default async function SubscriptionPage({ params, searchParams }: Props) {
  const locale = await localeIn(params)
  const { problem: asked, done, typed: back } = await searchParams
  const problem = problems.find((known) => known === asked)
  const [t, view] = await Promise.all([
    getTranslations({ locale, namespace: 'subscription' }),
    shown(params),
  ])
  if (!view) return <Missing locale={locale} simulated={deps().simulated} />
  const isTyped = problem === 'address' || back === 'address'
  const draft = isTyped ? await addressDraft(deps().db, await visitor()) : null
  // Back from the search for an address there is nothing to complain about yet.
  const typed = draft && (problem === 'address' ? draft : { ...draft, mistakes: {} })
  return (
    <Frame locale={locale} path={`/subscriptions/${view.id}`} simulated={deps().simulated}>
      <div className="narrow flex flex-col gap-6">
        {problem && <Notice tone="wait">{t(`problem.${problem}`)}</Notice>}
        {done && !problem && <Notice tone="good">{t('done')}</Notice>}
        <SubscriptionOverview locale={locale} view={view} />
        <Manage locale={locale} view={view} />
        <Deliveries locale={locale} view={view} />
        <Address locale={locale} view={view} typed={typed} />
        <a href={`/${locale}/account`} className="button-plain">
          {t('view.all')}
        </a>
      </div>
    </Frame>
  )
}
