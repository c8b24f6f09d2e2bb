import { unstable_cache } from 'next/cache'
import { Missing } from '@/components/missing/missing'
import type { Locale } from '@/lib/core/locale'
import { deps } from '@/lib/deps'

/** A page that waits for this is kept as long, and no longer. */
const aMinute = unstable_cache(async () => null, ['a minute'], { revalidate: 60 })

/** What is not there now may be tomorrow: whoever keeps pages for us, as a CDN does, is to ask again soon. */
export async function NotThere({ locale }: { readonly locale: Locale }) {
  await aMinute()
  return <Missing locale={locale} simulated={deps().simulated} />
}
