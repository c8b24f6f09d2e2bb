import type { Locale } from '../../core/locale'

/** What is wrong with a setting and what to do, for whoever sets up a shop: read in a terminal, a log or a build. */
export type SettingWords = Readonly<Record<Locale, string>>
