import type { Locale } from '@/lib/core/locale'
import { en } from './en'
import { ko } from './ko'
import type { LegalTexts } from './shape'

export const legalTexts: Readonly<Record<Locale, LegalTexts>> = { ko, en }
