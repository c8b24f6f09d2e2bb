import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Frame } from '@/components/frame'
import { Notice } from '@/components/notice'
import { deps } from '@/lib/deps'
import { checkoutView } from '@/lib/views/checkout'
import { visitor } from '@/lib/visitor'
import { localeIn } from '../../locale'
import { CheckoutForm } from './checkout-form'
import { MistakesSummary } from './mistakes-summary'

type Props = {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<{ problem?: string | string[] }>
}

const problems = ['fields', 'changed', 'delivery', 'sold_out', 'stale'] as const
// Nothing went wrong: something is different, and has to be looked at.
const isNews = (problem: string) => problem === 'changed' || problem === 'delivery'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await localeIn(params), namespace: 'checkout' })
  return { title: t('heading') }
}

export default async function CheckoutPage({ params, searchParams }: Props) {
  const locale = await localeIn(params)
  const { problem: asked } = await searchParams
  const problem = problems.find((known) => known === asked)
  const showMistakes = problem === 'fields'
  const [t, view] = await Promise.all([
    getTranslations({ locale, namespace: 'checkout' }),
    checkoutView(deps(), await visitor(), { locale, showMistakes }),
  ])
  if (!view) redirect(`/${locale}/cart?problem=empty_cart`)
  return (
    <Frame locale={locale} path="/checkout" simulated={deps().simulated}>
      <h1 className="title mb-6">{t('heading')}</h1>
      {problem === 'fields' && Object.keys(view.mistakes).length > 0 && (
        <MistakesSummary locale={locale} view={view} />
      )}
      {problem && problem !== 'fields' && (
        <Notice tone={isNews(problem) ? 'wait' : 'bad'}>
          {t(`problem.${problem}`, { fee: view.delivery.text, total: view.totalText })}
        </Notice>
      )}
      <CheckoutForm locale={locale} view={view} />
    </Frame>
  )
}
