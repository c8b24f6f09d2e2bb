import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/core/locale'
import type { LastDays } from '@/lib/views/claim-days'
import { calendarDay } from '../../calendar-day'

type Props = {
  readonly locale: Locale
  readonly lastDays: LastDays
  readonly mayChangeMind: boolean
}

/** Until which day goods can be sent back, for which reason. */
export async function Until({ locale, lastDays, mayChangeMind }: Props) {
  const t = await getTranslations({ locale, namespace: 'order.returns' })
  const days = {
    changedMind: calendarDay(lastDays.changedMind, locale),
    fault: calendarDay(lastDays.fault, locale),
  }
  return <p className="text-quiet text-sm">{t(mayChangeMind ? 'until' : 'untilFault', days)}</p>
}
