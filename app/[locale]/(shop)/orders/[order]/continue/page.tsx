import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AutoSubmit } from '@/components/auto-submit'
import { ContinueToWallet } from '@/components/continue-to-wallet'
import { Frame } from '@/components/frame'
import { Missing } from '@/components/missing/missing'
import { parseOrderId } from '@/lib/core/ids'
import { deps } from '@/lib/deps'
import { orderView } from '@/lib/views/order'
import { asker } from '@/lib/visitor/asker'
import { localeIn } from '../../../../locale'

type Props = { readonly params: Promise<{ locale: string; order: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await localeIn(params), namespace: 'continue' })
  const method = (await shown(params))?.continueTo?.name
  return method ? { title: t('heading', { method }) } : {}
}

/** Between our form and a wallet that wants to be posted to, which a redirect cannot do. */
export default async function ContinuePage({ params }: Props) {
  const locale = await localeIn(params)
  const view = await shown(params)
  if (!view) return <Missing locale={locale} simulated={deps().simulated} />
  if (!view.continueTo) redirect(`/${locale}/orders/${view.id}`)
  const t = await getTranslations({ locale })
  const { name: method } = view.continueTo
  return (
    <Frame locale={locale} path={`/orders/${view.id}/continue`} simulated={deps().simulated}>
      <div className="narrow flex flex-col gap-4 py-8">
        <h1 className="title">{t('continue.heading', { method })}</h1>
        <p className="text-lg">{t('continue.explain')}</p>
        <p>{t('order.notCertain')}</p>
        <ContinueToWallet to={view.continueTo} label={t('step.continue_to', { method })}>
          <AutoSubmit />
        </ContinueToWallet>
      </div>
    </Frame>
  )
}

async function shown(params: Props['params']) {
  const locale = await localeIn(params)
  const id = parseOrderId((await params).order)
  const { db, clock } = deps()
  return id && orderView(db, id, await asker(), { locale, now: await clock.now() })
}
