import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import './shop.css'
import { nothingIsDetected, onEveryScreen } from '@/app/screen'
import { Document } from '@/components/document'
import { Frame } from '@/components/frame'
import { NotFoundMessage } from '@/components/missing/not-found-message'
import { deps } from '@/lib/deps'
import { preferredLocale } from '@/lib/i18n/preferred'

export const viewport: Viewport = onEveryScreen

const wishedLocale = async () => preferredLocale((await headers()).get('accept-language'))

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations({ locale: await wishedLocale(), namespace: 'notFound' })
  return { ...nothingIsDetected, title: t('heading') }
}

/** An address outside both languages: the reader's own language has to do. */
export default async function GlobalNotFound() {
  const locale = await wishedLocale()
  return (
    <Document locale={locale}>
      <Frame locale={locale} path="" simulated={deps().simulated}>
        <NotFoundMessage locale={locale} />
      </Frame>
    </Document>
  )
}
