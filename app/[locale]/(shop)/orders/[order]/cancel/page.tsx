import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { actLinkIn } from '@/app/api/act-link'
import { Frame } from '@/components/frame'
import { MayNot } from '@/components/may-not'
import { Missing } from '@/components/missing/missing'
import { parseOrderId, parseWishId, wishId } from '@/lib/core/ids'
import { linesInFields, piecesInFields } from '@/lib/core/typed/pieces'
import { deps } from '@/lib/deps'
import { cancelView } from '@/lib/views/cancel-order'
import { asker } from '@/lib/visitor/asker'
import { localeIn } from '../../../../locale'
import { Choose } from './choose'
import { Confirm } from './confirm'
import { ConfirmSome } from './confirm-some'

type Props = {
  readonly params: Promise<{ locale: string; order: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await localeIn(params), namespace: 'acts.cancel' })
  return { title: t('heading') }
}

/** What is to be cancelled, where there is a choice; then what that does, and the last button. */
export default async function CancelPage({ params, searchParams }: Props) {
  const locale = await localeIn(params)
  const id = parseOrderId((await params).order)
  const query = await searchParams
  const link = actLinkIn(query)
  const { db, clock, simulated } = deps()
  const now = await clock.now()
  const typed = piecesInFields(query)
  const isAll = query.what === 'all'
  const pieces = isAll ? null : typed
  const wish = parseWishId(String(query.wish ?? '')) ?? wishId(deps().newId())
  const some = pieces && { pieces, wish }
  const view = id && (await cancelView(db, id, await asker(link), { locale, now, some }))
  if (!view) return <Missing locale={locale} simulated={deps().simulated} />
  if (typeof view === 'string')
    redirect(`/${locale}/orders/${id}${view === 'done' ? '' : '?problem=cancel'}`)
  const t = await getTranslations({ locale })
  const page = `/orders/${view.id}/cancel`
  const lines = linesInFields(query)
  const chosen = new URLSearchParams({
    ...(link ? { link } : {}),
    ...(isAll ? { what: 'all' } : {}),
    ...Object.fromEntries(lines.map(([line, text]) => [`line-${line}`, text])),
    ...(typed ? { wish } : {}),
  })
  const path = chosen.size > 0 ? `${page}?${chosen}` : page
  const isBoth = isAll && (typed?.length ?? 0) > 0
  const isSure = view.lines.length === 0 || (isAll && view.whole && !isBoth)
  const preview = view.some?.problem === null ? view.some : null
  const problem = isBoth ? 'both' : (view.some?.problem ?? null)
  const parts = { locale, view, link, wish } as const
  return (
    <Frame locale={locale} path={path} simulated={simulated}>
      <div className="narrow flex flex-col gap-6">
        <div>
          <h1 className="title">{t('acts.cancel.heading')}</h1>
          <p className="text-quiet">{t('order.heading', { number: view.number })}</p>
        </div>
        {view.leave === 'yes' ? (
          isSure ? (
            <Confirm {...parts} />
          ) : preview ? (
            <ConfirmSome {...parts} some={preview} pieces={pieces ?? []} />
          ) : (
            <Choose {...parts} problem={problem} lines={new Map(lines)} isAll={isAll} />
          )
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
