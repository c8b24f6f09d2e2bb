import type { Locale } from '@/lib/core/locale'

/** Date and time as the clock on a wall in Seoul has them, wherever server and reader are. */
export const inSeoul = (milliseconds: number, locale: Locale) =>
  new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Asia/Seoul',
  }).format(milliseconds)
