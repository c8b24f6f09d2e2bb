import type { Messages } from 'next-intl'
import type { Locale } from '@/lib/core/locale'
import { messagesEn } from './messages/en'
import { messagesKo } from './messages/ko'
import type { Either } from './messages/shape'

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Either<typeof messagesKo, typeof messagesEn>
  }
}

export const messagesOf: Record<Locale, Messages> = { ko: messagesKo, en: messagesEn }
