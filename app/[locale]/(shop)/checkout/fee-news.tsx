import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import { FeeNews } from './live-sum'

/** The sentences go to the browser with their gaps: only there is the fee known while it is typed. */
export async function FeeNewsOf({ locale }: { readonly locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'checkout' })
  const words = {
    mainland: t.raw('region.mainland'),
    jeju: t.raw('region.jeju'),
    island: t.raw('region.island'),
  }
  return <FeeNews words={words} free={t('freeDelivery')} />
}
