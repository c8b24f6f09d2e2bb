import { getLocale } from 'next-intl/server'
import { Frame } from '@/components/frame'
import { NotFoundMessage } from '@/components/not-found-message'
import { deps } from '@/lib/deps'

export default async function NotFound() {
  const locale = await getLocale()
  return (
    <Frame locale={locale} path="" simulated={deps().simulated}>
      <NotFoundMessage locale={locale} />
    </Frame>
  )
}
