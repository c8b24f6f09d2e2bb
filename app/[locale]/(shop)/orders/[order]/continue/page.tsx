import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AutoSubmit } from '@/components/auto-submit'
import { ContinueToWallet } from '@/components/continue-to-wallet'
import { Frame } from '@/components/frame'
import { parseOrderId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { orderView } from '@/lib/views/order'
import { visitor } from '@/lib/visitor/visitor'
import { localeIn } from '../../../../locale'

type Props = { readonly params: Promise<{ locale: string; order: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await localeIn(params) })
  return { title: t('continue.heading', { method: t('method.kakaopay') }) }
}

/** Between our form and a wallet that wants to be posted to, which a redirect cannot do. */
export default async function ContinuePage({ params }: Props) {
  const locale = await localeIn(params)
  const id = parseOrderId((await params).order)
  const { db, clock } = deps()
  const seen = { locale, now: await clock.now() }
  const view = id && (await orderView(db, id, await visitor(), seen))
  if (!view) notFound()
  if (!view.continueTo) redirect(`/${locale}/orders/${view.id}`)
  const t = await getTranslations({ locale })
  const method = t(`method.${view.payAgain?.method ?? 'kakaopay'}`)
  return (
    <Frame locale={locale} path={`/orders/${view.id}/continue`} simulated={deps().simulated}>
      <div className="narrow flex flex-col gap-4 py-8">
        <h1 className="title">{t('continue.heading', { method })}</h1>
        <p className="text-lg">{t('continue.explain')}</p>
        <ContinueToWallet to={view.continueTo} label={t('step.continue_to', { method })}>
          <AutoSubmit />
        </ContinueToWallet>
      </div>
    </Frame>
  )
}
