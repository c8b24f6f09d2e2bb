import type { Locale } from '@/lib/core/locale'

/** The language of an Accept-Language header, Korean when in doubt. */
export function preferredLocale(acceptLanguage: string | null): Locale {
  const wishes = (acceptLanguage ?? '').split(',').map((wish, place) => {
    const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';')
    const q = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean)
    return { language: tag.split('-')[0], weight: q === undefined ? 1 : Number(q), place }
  })
  const known = wishes
    .filter(({ language, weight }) => (language === 'ko' || language === 'en') && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
  return known[0]?.language === 'en' ? 'en' : 'ko'
}
