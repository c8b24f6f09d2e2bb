import type { Metadata } from 'next'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import '@/app/globals.css'
import { Document } from '@/components/document'
import { localeOr } from '@/lib/core/locale'

type Props = { readonly params: Promise<{ locale: string }>; readonly children: ReactNode }

// Pages about one person's money: made anew for every request, and no search engine's business.
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: localeOr((await params).locale), namespace: 'shop' })
  return {
    title: { default: t('name'), template: `%s · ${t('name')}` },
    description: t('description'),
    robots: { index: false, follow: false },
  }
}

export default async function ShopLayout({ params, children }: Props) {
  const locale = localeOr((await params).locale)
  setRequestLocale(locale)
  return <Document locale={locale}>{children}</Document>
}
