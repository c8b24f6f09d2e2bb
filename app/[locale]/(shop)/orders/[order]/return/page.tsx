import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { actLinkIn } from '@/app/api/act-link'
import { Frame } from '@/components/frame'
import { MayNot } from '@/components/may-not'
import { Missing } from '@/components/missing/missing'
import { Notice } from '@/components/notice'
import { parseOrderId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { claimView } from '@/lib/views/order-acts'
import { asker } from '@/lib/visitor/asker'
import { claimDraft } from '@/lib/visitor/claim-draft'
import { localeIn } from '../../../../locale'
import { ClaimForm } from './claim-form'
import { OpenClaims } from './open-claims'

type Props = {
  readonly params: Promise<{ locale: string; order: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await localeIn(params), namespace: 'acts.claim' })
  return { title: t('heading') }
}

/** What sending goods back does, and the form that asks for it. */
export default async function ReturnPage({ params, searchParams }: Props) {
  const locale = await localeIn(params)
  const id = parseOrderId((await params).order)
  const query = await searchParams
  const link = actLinkIn(query)
  const { db, clock, simulated } = deps()
  const now = await clock.now()
  const view = id && (await claimView(db, id, await asker(link), { locale, now }))
  if (!view) return <Missing locale={locale} simulated={deps().simulated} />
  if (view === 'too_late') redirect(`/${locale}/orders/${id}?problem=return`)
  const t = await getTranslations({ locale })
  const page = `/orders/${view.id}/return`
  const draft = query.problem === undefined ? null : await claimDraft()
  const typed = draft?.order === view.id ? draft.fields : null
  const isChanged = typed !== null && view.lines.length === 0
  const path = new URLSearchParams({
    ...(typed ? { problem: 'fields' } : {}),
    ...(link ? { link } : {}),
  })
  return (
    <Frame locale={locale} path={path.size > 0 ? `${page}?${path}` : page} simulated={simulated}>
      <div className="narrow flex flex-col gap-6">
        <div>
          <h1 className="title">
            {t(view.lines.length > 0 ? 'acts.claim.heading' : 'order.returns.asked')}
          </h1>
          <p className="text-quiet">{t('order.heading', { number: view.number })}</p>
        </div>
        {view.leave === 'yes' ? (
          <>
            {isChanged && <Notice tone="wait">{t('order.problem.changed')}</Notice>}
            <OpenClaims locale={locale} view={view} link={link} />
            {view.lines.length > 0 && (
              <ClaimForm
                locale={locale}
                view={view}
                claim={deps().newId()}
                link={link}
                typed={typed}
              />
            )}
          </>
        ) : (
          <MayNot
            locale={locale}
            page={`/${locale}${page}`}
            door={`/api/orders/${view.id}/link`}
            act="claim"
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
