import { getTranslations } from 'next-intl/server'
import { type InApp, wayOutTo } from '@/lib/core/in-app'
import type { Locale } from '@/lib/core/locale'
import { CopyAddress } from './copy-address'

type Props = {
  readonly locale: Locale
  readonly inApp: InApp | null
  /** Of this page, as another browser asks for it. */
  readonly address: string
}

/** How to get from here to the browser in which it goes on: pressed by a person, since apps stop what leaves by itself. */
export async function OutOfApp({ locale, inApp, address }: Props) {
  const t = await getTranslations({ locale, namespace: 'handOver' })
  const way = inApp && wayOutTo(inApp.wayOut, address)
  return (
    <>
      <h1 className="title">{t('out.heading')}</h1>
      <p>{t(way ? 'out.button' : inApp ? 'out.menu' : 'out.paste')}</p>
      {way && (
        <a href={way} className="button">
          {t('out.open')}
        </a>
      )}
      <section aria-label={t('out.copy')} className="card flex flex-col items-start gap-3">
        {inApp && <p>{t('out.address')}</p>}
        <p className="select-all break-all font-semibold">{address}</p>
        <CopyAddress address={address} words={{ copy: t('out.copy'), copied: t('out.copied') }} />
        <p className="text-quiet text-sm">{t('out.limits')}</p>
      </section>
      <a href={`/${locale}/checkout`} className="button-plain">
        {t('here')}
      </a>
    </>
  )
}
