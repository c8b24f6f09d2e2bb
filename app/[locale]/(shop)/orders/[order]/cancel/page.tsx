import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { actLinkIn } from '@/app/api/act-link'
import { Frame } from '@/components/frame'
import { MayNot } from '@/components/may-not'
import { Missing } from '@/components/missing/missing'
import { SubmitButton } from '@/components/submit-button'
import { WhatItDoes } from '@/components/what-it-does'
import { parseOrderId } from '@/lib/core/ids'
import type { Locale } from '@/lib/core/locale'
import { deps } from '@/lib/deps'
import { type CancelView, cancelView } from '@/lib/views/order-acts'
import { asker } from '@/lib/visitor/asker'
import { localeIn } from '../../../../locale'

type Props = {
  readonly params: Promise<{ locale: string; order: string }>
  readonly searchParams: Promise<{ link?: string | string[]; sent?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await localeIn(params), namespace: 'acts.cancel' })
  return { title: t('heading') }
}

/** What cancelling does, and its last button. */
export default async function CancelPage({ params, searchParams }: Props) {
  const locale = await localeIn(params)
  const id = parseOrderId((await params).order)
  const query = await searchParams
  const link = actLinkIn(query)
  const { db, clock, simulated } = deps()
  const now = await clock.now()
  const view = id && (await cancelView(db, id, await asker(link), { locale, now }))
  if (!view) return <Missing locale={locale} simulated={deps().simulated} />
  if (typeof view === 'string')
    redirect(`/${locale}/orders/${id}${view === 'done' ? '' : '?problem=cancel'}`)
  const t = await getTranslations({ locale })
  const page = `/orders/${view.id}/cancel`
  return (
    <Frame locale={locale} path={`${page}${link ? `?link=${link}` : ''}`} simulated={simulated}>
      <div className="narrow flex flex-col gap-6">
        <div>
          <h1 className="title">{t('acts.cancel.heading')}</h1>
          <p className="text-quiet">{t('order.heading', { number: view.number })}</p>
        </div>
        {view.leave === 'yes' ? (
          <Confirm locale={locale} view={view} link={link} />
        ) : (
          <MayNot
            locale={locale}
            page={`/${locale}${page}`}
            door={`/api/orders/${view.id}/link`}
            act="cancel"
            email={view.email}
            badLink={view.leave === 'bad_link'}
            sent={query.sent !== undefined}
          />
        )}
        <a href={`/${locale}/orders/${view.id}`} className="button-plain">
          {view.leave === 'yes' ? t('acts.keep') : t('step.view_order')}
        </a>
      </div>
    </Frame>
  )
}

type ConfirmProps = {
  readonly locale: Locale
  readonly view: CancelView
  readonly link: string | null
}

async function Confirm({ locale, view, link }: ConfirmProps) {
  const t = await getTranslations({ locale, namespace: 'acts' })
  const step = await getTranslations({ locale, namespace: 'step' })
  const { money, subscription } = view
  const amount = view.amount ?? ''
  return (
    <>
      <WhatItDoes
        effects={[
          [
            t('goods'),
            t(`cancel.goods.${money === 'none' || money === 'perhaps' ? money : 'back'}`),
          ],
          [t('money'), t(`cancel.money.${money}`, { amount })],
          ...(subscription
            ? [
                [
                  t('subscription'),
                  t(`cancel.subscription.${subscription.becomes}`, { what: subscription.what }),
                ] as const,
              ]
            : []),
        ]}
      />
      <form method="post" action={`/api/orders/${view.id}/cancel`} className="contents">
        <input type="hidden" name="locale" value={locale} />
        {link && <input type="hidden" name="link" value={link} />}
        <SubmitButton busy={step('busy')} className="button">
          {t('cancel.yes')}
        </SubmitButton>
      </form>
    </>
  )
}
