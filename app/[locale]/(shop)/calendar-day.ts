import type { Day } from '@/lib/core/calendar'
import type { Locale } from '@/lib/core/locale'

/** A day by itself, without an hour, as everywhere else on the site. */
export const calendarDay = ({ year, month, day }: Day, locale: Locale) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, day),
  )
