import type { Metadata, Viewport } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import './desk.css'
import { nothingIsDetected, onEveryScreen } from '@/app/screen'
import { Document } from '@/components/document'
import { deskLocale } from '@/lib/visitor/desk'

// About one person at one moment, and no search engine's business.
export const dynamic = 'force-dynamic'

export const viewport: Viewport = onEveryScreen

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations({ locale: await deskLocale(), namespace: 'desk' })
  return {
    ...nothingIsDetected,
    title: { default: t('name'), template: `%s · ${t('name')}` },
    robots: { index: false, follow: false },
    icons: { icon: '/icon.svg' },
  }
}

export default async function DeskLayout({ children }: { readonly children: ReactNode }) {
  return <Document locale={await deskLocale()}>{children}</Document>
}
