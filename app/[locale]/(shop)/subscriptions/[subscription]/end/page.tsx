import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { actLinkIn } from '@/app/api/act-link'
import { Frame } from '@/components/frame'
import { MayNot } from '@/components/may-not'
import { Missing } from '@/components/missing/missing'
import { Notice } from '@/components/notice'
import { parseSubscriptionId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { endView } from '@/lib/views/end-subscription'
import { asker } from '@/lib/visitor/asker'
import { localeIn } from '../../../../locale'
import { EndForm } from './end-form'

type Words = string | string[] | undefined
type Props = {
  readonly params: Promise<{ locale: string; subscription: string }>
  readonly searchParams: Promise<{ link?: Words; sent?: Words; done?: Words }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeIn(params)
  const t = await getTranslations({ locale, namespace: 'subscription.act' })
  return { title: t('end') }
}

/** What ending a subscription does, and its last button; afterwards, that it is done. */
export default async function EndPage({ params, searchParams }: Props) {
  const locale = await localeIn(params)
  const id = parseSubscriptionId((await params).subscription)
  const query = await searchParams
  const link = actLinkIn(query)
  const { db, clock, simulated } = deps()
  const now = await clock.now()
  const ending = id && (await endView(db, id, await asker(link), { locale, now }))
  if (!ending) return <Missing locale={locale} simulated={deps().simulated} />
  const { open: view, isAccount } = ending
  if (query.done && isAccount) redirect(`/${locale}/subscriptions/${id}?done=1`)
  const t = await getTranslations({ locale })
  const page = `/subscriptions/${id}/end`
  return (
    <Frame locale={locale} path={`${page}${link ? `?link=${link}` : ''}`} simulated={simulated}>
      <div className="narrow flex flex-col gap-6">
        {view === null ? (
          <>
            <h1 className="title">{t('subscription.act.end')}</h1>
            <Notice tone="good">{t('acts.end.over')}</Notice>
          </>
        ) : view.leave === 'yes' ? (
          <EndForm locale={locale} view={view} link={link} />
        ) : (
          <>
            <h1 className="title">{t('subscription.act.end')}</h1>
            <MayNot
              locale={locale}
              page={`/${locale}${page}`}
              door={`/api/subscriptions/${id}/link`}
              act="end"
              email={view.email}
              badLink={view.leave === 'bad_link'}
              sent={query.sent !== undefined}
            />
          </>
        )}
        {view?.leave === 'yes' ? (
          <a
            href={isAccount ? `/${locale}/subscriptions/${id}` : `/${locale}`}
            className="button-plain"
          >
            {t('acts.keep')}
          </a>
        ) : (
          <a href={`/${locale}/account`} className="button-plain">
            {t('subscription.view.all')}
          </a>
        )}
      </div>
    </Frame>
  )
}
