import type { Locale } from '@/lib/core/locale'
import { legalEn } from './en'
import { legalKo } from './ko'
import type { LegalTexts } from './shape'

export const legalTexts: Readonly<Record<Locale, LegalTexts>> = { ko: legalKo, en: legalEn }
