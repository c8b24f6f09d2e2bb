import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { Frame } from '@/components/frame'
import { KeepFresh } from '@/components/keep-fresh'
import { Missing } from '@/components/missing/missing'
import { Notice } from '@/components/notice'
import { parseOrderId } from '@/lib/core/ids'
import type { Locale } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import { type OrderView, orderView } from '@/lib/views/order'
import { asker } from '@/lib/visitor/asker'
import { localeIn } from '../../../locale'
import { BuyAgain } from './buy-again'
import { AskReturn } from './claim'
import { Contents } from './contents'
import { Delivery } from './delivery'
import { OrderMoney } from './order-money'
import { Parcels } from './parcels'
import { Pay } from './pay'
import { Period } from './period'
import { Status } from './status'
import { Timeline } from './timeline'

type Props = {
  readonly params: Promise<{ locale: string; order: string }>
  readonly searchParams: Promise<{ problem?: string | string[] }>
}

const problems = [
  'changed',
  'method',
  'often',
  'cancel',
  'return',
  'return_often',
  'withdraw',
] as const
const notAgain = ['limit', 'no_wallet', 'changed', 'sold_out', 'consent'] as const

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await shown(params)
  const t = await getTranslations({ locale: await localeIn(params), namespace: 'order' })
  return view ? { title: t('heading', { number: view.number }) } : {}
}

export default async function OrderPage({ params, searchParams }: Props) {
  const locale = await localeIn(params)
  const { problem: asked } = await searchParams
  const problem = problems.find((known) => known === asked)
  const again = notAgain.find((known) => `again_${known}` === asked)
  const [t, view] = await Promise.all([getTranslations({ locale }), shown(params)])
  if (!view) return <Missing locale={locale} simulated={deps().simulated} />
  // A page that loads itself again would take back what somebody is choosing on it.
  const mayChoose = view.payAgain !== null
  return (
    <Frame locale={locale} path={`/orders/${view.id}`} simulated={deps().simulated}>
      <div className="narrow flex flex-col gap-6">
        {problem && <Notice tone="wait">{t(`order.problem.${problem}`)}</Notice>}
        {again && <Notice tone="wait">{t(`subscription.again.problem.${again}`)}</Notice>}
        <Status locale={locale} view={view} />
        {view.open && (
          <noscript>
            <a href={`/${locale}/orders/${view.id}`} className="button-plain w-full">
              {t('order.refresh')}
            </a>
          </noscript>
        )}
        <Pay locale={locale} view={view} />
        <Parcels locale={locale} view={view} />
        <Contents locale={locale} view={view} />
        <OrderMoney locale={locale} view={view} />
        <Period locale={locale} view={view} />
        <Delivery locale={locale} view={view} />
        <Timeline locale={locale} view={view} />
        <AskReturn locale={locale} view={view} />
        {view.status === 'paid' && <BuyAgain locale={locale} order={view.id} />}
        {(view.mayCancel || view.mayCancelSome) && (
          <section aria-labelledby="cancel" className="card flex flex-col items-start gap-3">
            <h2 id="cancel" className="heading">
              {t('order.cancel')}
            </h2>
            <p>{t(whatCancellingDoes(view))}</p>
            <a href={`/${locale}/orders/${view.id}/cancel`} className="button-plain">
              {t('step.cancel_order')}
            </a>
          </section>
        )}
        <a href={`/${locale}`} className="button-plain">
          {t('step.continue_shopping')}
        </a>
      </div>
      <KeepFresh
        order={view.id}
        updatedAt={view.updatedAt}
        open={view.open}
        without={mayChoose ? 'nothing' : 'refresh'}
      />
    </Frame>
  )
}

function whatCancellingDoes({ status, money, mayCancel }: OrderView) {
  if (!mayCancel) return 'order.cancelUnsent'
  if (status === 'paid') return money ? 'order.cancelRest' : 'order.cancelPaid'
  return status === 'confirming' ? 'order.cancelConfirming' : 'order.cancelUnpaid'
}

const shown = async (params: Props['params']) =>
  viewOf((await params).order, await localeIn(params))

/** Once for the title and the page. */
const viewOf = cache(async (order: string, locale: Locale) => {
  const id = parseOrderId(order)
  const { db, clock } = deps()
  if (id === null) return null
  return orderView(db, id, await asker(), { locale, now: await clock.now() })
})
