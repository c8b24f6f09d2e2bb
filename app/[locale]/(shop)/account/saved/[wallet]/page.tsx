import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Frame } from '@/components/frame'
import { Missing } from '@/components/missing/missing'
import { SubmitButton } from '@/components/submit-button'
import { WhatItDoes } from '@/components/what-it-does'
import { deps } from '@/lib/deps'
import { savedView } from '@/lib/views/saved'
import { signedIn } from '@/lib/visitor/visitor'
import { localeIn } from '../../../../locale'

type Props = { readonly params: Promise<{ locale: string; wallet: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await localeIn(params), namespace: 'acts.remove' })
  return { title: t('heading') }
}

/** What removing a saved KakaoPay does, and its last button. For its owner alone. */
export default async function RemoveSavedPage({ params }: Props) {
  const locale = await localeIn(params)
  const { wallet: id } = await params
  const page = `/account/saved/${id}`
  const who = await signedIn()
  if (!who) redirect(`/${locale}/account?${new URLSearchParams({ next: `/${locale}${page}` })}`)
  const { wallets } = await savedView(deps().db, who.shopper, locale)
  const wallet = wallets.find((each) => each.id === id)
  if (!wallet) return <Missing locale={locale} simulated={deps().simulated} />
  const t = await getTranslations({ locale })
  const stops = wallet.stops.join(', ')
  return (
    <Frame locale={locale} path={page} simulated={deps().simulated}>
      <div className="narrow flex flex-col gap-6">
        <h1 className="title">{t('acts.remove.heading')}</h1>
        <WhatItDoes
          effects={[
            [t('acts.goods'), t('acts.remove.goods')],
            [t('acts.money'), t('acts.remove.money')],
            ...(stops === ''
              ? []
              : [[t('acts.subscription'), t('acts.remove.stops', { names: stops })] as const]),
          ]}
        />
        <form method="post" action="/api/account/saved/remove" className="contents">
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="wallet" value={wallet.id} />
          <SubmitButton busy={t('step.busy')} className="button">
            {t('acts.remove.yes')}
          </SubmitButton>
        </form>
        <a href={`/${locale}/account#saved`} className="button-plain">
          {t('acts.keep')}
        </a>
      </div>
    </Frame>
  )
}
