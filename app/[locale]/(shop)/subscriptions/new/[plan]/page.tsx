import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Frame } from '@/components/frame'
import { Missing } from '@/components/missing/missing'
import { Notice } from '@/components/notice'
import { deps } from '@/lib/deps'
import { subscribeView } from '@/lib/views/subscription'
import { signedIn, visitor } from '@/lib/visitor/visitor'
import { localeIn } from '../../../../locale'
import { MistakeList } from '../../../checkout/mistake-list'
import { SubscribeForm } from './subscribe-form'

type Props = {
  readonly params: Promise<{ locale: string; plan: string }>
  readonly searchParams: Promise<{ problem?: string | string[] }>
}

const problems = ['fields', 'changed', 'outdated', 'outdated_open', 'sold_out'] as const

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await localeIn(params), namespace: 'subscription' })
  return { title: t('subscribe') }
}

/** What is agreed to, whom it goes to, and the button. */
export default async function SubscribePage({ params, searchParams }: Props) {
  const locale = await localeIn(params)
  const { plan } = await params
  const { problem: asked } = await searchParams
  const problem = problems.find((known) => known === asked)
  const who = await signedIn()
  const path = `/subscriptions/new/${plan}`
  if (!who) redirect(`/${locale}/account?${new URLSearchParams({ next: `/${locale}${path}` })}`)
  const { shopper, email } = who
  const now = await deps().clock.now()
  const showMistakes = problem === 'fields'
  const asker = { shopper, email, visitor: await visitor(), locale, now, showMistakes }
  const view = await subscribeView(deps(), plan, asker)
  if (!view) return <Missing locale={locale} simulated={deps().simulated} />
  if ('already' in view) redirect(`/${locale}/subscriptions/${view.already}`)
  const t = await getTranslations({ locale, namespace: 'subscription' })
  return (
    <Frame locale={locale} path={path} simulated={deps().simulated}>
      <div className="narrow">
        <h1 className="title mb-6">{t('form.heading', { what: view.plan.name })}</h1>
        {problem === 'fields' && Object.keys(view.mistakes).length > 0 ? (
          <MistakeList locale={locale} mistakes={view.mistakes} />
        ) : (
          problem && <Notice tone="wait">{t(`problem.${problem}`)}</Notice>
        )}
        <SubscribeForm locale={locale} view={view} />
      </div>
    </Frame>
  )
}
