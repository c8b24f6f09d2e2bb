import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { actLinkIn } from '@/app/api/act-link'
import { Frame } from '@/components/frame'
import { Missing } from '@/components/missing/missing'
import { SubmitButton } from '@/components/submit-button'
import { WhatItDoes } from '@/components/what-it-does'
import { parseOrderId } from '@/lib/core/ids'
import { parseCount } from '@/lib/core/typed/count'
import { deps } from '@/lib/deps'
import { withdrawView } from '@/lib/views/order-acts'
import { asker } from '@/lib/visitor/asker'
import { localeIn } from '../../../../locale'

type Props = {
  readonly params: Promise<{ locale: string; order: string }>
  readonly searchParams: Promise<{ link?: string | string[]; claim?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await localeIn(params), namespace: 'acts.withdraw' })
  return { title: t('heading') }
}

/** What taking a return request back does, and its last button. */
export default async function WithdrawPage({ params, searchParams }: Props) {
  const locale = await localeIn(params)
  const id = parseOrderId((await params).order)
  const query = await searchParams
  const link = actLinkIn(query)
  const place = parseCount(String(query.claim ?? ''))
  const { db, clock, simulated } = deps()
  const asked = { locale, now: await clock.now(), place: place ?? 0 }
  const view = id && (await withdrawView(db, id, await asker(link), asked))
  if (!view) return <Missing locale={locale} simulated={simulated} />
  const order = `/${locale}/orders/${id}`
  if (typeof view === 'string') redirect(`${order}${view === 'done' ? '' : '?problem=withdraw'}`)
  // There a link can be had by mail, which leads to here.
  if (view.leave !== 'yes') redirect(`${order}/return${link ? `?link=${link}` : ''}`)
  const t = await getTranslations({ locale })
  const page = `/orders/${view.id}/withdraw?claim=${view.place}${link ? `&link=${link}` : ''}`
  return (
    <Frame locale={locale} path={page} simulated={simulated}>
      <div className="narrow flex flex-col gap-6">
        <div>
          <h1 className="title">{t('acts.withdraw.heading')}</h1>
          <p className="text-quiet">{t('order.heading', { number: view.number })}</p>
        </div>
        <WhatItDoes
          effects={[
            [t('acts.goods'), t('acts.withdraw.goods', { pieces: view.pieces })],
            [t('acts.money'), t('acts.withdraw.money')],
          ]}
        />
        <form method="post" action={`/api/orders/${view.id}/withdraw`} className="contents">
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="claim" value={view.place} />
          {link && <input type="hidden" name="link" value={link} />}
          <SubmitButton busy={t('step.busy')} className="button">
            {t('acts.withdraw.yes')}
          </SubmitButton>
        </form>
        <a href={order} className="button-plain">
          {t('acts.keep')}
        </a>
      </div>
    </Frame>
  )
}
