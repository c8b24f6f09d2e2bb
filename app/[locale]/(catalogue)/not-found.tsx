import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { Frame } from '@/components/frame'
import { NotFoundMessage } from '@/components/missing/not-found-message'
import { deps } from '@/lib/deps'
import { messagesOf } from '@/lib/i18n/messages'

// Which language it is in is not told here: each reader finds theirs.
export const metadata: Metadata = {
  title: `${messagesOf.ko.notFound.heading} · ${messagesOf.en.notFound.heading}`,
}

export default async function NotFound() {
  const locale = await getLocale()
  return (
    <Frame locale={locale} path="" simulated={deps().simulated}>
      <NotFoundMessage locale={locale} />
    </Frame>
  )
}
