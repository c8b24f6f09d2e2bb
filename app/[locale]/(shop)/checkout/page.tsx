import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Frame } from '@/components/frame'
import { Notice } from '@/components/notice'
import { inAppOf } from '@/lib/core/in-app'
import { deps } from '@/lib/deps'
import { checkoutView } from '@/lib/views/checkout'
import { signedIn, visitor } from '@/lib/visitor/visitor'
import { localeIn } from '../../locale'
import { CheckoutForm } from './checkout-form'
import { GoesOnElsewhere } from './elsewhere'
import { MistakeList } from './mistake-list'

type Props = {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<{ problem?: string | string[]; told?: string | string[] }>
}

const problems = [
  'fields',
  'changed',
  'delivery',
  'sold_out',
  'stale',
  'outdated',
  'outdated_open',
] as const
const toBeChecked: readonly string[] = ['changed', 'outdated', 'outdated_open']

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await localeIn(params), namespace: 'checkout' })
  return { title: t('heading') }
}

export default async function CheckoutPage({ params, searchParams }: Props) {
  const locale = await localeIn(params)
  const { problem: asked, told } = await searchParams
  const problem = problems.find((known) => known === asked)
  const showMistakes = problem === 'fields'
  const who = await signedIn()
  const asking = await headers()
  const [t, tHandOver, view] = await Promise.all([
    getTranslations({ locale, namespace: 'checkout' }),
    getTranslations({ locale, namespace: 'handOver' }),
    checkoutView(deps(), await visitor(), {
      locale,
      showMistakes,
      signedIn: who,
    }),
  ])
  if (view === 'elsewhere') return <GoesOnElsewhere locale={locale} />
  if (typeof view === 'string') redirect(`/${locale}/cart?problem=${view}`)
  const fee = { fee: view.delivery.text }
  return (
    <Frame locale={locale} path="/checkout" simulated={deps().simulated}>
      <h1 className="title mb-6">{t('heading')}</h1>
      {problem === 'fields' && Object.keys(view.mistakes).length > 0 ? (
        <MistakeList locale={locale} mistakes={view.mistakes} />
      ) : problem === 'delivery' ? (
        <Notice tone="wait">
          {t('feeChanged', {
            fee:
              view.delivery.minor === 0
                ? t('freeDelivery')
                : t(`region.${view.delivery.region}`, fee),
            total: view.totalText,
          })}
        </Notice>
      ) : (
        problem && (
          <Notice tone={toBeChecked.includes(problem) ? 'wait' : 'bad'}>
            {t(`problem.${problem}`)}
          </Notice>
        )
      )}
      {told === 'taken' && !problem && <Notice tone="wait">{tHandOver('taken')}</Notice>}
      <CheckoutForm locale={locale} view={view} inApp={inAppOf(asking.get('user-agent'))} />
    </Frame>
  )
}
