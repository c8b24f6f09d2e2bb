import type { Metadata, Viewport } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import '@/app/shop.css'
import { nothingIsDetected, onEveryScreen } from '@/app/screen'
import { Document } from '@/components/document'
import { localeOr } from '@/lib/core/locale'
import { deps } from '@/lib/deps'

type Props = { readonly params: Promise<{ locale: string }>; readonly children: ReactNode }

export const viewport: Viewport = onEveryScreen

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOr((await params).locale), namespace: 'shop' })
  return {
    ...nothingIsDetected,
    metadataBase: new URL(deps().shop.baseUrl),
    title: { default: t('title'), template: `%s · ${t('name')}` },
    description: t('description'),
    icons: { icon: '/icon.svg', apple: '/icons/apple-180.png' },
  }
}

export default async function CatalogueLayout({ params, children }: Props) {
  const locale = localeOr((await params).locale)
  setRequestLocale(locale)
  return <Document locale={locale}>{children}</Document>
}
