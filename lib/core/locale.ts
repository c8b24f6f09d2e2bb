export const locales = ['ko', 'en'] as const
export type Locale = (typeof locales)[number]

export const isLocale = (text: string): text is Locale => locales.some((locale) => locale === text)

/** Korean when in doubt. */
export const localeOr = (text: unknown): Locale => (text === 'en' ? 'en' : 'ko')
