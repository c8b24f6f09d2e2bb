import { getLocale } from 'next-intl/server'
import { Frame } from '@/components/frame'
import { Missing } from '@/components/missing'
import { deps } from '@/lib/deps'

export default async function NotFound() {
  const locale = await getLocale()
  return (
    <Frame locale={locale} path="" simulated={deps().simulated}>
      <Missing locale={locale} />
    </Frame>
  )
}
