import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { handOverLinkIn } from '@/app/api/hand-over-link'
import { Frame } from '@/components/frame'
import { inAppOf } from '@/lib/core/in-app'
import { deps } from '@/lib/deps'
import { handOverView } from '@/lib/views/cart/hand-over'
import { visitor } from '@/lib/visitor/visitor'
import { localeIn } from '../../../locale'
import { GoOnNowhere } from './nowhere'
import { OutOfApp } from './out-of-app'
import { TakeOver } from './take-over'

type Props = {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<{ link?: string | string[] }>
}

/** Nothing of what is bought: a messenger shows it under the link. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await localeIn(params), namespace: 'handOver.out' })
  return { title: t('heading') }
}

/**
 * The address of a checkout that is handed over. Where it was made it says how to get to the other browser, so that an
 * app's menu finds it too; there it asks before it takes anything over.
 */
export default async function GoOnPage({ params, searchParams }: Props) {
  const locale = await localeIn(params)
  const link = handOverLinkIn(await searchParams)
  const { db, clock, simulated, shop } = deps()
  const asked = { visitor: await visitor(), now: await clock.now() }
  const view = await handOverView(db, link, asked)
  const path = `/checkout/go-on${link ? `?link=${link}` : ''}`
  return (
    <Frame locale={locale} path={path} simulated={simulated}>
      <div className="narrow flex flex-col gap-6">
        {view.kind === 'own' ? (
          <OutOfApp
            locale={locale}
            inApp={inAppOf((await headers()).get('user-agent'))}
            address={`${shop.baseUrl}/${locale}${path}`}
          />
        ) : view.kind === 'open' && link ? (
          <TakeOver locale={locale} link={link} replaces={view.replaces} />
        ) : (
          <GoOnNowhere locale={locale} why={view.kind === 'open' ? 'gone' : view.kind} />
        )}
      </div>
    </Frame>
  )
}
