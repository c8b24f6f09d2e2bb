import type { Metadata, Viewport } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import '@/app/shop.css'
import { nothingIsDetected, onEveryScreen } from '@/app/screen'
import { Document } from '@/components/document'
import { localeOr } from '@/lib/core/locale'
import { deps } from '@/lib/deps'

type Props = { readonly params: Promise<{ locale: string }>; readonly children: ReactNode }

// Pages about one person's money: made anew for every request, and no search engine's business.
export const dynamic = 'force-dynamic'

export const viewport: Viewport = onEveryScreen

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOr((await params).locale), namespace: 'shop' })
  return {
    ...nothingIsDetected,
    metadataBase: new URL(deps().shop.baseUrl),
    title: { default: t('name'), template: `%s · ${t('name')}` },
    description: t('description'),
    robots: { index: false, follow: false },
    // Whatever a page of these is called: somebody who is sent its link sees whose it is, and nothing of what it is about.
    openGraph: {
      siteName: t('name'),
      title: t('title'),
      description: t('description'),
      images: [{ url: '/og/home.jpg', width: 1200, height: 600 }],
    },
  }
}

export default async function ShopLayout({ params, children }: Props) {
  const locale = localeOr((await params).locale)
  setRequestLocale(locale)
  return <Document locale={locale}>{children}</Document>
}
