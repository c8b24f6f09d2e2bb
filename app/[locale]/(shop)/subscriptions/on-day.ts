import type { Locale } from '@/lib/core/locale'

/** A day as the calendar on a wall in Seoul has it. */
export const onDay = (milliseconds: number, locale: Locale) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Asia/Seoul' }).format(
    milliseconds,
  )
