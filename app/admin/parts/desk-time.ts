import type { Locale } from '@/lib/core/locale'

const tags = { ko: 'ko-KR', en: 'en-GB' } as const satisfies Record<Locale, string>

/** A moment as the desk shows it: Seoul's day and minute. */
export const deskTime = (at: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(tags[locale], {
    timeZone: 'Asia/Seoul',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)
